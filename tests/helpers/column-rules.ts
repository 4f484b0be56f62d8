import type { TypesetLine, TypesetPicture } from '../../src/pdf/inspect/placed-content.ts';
import { FLOW, LEADING, PAGE } from './render-blocks.ts';

// What must never happen in columns, looked for in the lines and pictures of a laid-out document.

/** Width of a column and distance from one column to the next, in pt. */
export const COLUMN_WIDTH = (PAGE.width - 2 * PAGE.margin - FLOW.gutter) / FLOW.count;
const STEP = COLUMN_WIDTH + FLOW.gutter;
/** Tolerance for sums of lengths, in pt. */
const NEAR = 0.1;

/** The lines of a column, and what it is called. */
export interface ReadColumn {
  readonly name: string;
  readonly page: number;
  readonly index: number;
  readonly lines: readonly TypesetLine[];
}

/** The columns with lines, in reading order. */
export function readColumns(lines: readonly TypesetLine[]): ReadColumn[] {
  const columns: (Omit<ReadColumn, 'lines'> & { lines: TypesetLine[] })[] = [];
  for (const line of lines) {
    const index = Math.floor((line.left - PAGE.margin + NEAR) / STEP);
    const name = `page ${line.page}, column ${index + 1}`;
    const last = columns.at(-1);
    if (last?.name === name) last.lines.push(line);
    else columns.push({ name, page: line.page, index, lines: [line] });
  }
  return columns;
}

/** Lists everything that is wrong in a document that consists of columns. */
export function findColumnFaults(lines: readonly TypesetLine[]): string[] {
  const columns = readColumns(lines);
  return [
    ...findDisorder(columns),
    ...columns.flatMap(findOverflow),
    ...columns.flatMap((column, index) => findBadEnds(column, columns[index + 1])),
  ];
}

/** Columns that are not read from left to right and page by page, each once. */
function findDisorder(columns: readonly ReadColumn[]): string[] {
  return columns.flatMap((column, index) => {
    const before = columns[index - 1];
    if (!before || before.page < column.page) return [];
    return before.page === column.page && before.index < column.index
      ? []
      : [`${column.name} after ${before.name}`];
  });
}

/** Lines beyond the edges of their column or page, and lines on each other. */
function findOverflow({ name, index, lines }: ReadColumn): string[] {
  const left = PAGE.margin + index * STEP;
  return lines.flatMap((line, place) => {
    const faults: string[] = [];
    if (line.left < left - NEAR || line.right > left + COLUMN_WIDTH + NEAR) faults.push('too wide');
    if (line.top < PAGE.margin - NEAR || line.bottom > PAGE.height - PAGE.margin + NEAR)
      faults.push('beyond the page');
    if (line.top < (lines[place - 1]?.bottom ?? 0) - NEAR) faults.push('on another line');
    return faults.map((fault) => `${name}: ${fault}: ${line.text}`);
  });
}

/** Headings and single lines of paragraphs at the end or the head of a column. */
function findBadEnds(column: ReadColumn, next: ReadColumn | undefined): string[] {
  const [first, last] = [column.lines[0], column.lines.at(-1)];
  const faults: string[] = [];
  if (first && first.index > 0 && first.index === first.count - 1) faults.push('widow');
  if (first?.keptWithPrevious) faults.push('source at the head');
  if (last && last.index === 0 && last.count > 1) faults.push('orphan');
  if (last?.hyphenated && next) faults.push('hyphen');
  const text = column.lines.findLastIndex(({ heading }) => heading);
  if (text >= 0 && next) {
    const under = column.lines.slice(text + 1).filter(({ caption }) => !caption);
    const [line] = under;
    const isShort = line !== undefined && line.count === 1;
    if (under.length < 2 && !isShort) faults.push('heading without text');
  }
  return faults.map((fault) => `${column.name}: ${fault}`);
}

/** Heights in pt of the columns of a page, from the page's head to their last lines. */
export function columnEnds(lines: readonly TypesetLine[], page: number): number[] {
  return Array.from({ length: FLOW.count }, (_, index) => {
    const inside = readColumns(lines).filter(
      (column) => column.page === page && column.index === index,
    );
    return Math.max(0, ...inside.flatMap((column) => column.lines.map(({ bottom }) => bottom)));
  });
}

/** By how many lines the ends of the columns on the last page differ. */
export function countUnevenLines(lines: readonly TypesetLine[]): number {
  const ends = columnEnds(lines, lines.at(-1)?.page ?? 1).map((end) => Math.max(end, PAGE.margin));
  return (Math.max(...ends) - Math.min(...ends)) / LEADING;
}

/** Pictures that leave the text block, or that a line or another picture stands on. */
export function findPictureFaults(
  pictures: readonly TypesetPicture[],
  lines: readonly TypesetLine[],
): string[] {
  const meets = (a: Omit<TypesetPicture, 'origin'>, b: Omit<TypesetPicture, 'origin'>) =>
    a.page === b.page &&
    a.left < b.right - NEAR &&
    b.left < a.right - NEAR &&
    a.top < b.bottom - NEAR &&
    b.top < a.bottom - NEAR;
  return pictures.flatMap((picture, index) => {
    const { page, left, right, top, bottom } = picture;
    const isInside =
      left > PAGE.margin - NEAR &&
      right < PAGE.width - PAGE.margin + NEAR &&
      top > PAGE.margin - NEAR &&
      bottom < PAGE.height - PAGE.margin + NEAR;
    const on = lines.filter((line) => meets(line, picture)).map(({ text }) => text);
    const others = pictures.filter((other, place) => place > index && meets(other, picture));
    return [
      ...(isInside ? [] : [`page ${page}: beyond the text block`]),
      ...on.map((text) => `page ${page}: on a picture: ${text}`),
      ...others.map(() => `page ${page}: two pictures on each other`),
    ];
  });
}
