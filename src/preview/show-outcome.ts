import { groupProblems } from '../diagnostics/group-problems.ts';
import { frameLines, splitLines } from '../diagnostics/print-text.ts';
import {
  hasErrors,
  hintsOf,
  type Position,
  type Problem,
  type RelatedPlace,
} from '../diagnostics/problem.ts';
import { describeContents } from '../output/build-report.ts';
import type { RenderOutcome } from '../pipeline/pipeline.ts';
import type {
  IssueState,
  LabelledPlace,
  PagePlace,
  ShownDocument,
  ShownProblem,
} from './messages.ts';

/** Result of a build, for the page. */
export interface ShownOutcome extends Pick<IssueState, 'phase' | 'problems'> {
  /** Absent when the issue has errors. */
  readonly document: ShownDocument | undefined;
}

/** Converts the result of a build that took `time` ms for the page. */
export function showOutcome(
  outcome: RenderOutcome,
  time: number,
  displayPath: (file: string) => string,
): ShownOutcome {
  const { problems, sources } = outcome;
  const document = showDocument(outcome, time);
  const lines = new Map([...sources].map(([file, source]) => [file, splitLines(source)]));
  return {
    phase: hasErrors(problems) || !document ? 'invalid' : 'ready',
    problems: showProblems(errorsFirst(problems), lines, displayPath),
    document,
  };
}

/** Returns the errors, then the other problems, each in the order of the file. */
export function errorsFirst(problems: readonly Problem[]): Problem[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  return [...errors, ...problems.filter(({ severity }) => severity !== 'error')];
}

function showProblems(
  problems: readonly Problem[],
  linesOf: ReadonlyMap<string, readonly string[]>,
  displayPath: (file: string) => string,
): ShownProblem[] {
  const entries = new Map(
    groupProblems(problems).flatMap((group, entry) =>
      group.map((problem) => [problem, entry] as const),
    ),
  );
  return problems.map((problem) => ({
    ...showProblem(problem, linesOf, displayPath),
    entry: entries.get(problem) ?? 0,
  }));
}

function showProblem(
  { severity, code, message, hints, omitted, file, range, related, edits = [] }: Problem,
  linesOf: ReadonlyMap<string, readonly string[]>,
  displayPath: (file: string) => string,
): Omit<ShownProblem, 'entry'> {
  const lines = linesOf.get(file);
  return {
    severity,
    code,
    message,
    hints: hintsOf({ hints, omitted }),
    place: `${displayPath(file)}${range ? `:${range.start.line}` : ''}`,
    frame: range && lines ? frameLines(lines, range) : [],
    link: editorLink(file, range?.start),
    ...(related && { related: showRelated(related, displayPath) }),
    edits: edits.map(({ title, isSuppression = false }) => ({ title, isSuppression })),
  };
}

function showRelated(
  { label, file, range: { start } }: RelatedPlace,
  displayPath: (file: string) => string,
): LabelledPlace {
  return { label, place: `${displayPath(file)}:${start.line}`, link: editorLink(file, start) };
}

function showDocument({ issue, document }: RenderOutcome, time: number): ShownDocument | undefined {
  if (!issue) return undefined;
  const { rendered, report } = issue;
  const written = [
    ...rendered.pictures.map((picture) => ({ ...picture, text: '' })),
    ...rendered.lines,
  ];
  const places = written.map(({ page, left, top, right, bottom, text, origin }): PagePlace => {
    const source = origin && document?.locateText(origin.path, origin.at, origin.at + 1).start;
    const box = {
      left: roundToTenth(left),
      top: roundToTenth(top),
      right: roundToTenth(right),
      bottom: roundToTenth(bottom),
    };
    // Paths lead into the merged issue, which has the same shape in all editions.
    const key = origin?.path.join('.');
    return { page, ...box, text, ...(source && { source }), ...(key !== undefined && { key }) };
  });
  const { sha256: hash, language } = report;
  const summary = describeContents(report);
  return { language, hash, pageHashes: rendered.pageHashes, places, summary, time };
}

/** Rounds a length to a tenth of a point, which is more precise than a pointer. */
function roundToTenth(length: number): number {
  return Math.round(length * 10) / 10;
}

/**
 * Returns the address that opens a file in VS Code, at a position if one is given. Source: "Opening VS
 * Code with URLs" in the documentation of its command line.
 */
export function editorLink(file: string, place?: Position): string {
  const encoded = file.split(/[\\/]/).map(encodeURIComponent).join('/').replaceAll('%3A', ':');
  const path = encoded.startsWith('/') ? encoded : `/${encoded}`;
  return `vscode://file${path}${place ? `:${place.line}:${place.column}` : ''}`;
}
