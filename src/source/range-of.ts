import type { LineCounter } from 'yaml';
import type { Position, Range } from '../diagnostics/problem.ts';

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
