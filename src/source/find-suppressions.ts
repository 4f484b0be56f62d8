import {
  CST,
  type Document,
  isPair,
  isScalar,
  Lexer,
  type LineCounter,
  type Scalar,
  visit,
} from 'yaml';
import type { Range } from '../diagnostics/problem.ts';
import { createRangeOf } from './positions.ts';

/**
 * A comment that suppresses warnings: `# ok: photo-small, word-twice`. It applies to the value on its
 * line, or to the value on the next line if the comment has its own line.
 */
export interface Suppression {
  readonly code: string;
  /** Position of the code in the file. */
  readonly range: Range;
  /** First and last line to which the comment applies, from 1. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Control tokens of the lexer, which stand for no characters of the text. */
const ZERO_WIDTH_TOKENS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);
/** Start of a comment that suppresses warnings. */
export const SUPPRESSION_COMMENT = /^#\s*ok:\s*/i;
const CODES = /^[a-z-]+(?:\s*,\s*[a-z-]+)*/i;

/** Returns all comments of a YAML text that suppress warnings, one entry for each code. */
export function findSuppressions(
  parsed: Document.Parsed,
  text: string,
  lines: LineCounter,
): Suppression[] {
  if (!/#\s*ok:/i.test(text)) return [];
  const comments = listComments(text).filter(({ comment }) => SUPPRESSION_COMMENT.test(comment));
  if (comments.length === 0) return [];
  const lastLines = findLastLines(parsed, lines);
  const targetLineOf = createTargetLineOf(text);
  const rangeOf = createRangeOf(lines);
  return comments.flatMap(({ comment, at }) => {
    const firstLine = targetLineOf(lines.linePos(at).line);
    const lastLine = lastLines.get(firstLine) ?? firstLine;
    return listCodes(comment, at).map(({ code, from }) => ({
      code: code.toLowerCase(),
      range: rangeOf(from, from + code.length),
      firstLine,
      lastLine,
    }));
  });
}

/** Returns the comments of a text with their offsets; a # inside a value is not a comment. */
export function listComments(text: string): { comment: string; at: number }[] {
  const comments: { comment: string; at: number }[] = [];
  let at = 0;
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith('#') && before !== CST.SCALAR) comments.push({ comment: lexeme, at });
    if (!ZERO_WIDTH_TOKENS.has(lexeme)) at += lexeme.length;
    before = lexeme;
  }
  return comments;
}

/** Returns the codes in a comment that begins at the offset `at`. */
export function listCodes(comment: string, at: number): { code: string; from: number }[] {
  const opening = SUPPRESSION_COMMENT.exec(comment)?.[0].length ?? 0;
  const listed = CODES.exec(comment.slice(opening))?.[0] ?? '';
  return [...listed.matchAll(/[a-z-]+/gi)].map(({ 0: code, index }) => ({
    code,
    from: at + opening + index,
  }));
}

/** Maps the line of a comment to the line it applies to: its own line, or the next with content. */
function createTargetLineOf(text: string): (line: number) => number {
  const lineTexts = text.split(/\r\n|\n|\r/);
  const next: (number | undefined)[] = [];
  for (let index = lineTexts.length - 1; index >= 0; index--) {
    next[index] = /^\s*(#|$)/.test(lineTexts[index] ?? '') ? next[index + 1] : index + 1;
  }
  return (line) => next[line - 1] ?? line;
}

/** Returns the last line of each value by the line on which the value, or its key, starts. */
export function findLastLines(parsed: Document.Parsed, lines: LineCounter): Map<number, number> {
  const last = new Map<number, number>();
  const recordLastLine = (start: number | undefined, value: Scalar) => {
    const [from, to] = value.range ?? [];
    if (from === undefined || to === undefined) return;
    const first = lines.linePos(start ?? from).line;
    last.set(first, Math.max(last.get(first) ?? first, lines.linePos(Math.max(from, to - 1)).line));
  };
  visit(parsed, {
    Scalar(key, node, path) {
      const parent = path.at(-1);
      const start =
        key === 'value' && isPair(parent) && isScalar(parent.key)
          ? parent.key.range?.[0]
          : undefined;
      if (key !== 'key') recordLastLine(start, node);
    },
  });
  return last;
}
