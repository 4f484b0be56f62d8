import { LINE_END } from './line-end.ts';
import type { Edit, Position, Range, TextChange } from './problem.ts';

/** Byte-order mark, which is no part of the text that positions refer to. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Applies changes to the text of their file. Everything else stays: the byte-order mark, line ends, and a
 * missing line end at the end of the file. New lines get the line end of the file's first line. A change
 * that occurs several times is applied once.
 * @returns undefined if changes overlap, or a range is not in the text
 */
export function applyChanges(text: string, changes: readonly TextChange[]): string | undefined {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const body = text.slice(mark.length);
  const offsetOf = createOffsetOf(body);
  const located: { from: number; to: number; newText: string }[] = [];
  const lineEnd = body.match(LINE_END)?.[0] ?? '\n';
  for (const { range, newText } of sortChanges(changes)) {
    const [from, to] = [offsetOf(range.start), offsetOf(range.end)];
    if (from === undefined || to === undefined || to < from) return undefined;
    located.push({ from, to, newText: newText.replaceAll('\n', lineEnd) });
  }
  let result = mark;
  let done = 0;
  let before: (typeof located)[number] | undefined;
  for (const change of located) {
    const isSame = before?.to === change.to && before.newText === change.newText;
    if (before?.from === change.from && isSame) continue;
    // Changes that begin at one place have no order, so they overlap, too.
    if (before && (change.from === before.from || change.from < before.to)) return undefined;
    result += body.slice(done, change.from) + change.newText;
    done = change.to;
    before = change;
  }
  return result + body.slice(done);
}

/** Whether two edits cannot be applied together: their changes overlap without being the same. */
export function areInConflict(a: Edit, b: Edit): boolean {
  return a.changes.some((one) =>
    b.changes.some(
      (other) => one.file === other.file && !isSameChange(one, other) && overlap(one, other),
    ),
  );
}

function isSameChange(a: TextChange, b: TextChange): boolean {
  return a.newText === b.newText && comparePlaces(a.range, b.range) === 0;
}

/** Whether ranges share a character, or one begins where the other is empty. */
function overlap({ range: a }: TextChange, { range: b }: TextChange): boolean {
  if (comparePositions(a.start, b.start) === 0) return true;
  return comparePositions(a.start, b.end) < 0 && comparePositions(b.start, a.end) < 0;
}

function sortChanges(changes: readonly TextChange[]): TextChange[] {
  return [...changes].sort(
    (a, b) =>
      comparePlaces(a.range, b.range) ||
      (a.newText < b.newText ? -1 : Number(a.newText > b.newText)),
  );
}

function comparePlaces(a: Range, b: Range): number {
  return comparePositions(a.start, b.start) || comparePositions(a.end, b.end);
}

function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

/** Creates a function that returns the offset of a position; undefined if the text does not have it. */
function createOffsetOf(text: string): (position: Position) => number | undefined {
  const ends = [...text.matchAll(LINE_END)];
  return ({ line, column }) => {
    const before = line === 1 ? undefined : ends[line - 2];
    if (line !== 1 && !before) return undefined;
    const start = before ? before.index + before[0].length : 0;
    // The line end belongs to no column.
    const end = ends[line - 1]?.index ?? text.length;
    const offset = start + column - 1;
    return offset <= end ? offset : undefined;
  };
}
