import { expect, test } from '@jest/globals';
import {
  arrangeRows,
  type RowPhoto,
} from '../../../../src/publications/shared/layout/photo-rows.ts';

const MEASURES = { width: 480, gutter: 10, minHeight: 57 };
/** Height to which the theme limits rows. */
const MAX_HEIGHT = 170;

/** A photo of these proportions that has enough pixels. */
const photo = (ratio: number, maxHeight = MAX_HEIGHT): RowPhoto => ({
  size: { width: ratio * maxHeight, height: maxHeight },
});

/** Formats rows: number of photos, height, width. */
function rowsOf(photos: readonly RowPhoto[]): string[] {
  return arrangeRows(photos, MEASURES).map(
    ({ photos: row, width }) =>
      `${row.length} of ${Math.round(row[0]?.size.height ?? 0)} × ${Math.round(width)}`,
  );
}

const landscapes = (count: number) => Array.from({ length: count }, () => photo(3 / 2));

test.each<[string, readonly RowPhoto[], string[]]>([
  ['no photo has no row', [], []],
  ['a photo is centred at the greatest height', landscapes(1), ['1 of 170 × 255']],
  ['two fill the width', landscapes(2), ['2 of 157 × 480']],
  ['three fill the width', landscapes(3), ['3 of 102 × 480']],
  ['four make two equal rows', landscapes(4), ['2 of 157 × 480', '2 of 157 × 480']],
  ['five have the longer row first', landscapes(5), ['3 of 102 × 480', '2 of 157 × 480']],
  ['portraits do not fill the width', [photo(2 / 3), photo(2 / 3)], ['2 of 170 × 237']],
  [
    'a portrait and landscapes share one height',
    [photo(2 / 3), ...landscapes(2)],
    ['3 of 125 × 480'],
  ],
  ['few pixels lower the row', [photo(1, 60), photo(1)], ['2 of 60 × 130']],
  [
    'a panorama that would make its row too low stands alone',
    [photo(8), ...landscapes(2)],
    ['1 of 60 × 480', '2 of 157 × 480'],
  ],
])('%s', (_, photos, rows) => {
  expect(rowsOf(photos)).toEqual(rows);
});

test('a photo across the text has a row of its own, and the order stays', () => {
  const [a, b, c] = landscapes(3) as [RowPhoto, RowPhoto, RowPhoto];
  const rows = arrangeRows([a, { ...b, isAlone: true }, c], MEASURES);
  expect(rows.map(({ photos }) => photos.length)).toEqual([1, 1, 1]);
  expect(rows.flatMap(({ photos }) => photos.map((one) => one.photo.size))).toEqual(
    [a, b, c].map(({ size }) => size),
  );
});

test('no photo is printed larger than its greatest size, and all keep their proportions', () => {
  const photos = [photo(1.5, 40), photo(0.5), photo(3), photo(1), photo(2, 90), photo(1.2)];
  const placed = arrangeRows(photos, MEASURES).flatMap((row) => row.photos);
  expect(placed).toHaveLength(photos.length);
  for (const { photo: one, size } of placed) {
    expect(size.height).toBeLessThanOrEqual(one.size.height + 1e-9);
    expect(size.width / size.height).toBeCloseTo(one.size.width / one.size.height);
  }
});
