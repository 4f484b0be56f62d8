// The widths of a grid's columns, from the texts of its cells.
import { type FlowNode, wordsOf } from '../measure/flow-node.ts';
import { measureText, type Word } from '../measure/words.ts';

/** Addend in pt for rounding errors, so that a text fits into a column of its own width. */
const ROUNDING = 0.01;

/** Widths of a column in pt: of its widest word, and of its widest text on one line. */
interface ColumnExtent {
  readonly min: number;
  readonly max: number;
}

/**
 * Sets the widths of a grid's cells, and moves numbers so that their decimal points are aligned.
 * @param width of the grid's place, in pt
 * @returns the width of the grid in pt
 */
export function fitGrid({ stack: rows = [] }: FlowNode, width: number): number {
  const gutter = rows[0]?.sideBySide?.gutter ?? 0;
  const count = Math.max(0, ...rows.map(({ stack = [] }) => stack.length));
  const columns = Array.from({ length: count }, (_, column) =>
    measureColumn(rows.flatMap(({ stack = [] }) => stack[column] ?? [])),
  );
  const space = width - gutter * (count - 1);
  const widths = distributeWidth(columns, space);
  for (const row of rows) row.sideBySide = { gutter, widths };
  return widths.reduce((sum, one) => sum + one, gutter * (count - 1));
}

/**
 * Returns the widths of columns in pt. A column that needs no more than an equal part of the space has what it
 * needs. The others share the rest in proportion to what they need beyond their widest word.
 * Source: CSS 2.1, 17.5.2.2 "Automatic table layout".
 */
export function distributeWidth(columns: readonly ColumnExtent[], space: number): number[] {
  const widths = new Map<ColumnExtent, number>();
  const open = [...columns].sort((a, b) => a.max - b.max);
  let rest = space;
  for (let [narrowest] = open; narrowest; [narrowest] = open) {
    const { max } = narrowest;
    const leastOfOthers = sumOf(open.slice(1), 'min');
    if (max > rest / open.length || leastOfOthers > rest - max) break;
    widths.set(narrowest, max);
    rest -= max;
    open.shift();
  }
  const [min, max] = [sumOf(open, 'min'), sumOf(open, 'max')];
  const ratio = max > min ? Math.min(1, (rest - min) / (max - min)) : 1;
  const shareOf = (column: ColumnExtent) =>
    min > rest ? (column.min * rest) / min : column.min + (column.max - column.min) * ratio;
  return columns.map((column) => widths.get(column) ?? shareOf(column));
}

function sumOf(columns: readonly ColumnExtent[], key: keyof ColumnExtent): number {
  return columns.reduce((sum, column) => sum + column[key], 0);
}

function measureColumn(cells: readonly FlowNode[]): ColumnExtent {
  const tails = cells.map(measureTail);
  const tail = Math.max(0, ...tails.map((one) => one ?? 0));
  const extents = cells.map((cell, index): ColumnExtent => {
    const words = wordsOf(cell);
    const own = tails[index];
    if (own === undefined) return { min: widestPiece(words), max: widthOfLine(words) };
    cell._margin = [0, 0, tail - own, 0];
    const max = widthOfLine(words) - own + tail;
    return { min: max, max };
  });
  return {
    min: Math.max(0, ...extents.map(({ min }) => min)) + ROUNDING,
    max: Math.max(0, ...extents.map(({ max }) => max)) + ROUNDING,
  };
}

/** Returns the width in pt of a number's end; undefined for a text that is no number. */
function measureTail(cell: FlowNode): number | undefined {
  const style = wordsOf(cell).at(-1)?.style;
  return cell.numberTail === undefined || !style ? undefined : measureText(style, cell.numberTail);
}

/** Returns the width in pt of the widest piece that is not broken between lines. */
function widestPiece(words: readonly Word[]): number {
  let widest = 0;
  let width = 0;
  for (const word of words) {
    width += word.width;
    widest = Math.max(widest, width);
    width = word.noBreakAfter ? width + word.spaceWidth : 0;
  }
  return widest;
}

function widthOfLine(words: readonly Word[]): number {
  const sum = words.reduce((total, { width, spaceWidth }) => total + width + spaceWidth, 0);
  return sum - (words.at(-1)?.spaceWidth ?? 0);
}
