import type { LineCounter } from 'yaml';
import type { Edit, Position, Problem, Range } from '../diagnostics/problem.ts';

/** Keys and indexes that lead from the top of a document to a value. */
export type ValuePath = readonly (string | number)[];

/** Converts two offsets in UTF-16 units to a range of lines and columns. */
export type RangeOf = (from: number, to: number) => Range;

/** Creates the conversion for the text whose line starts `lines` has recorded. */
export function createRangeOf(lines: LineCounter): RangeOf {
  return (from, to) => ({ start: positionAt(lines, from), end: positionAt(lines, to) });
}

/** The counter knows no line of an empty text; its position is line 1. */
function positionAt(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** Returns the offset of a line, counted from 1; undefined if the text has fewer lines. */
export function startOfLine(text: string, line: number): number | undefined {
  let at = 0;
  for (let current = 1; current < line; current++) {
    const end = text.indexOf('\n', at);
    if (end < 0) return undefined;
    at = end + 1;
  }
  return at;
}

/** A YAML syntax error, explained to an editor. */
export type SyntaxExplanation = Pick<Problem, 'code' | 'message' | 'hints'>;

/** A YAML syntax error with its start and end offset in the text. */
export interface SyntaxProblem extends SyntaxExplanation {
  readonly from: number;
  readonly to: number;
  readonly edits?: readonly OffsetEdit[] | undefined;
}

/** A replacement in a text whose lines end with a line feed, by offsets in UTF-16 units. */
export interface OffsetChange {
  readonly from: number;
  readonly to: number;
  readonly newText: string;
}

/** An edit of one text, by offsets. */
export interface OffsetEdit extends Omit<Edit, 'changes'> {
  readonly changes: readonly OffsetChange[];
}

/** Converts an edit by offsets to one of a file. */
export function placeEdit({ changes, ...edit }: OffsetEdit, file: string, rangeOf: RangeOf): Edit {
  const placed = changes.map(({ from, to, newText }) => ({
    file,
    range: rangeOf(from, to),
    newText,
  }));
  return { ...edit, changes: placed };
}
