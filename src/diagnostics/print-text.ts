import picocolors from 'picocolors';
import type { Colors } from 'picocolors/types';
import { groupProblems, listOthers, type ProblemGroup } from './group-problems.ts';
import { LINE_END } from './line-end.ts';
import { hintsOf, type Problem, type Range } from './problem.ts';
import { showControls, toSlashPath } from './show-controls.ts';

/** Source lines shown before and after the marked line. */
const CONTEXT_LINES = 1;
/** Maximum characters shown of a source line; a paragraph in YAML is often one long line. */
const FRAME_WIDTH = 100;
/** Formatters that leave the text as it is. */
const NO_COLORS = picocolors.createColors(false);

/** Source texts and paths for printing problems. */
export interface PrintContext {
  /** Text of each file with problems, by absolute path. */
  readonly sources: ReadonlyMap<string, string>;
  /** Returns the path that is shown to the user. */
  readonly displayPath: (file: string) => string;
  /** Whether to print each problem in full, also those of one kind that come in numbers. */
  readonly isFull?: boolean;
}

/** Formats a problem for people: position and message, the marked source lines, the hints. */
export function printProblem(
  problem: Problem,
  context: PrintContext,
  colors: Colors = NO_COLORS,
): string {
  const linesOf = (file: string) => {
    const source = context.sources.get(file);
    return source === undefined ? undefined : splitLines(source);
  };
  return printFramed(problem, context, linesOf, colors);
}

/** `linesOf` returns the lines of a file, if its text is known. */
function printFramed(
  problem: Problem,
  context: PrintContext,
  linesOf: (file: string) => readonly string[] | undefined,
  colors: Colors,
): string {
  const { severity, range } = problem;
  const place = range ? `:${range.start.line}:${range.start.column}` : '';
  const path = showControls(context.displayPath(problem.file));
  const label = colors.bold(severity === 'error' ? colors.red(severity) : colors.yellow(severity));
  const message = showControls(problem.message);
  const head = `${path}${colors.dim(place)}: ${label}: ${message} ${colors.dim(`[${problem.code}]`)}`;
  const lines = range && linesOf(problem.file);
  const frame = lines ? frameLines(lines, range, colors) : [];
  const hints = listHints(problem, context.displayPath).map((hint) => `  → ${showControls(hint)}`);
  return [head, ...frame, ...hints].join('\n');
}

/** The hints of a problem, and the other place that it is about. */
export function listHints(
  { hints, omitted, related }: Pick<Problem, 'hints' | 'omitted' | 'related'>,
  displayPath: PrintContext['displayPath'],
): readonly string[] {
  const own = hintsOf({ hints, omitted });
  if (!related) return own;
  const { label, file, range } = related;
  return [...own, `${label}: ${displayPath(file)}:${range.start.line}:${range.start.column}`];
}

/**
 * Formats problems for people, separated by blank lines. Of those that come in numbers, the first one is printed
 * in full, with the places of the others.
 */
export function printProblems(
  problems: readonly Problem[],
  context: PrintContext,
  colors: Colors = NO_COLORS,
): string {
  // Each file is split into lines only once.
  const known = new Map(
    [...context.sources].map(([file, source]) => [file, splitLines(source)] as const),
  );
  const linesOf = (file: string) => known.get(file);
  const groups = context.isFull
    ? problems.map((problem): ProblemGroup => [problem])
    : groupProblems(problems);
  return groups
    .map((group) => {
      const full = printFramed(group[0], context, linesOf, colors);
      const others = listOthers(group, { isFolded: true }).map((line) => `  ${showControls(line)}`);
      return `${[full, ...others].join('\n')}\n`;
    })
    .join('\n');
}

/** Splits a text into lines for frameLines. */
export function splitLines(source: string): string[] {
  return source.split(LINE_END);
}

/** Returns the lines around a range with line numbers, and marks the range. */
export function frameLines(
  lines: readonly string[],
  range: Range,
  colors: Colors = NO_COLORS,
): string[] {
  const { start, end } = range;
  const first = Math.max(1, start.line - CONTEXT_LINES);
  const last = Math.min(lines.length, start.line + CONTEXT_LINES);
  const gutter = String(last).length;
  const text = (number: number) => lines[number - 1] ?? '';
  const offset = windowOffset(text(start.line), start.column);
  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const marked = number === start.line;
    const margin = colors.dim(`${marked ? '>' : ' '} ${String(number).padStart(gutter)} │`);
    frame.push(`${margin} ${cut(text(number), offset)}`.trimEnd());
    if (marked) {
      const line = text(number);
      const lineEnd = end.line === start.line ? end.column : line.length + 1;
      const marker = colors.cyan(markPlace(line, start.column, lineEnd, offset));
      frame.push(`${colors.dim(`  ${' '.repeat(gutter)} │`)} ${marker}`);
    }
  }
  return frame;
}

/** Returns the first shown column, from 0, so that a range far to the right of a long line is visible. */
function windowOffset(line: string, column: number): number {
  if (line.length <= FRAME_WIDTH || column < FRAME_WIDTH * 0.7) return 0;
  return Math.max(0, Math.min(column - Math.floor(FRAME_WIDTH / 2), line.length - FRAME_WIDTH));
}

function cut(line: string, offset: number): string {
  const shown = showControls(line.slice(offset, offset + FRAME_WIDTH).replaceAll('\t', ' '));
  const head = offset > 0 && shown.length > 0 ? `…${shown.slice(1)}` : shown;
  return line.length > offset + FRAME_WIDTH ? `${head}…` : head;
}

function markPlace(line: string, from: number, to: number, offset: number): string {
  const start = Math.min(from - 1, line.length) - offset;
  const length = Math.min(Math.max(1, to - from), FRAME_WIDTH - start);
  return ' '.repeat(start) + '^'.repeat(Math.max(1, length));
}

/**
 * Formats problems as GitHub workflow commands, which GitHub shows as annotations of the lines. It shows only ten
 * errors and ten warnings of a step, so problems that come in numbers are one annotation with all their places.
 * Source: GitHub's "Workflow commands" reference (`::error file=…,line=…,col=…::message`).
 */
export function printAnnotations(
  problems: readonly Problem[],
  { displayPath }: Pick<PrintContext, 'displayPath'>,
): string {
  return groupProblems(problems)
    .map((group) => `${annotate(group, displayPath)}\n`)
    .join('');
}

function annotate(group: ProblemGroup, displayPath: (file: string) => string): string {
  const [problem] = group;
  const properties = [`file=${escapeProperty(toSlashPath(displayPath(problem.file)))}`];
  if (problem.range) {
    const { start, end } = problem.range;
    properties.push(`line=${start.line}`, `endLine=${end.line}`, `col=${start.column}`);
    if (end.line === start.line) properties.push(`endColumn=${end.column}`);
  }
  properties.push(`title=${escapeProperty(problem.code)}`);
  const hints = listHints(problem, displayPath);
  const message = [problem.message, ...hints, ...listOthers(group, { isFolded: false })]
    .map(showControls)
    .join('\n');
  return `::${problem.severity} ${properties.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
