// Photos beside each other: which photos make a row, how high it is, and its layout.
import type { StackNode } from '../../../pdf/definition.ts';
import {
  type Dimensions,
  type Figure,
  type FigureStyles,
  figureParts,
  sideMargins,
} from './figure.ts';

/** Most photos in a row. */
const MAX_IN_ROW = 3;

/** A photo that is to stand in a row. */
export interface RowPhoto {
  /** Greatest size at which it can be printed, in pt. */
  readonly size: Dimensions;
  /** The photo has a row of its own. */
  readonly isAlone?: boolean;
}

/** Lengths of rows, in pt. */
export interface RowMeasures {
  /** Width of the text. */
  readonly width: number;
  /** White space between two photos. */
  readonly gutter: number;
  /** Height below which photos show too little. */
  readonly minHeight: number;
}

/** Photos of one row, in their order, with one height. */
export interface PhotoRow<Photo> {
  readonly photos: readonly { readonly photo: Photo; readonly size: Dimensions }[];
  /** Width of the photos and the white space between them. */
  readonly width: number;
}

/**
 * Divides photos into rows in their order. A row fills the width of the text, unless one of its photos
 * cannot be printed that large. Of all divisions whose rows are high enough, the one with the fewest
 * rows is used; of several, the one whose rows differ least in height.
 */
export function arrangeRows<Photo extends RowPhoto>(
  photos: readonly Photo[],
  measures: RowMeasures,
): PhotoRow<Photo>[] {
  const divisions = listDivisions(photos).map((rows) =>
    rows.map((row) => layOutRow(row, measures)),
  );
  const low = (rows: readonly PhotoRow<Photo>[]) =>
    rows.filter((row) => row.photos.length > 1 && heightOf(row) < measures.minHeight).length;
  const spread = (rows: readonly PhotoRow<Photo>[]) => {
    const heights = rows.map(heightOf);
    return Math.max(...heights) - Math.min(...heights);
  };
  const [best = []] = divisions.toSorted(
    (a, b) => low(a) - low(b) || a.length - b.length || spread(a) - spread(b),
  );
  return best;
}

/** Lengths of rows of photos, in pt. */
export interface RowTheme {
  readonly maxHeight: number;
  readonly gutter: number;
  readonly above: number;
}

/**
 * Returns photos in rows across the text, each with its caption; a row stays on one page. The last row
 * stays with what follows it.
 */
export function figureRows(
  photos: readonly (Figure & Pick<RowPhoto, 'isAlone'>)[],
  {
    theme: { gutter, above },
    ...measures
  }: Pick<RowMeasures, 'width' | 'minHeight'> & { readonly theme: RowTheme },
  styles: FigureStyles,
): StackNode[] {
  const rows = arrangeRows(photos, { ...measures, gutter });
  return rows.map(({ photos: row, width }, index) => ({
    stack: row.map(
      ({ photo, size }): StackNode => ({ stack: figureParts({ ...photo, size }, styles) }),
    ),
    sideBySide: { gutter, widths: row.map(({ size }) => size.width) },
    margin: sideMargins((measures.width - width) / 2),
    spaceAbove: above,
    belowFloats: true,
    ...(index === rows.length - 1 && { keepWithNext: true }),
  }));
}

/** Lists the ways to divide photos into rows, those with long rows first. */
function listDivisions<Photo extends RowPhoto>(photos: readonly Photo[]): (readonly Photo[])[][] {
  if (photos.length === 0) return [[]];
  const lengths = Array.from({ length: MAX_IN_ROW }, (_, index) => MAX_IN_ROW - index);
  return lengths.flatMap((length) => {
    const row = photos.slice(0, length);
    if (row.length < length || (length > 1 && row.some(({ isAlone }) => isAlone))) return [];
    return listDivisions(photos.slice(length)).map((rest) => [row, ...rest]);
  });
}

function layOutRow<Photo extends RowPhoto>(
  row: readonly Photo[],
  { width, gutter }: RowMeasures,
): PhotoRow<Photo> {
  const gaps = gutter * (row.length - 1);
  const ratios = row.map(({ size }) => size.width / size.height);
  const filling = (width - gaps) / sum(ratios);
  const height = Math.min(filling, ...row.map(({ size }) => size.height));
  const photos = row.map((photo, index) => ({
    photo,
    size: { width: height * (ratios[index] ?? 0), height },
  }));
  return { photos, width: gaps + sum(photos.map(({ size }) => size.width)) };
}

function heightOf({ photos }: PhotoRow<unknown>): number {
  return photos[0]?.size.height ?? 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
