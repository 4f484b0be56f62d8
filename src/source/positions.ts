import type { LineCounter } from 'yaml';
import type { Position, Problem, Range } from '../diagnostics/problem.ts';
/** The keys and indexes that lead from the top of a document to a value. */
export type ValuePath = readonly (string | number)[];

/** Lines and columns of a piece of text, from its offsets in UTF-16 units. */
export type RangeOf = (from: number, to: number) => Range;

/** The lines and columns of the text whose lines were counted. */
export function ranges(lines: LineCounter): RangeOf {
  return (from, to) => ({ start: place(lines, from), end: place(lines, to) });
}

/** An empty text has no line for the counter: it is told as the first. */
function place(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** Where a line of a text begins, counted from 1; undefined when the text has fewer lines. */
export function startOfLine(text: string, line: number): number | undefined {
  let at = 0;
  for (let passed = 1; passed < line; passed++) {
    const end = text.indexOf('\n', at);
    if (end < 0) return undefined;
    at = end + 1;
  }
  return at;
}

/** A mistake in the signs of YAML in an editor's words. */
export type SyntaxExplanation = Pick<Problem, 'code' | 'message' | 'hints'>;

/** A mistake in the signs of YAML, and the stretch of the text it is in, as two offsets. */
export interface SyntaxProblem extends SyntaxExplanation {
  readonly from: number;
  readonly to: number;
}
