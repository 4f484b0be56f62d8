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
import { ranges } from './positions.ts';
/**
 * A remark that lets a warning be: `# ok: photo-small, word-twice`. It speaks of the value on its
 * line, or on the next line when it stands alone.
 */
export interface Suppression {
  readonly code: string;
  /** Where the code stands in the remark. */
  readonly range: Range;
  /** First and last line of what it speaks of, from 1. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** The lexer's own marks take no room in the text. */
const MARKS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);
/** How such a remark begins. */
export const SUPPRESSION_COMMENT = /^#\s*ok:\s*/i;
const CODES = /^[a-z-]+(?:\s*,\s*[a-z-]+)*/i;

/** All such remarks of a YAML text. */
export function findSuppressions(
  parsed: Document.Parsed,
  text: string,
  lines: LineCounter,
): Suppression[] {
  const comments = listComments(text).filter(({ comment }) => SUPPRESSION_COMMENT.test(comment));
  if (comments.length === 0) return [];
  const lastLines = findLastLines(parsed, lines);
  const spokenOf = findLinesSpokenOf(text);
  const rangeOf = ranges(lines);
  return comments.flatMap(({ comment, at }) => {
    const firstLine = spokenOf(lines.linePos(at).line);
    const lastLine = lastLines.get(firstLine) ?? firstLine;
    return listCodes(comment, at).map(({ code, from }) => ({
      code: code.toLowerCase(),
      range: rangeOf(from, from + code.length),
      firstLine,
      lastLine,
    }));
  });
}

/** The comments of a text with their places; a # inside a value is none. */
function listComments(text: string): { comment: string; at: number }[] {
  if (!/#\s*ok:/i.test(text)) return [];
  const comments: { comment: string; at: number }[] = [];
  let at = 0;
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith('#') && before !== CST.SCALAR) comments.push({ comment: lexeme, at });
    if (!MARKS.has(lexeme)) at += lexeme.length;
    before = lexeme;
  }
  return comments;
}

function listCodes(comment: string, at: number): { code: string; from: number }[] {
  const opening = SUPPRESSION_COMMENT.exec(comment)?.[0].length ?? 0;
  const listed = CODES.exec(comment.slice(opening))?.[0] ?? '';
  return [...listed.matchAll(/[a-z-]+/gi)].map(({ 0: code, index }) => ({
    code,
    from: at + opening + index,
  }));
}

/** A remark on a line of its own speaks of the next line that holds something. */
function findLinesSpokenOf(text: string): (line: number) => number {
  const rows = text.split(/\r\n|\n|\r/);
  const next: (number | undefined)[] = [];
  for (let index = rows.length - 1; index >= 0; index--) {
    next[index] = /^\s*(#|$)/.test(rows[index] ?? '') ? next[index + 1] : index + 1;
  }
  return (line) => next[line - 1] ?? line;
}

/** The last line of each value that goes on over several, by the line it begins on, with its key. */
function findLastLines(parsed: Document.Parsed, lines: LineCounter): Map<number, number> {
  const last = new Map<number, number>();
  const note = (start: number | undefined, value: Scalar) => {
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
      if (key !== 'key') note(start, node);
    },
  });
  return last;
}
