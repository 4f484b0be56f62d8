import { describe, expect, test } from '@jest/globals';
import type { Word } from '../../../src/pdf/measure/words.ts';
import {
  countOpeningLines,
  type LineSpace,
  paginateParagraph,
} from '../../../src/pdf/paginate/paginate-paragraph.ts';
import { plainStyle as style } from '../../helpers/plain-style.ts';

/** Words as wide as their number of letters; a space has a width of 1. */
function wordsOf(text: string): Word[] {
  return text.split(' ').map((word) => ({
    style,
    text: word,
    width: word.length,
    space: ' ',
    spaceWidth: 1,
    noBreakAfter: false,
    endsLine: false,
    hyphenWidth: 0,
  }));
}

/** A paragraph with `count` lines in a column of width 10. */
const lines = (count: number) =>
  wordsOf(Array.from({ length: count }, () => 'aaaaaaaaaa').join(' '));

/** A kept tail of the same height on every page. */
const tail = (height: number) => ({
  tailHeightOnThisPage: () => height,
  tailHeightOnNextPage: height,
});

const column = { x: 0, width: 10 };
const space = (changes: Partial<LineSpace>): LineSpace => ({
  lineHeight: 1,
  height: 100,
  pageHeight: 100,
  indent: () => 0,
  boxOnThisPage: () => column,
  boxOnNextPage: column,
  justified: false,
  balanced: false,
  pageIsEmpty: false,
  tailHeightOnThisPage: () => 0,
  tailHeightOnNextPage: 0,
  ...changes,
});

describe('a paragraph at the foot of a page', () => {
  test('stays if it fits', () => {
    expect(paginateParagraph(lines(3), space({ height: 3 })).pageStarts).toEqual([]);
  });

  test('is divided with two lines on each side', () => {
    expect(paginateParagraph(lines(4), space({ height: 2 })).pageStarts).toEqual([2]);
  });

  test('leaves a line empty rather than leaving one line for the next page', () => {
    expect(paginateParagraph(lines(5), space({ height: 4 })).pageStarts).toEqual([3]);
  });

  test('moves entirely if only one line would stay', () => {
    expect(paginateParagraph(lines(5), space({ height: 1 })).pageStarts).toEqual([0]);
  });

  test('moves entirely if it has three lines and only two fit', () => {
    expect(paginateParagraph(lines(3), space({ height: 2 })).pageStarts).toEqual([0]);
  });

  test('moves with a kept tail that does not fit if it has one line', () => {
    expect(paginateParagraph(lines(1), space({ height: 1, ...tail(1) })).pageStarts).toEqual([0]);
  });

  test('moves two lines to a kept tail that would begin the next page alone', () => {
    expect(paginateParagraph(lines(5), space({ height: 5, ...tail(1) })).pageStarts).toEqual([3]);
  });

  test('uses the height of the kept tail at the end of the paragraph', () => {
    // Beside a float, and therefore higher, until the paragraph's fifth line.
    const high = {
      tailHeightOnThisPage: (count: number) => (count < 5 ? 3 : 1),
      tailHeightOnNextPage: 1,
    };
    expect(paginateParagraph(lines(5), space({ height: 6, ...high })).pageStarts).toEqual([]);
    expect(paginateParagraph(lines(4), space({ height: 6, ...high })).pageStarts).toEqual([2]);
  });
});

describe('a paragraph on several pages', () => {
  test('breaks at each page and leaves no single line', () => {
    const plan = paginateParagraph(lines(11), space({ height: 5, pageHeight: 5 }));
    expect(plan.pageStarts).toEqual([5, 9]);
  });

  test.each([
    [10, [5, 8]],
    [9, [5]],
    [5, [3]],
    [15, [5, 10, 13]],
  ])(
    'moves two of its %i lines to a kept tail that does not fit on the last page',
    (count, starts) => {
      const full = { height: 5, pageHeight: 5, ...tail(1) };
      expect(paginateParagraph(lines(count), space(full)).pageStarts).toEqual(starts);
      const empty = { ...full, pageIsEmpty: true };
      expect(paginateParagraph(lines(count), space(empty)).pageStarts).toEqual(starts);
    },
  );

  test('moves two lines to the kept tail if the paragraph moved and fills the next page', () => {
    const moved = space({ height: 1, pageHeight: 5, ...tail(1) });
    expect(paginateParagraph(lines(5), moved).pageStarts).toEqual([0, 3]);
  });

  test('is divided only once for a kept tail that fits on no page', () => {
    const plan = paginateParagraph(lines(5), space({ height: 5, pageHeight: 5, ...tail(9) }));
    expect(plan.pageStarts).toEqual([3]);
  });

  test('is placed on an empty page regardless of its length', () => {
    const plan = paginateParagraph(
      lines(3),
      space({ height: 2, pageHeight: 2, pageIsEmpty: true }),
    );
    expect(plan.pageStarts).toEqual([2]);
  });
});

describe('lines beside a float', () => {
  test('have the full width if they move to the next page', () => {
    const beside = { x: 6, width: 4 };
    const text = wordsOf('aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa');
    const narrow = space({ height: 3, boxOnThisPage: () => beside });
    const plan = paginateParagraph(text, narrow);
    expect(plan.pageStarts).toEqual([3]);
    expect(plan.lines.map(({ box }) => box.width)).toEqual([4, 4, 4, 10, 10, 10]);
    expect(plan.lines.map(({ words }) => words.length)).toEqual([1, 1, 1, 2, 2, 1]);
  });
});

test('the first line is indented', () => {
  const plan = paginateParagraph(wordsOf('aaaaa aaaa aaaa'), space({ indent: () => 2 }));
  expect(plan.lines[0]?.box).toEqual({ x: 2, width: 8 });
  expect(plan.lines[1]?.box).toEqual(column);
});

test('balanced lines are about equally long', () => {
  const title = wordsOf('aaa aaa aaa aaa');
  const lengths = (balanced: boolean) =>
    paginateParagraph(
      title,
      space({ balanced, boxOnThisPage: () => ({ x: 0, width: 11 }) }),
    ).lines.map(({ words }) => words.length);
  expect(lengths(false)).toEqual([3, 1]);
  expect(lengths(true)).toEqual([2, 2]);
});

test('all lines of a paragraph too short to be divided stay together', () => {
  expect([1, 2, 3, 4, 9].map(countOpeningLines)).toEqual([1, 2, 3, 2, 2]);
});

describe('pages of different heights', () => {
  const heights = (...others: number[]) => ({
    height: 3,
    pageHeight: 10,
    heightOfPage: (n: number) => others[n - 1] ?? 10,
  });

  test('are filled with the lines that each holds', () => {
    const { pageStarts } = paginateParagraph(lines(20), space(heights(5, 6)));
    expect(pageStarts).toEqual([3, 8, 14]);
  });

  test('that hold fewer than two lines stay empty', () => {
    const { pageStarts } = paginateParagraph(lines(12), space(heights(1, 0, 4)));
    expect(pageStarts).toEqual([3, 3, 3, 7]);
  });

  test('are not left with one line for the next', () => {
    const { pageStarts } = paginateParagraph(lines(8), space(heights(4)));
    expect(pageStarts).toEqual([3, 6]);
  });

  test('that are too low for a whole short paragraph stay empty', () => {
    const { pageStarts } = paginateParagraph(lines(3), space({ ...heights(2), height: 1 }));
    expect(pageStarts).toEqual([0, 0]);
  });
});
