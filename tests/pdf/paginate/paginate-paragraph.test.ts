import { describe, expect, test } from '@jest/globals';
import type { Word } from '../../../src/pdf/measure/words.ts';
import {
  countOpeningLines,
  type LineSpace,
  paginateParagraph,
} from '../../../src/pdf/paginate/paginate-paragraph.ts';
import { plainStyle as style } from '../../helpers/plain-style.ts';

/** Words as wide as they have letters, a space one wide. */
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

/** A paragraph of so many lines in a column of 10. */
const lines = (count: number) =>
  wordsOf(Array.from({ length: count }, () => 'aaaaaaaaaa').join(' '));

/** What must keep two lines of the paragraph above it, equally high on every page. */
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
  test('stays when it fits', () => {
    expect(paginateParagraph(lines(3), space({ height: 3 })).pageStarts).toEqual([]);
  });

  test('is divided with two lines on each side', () => {
    expect(paginateParagraph(lines(4), space({ height: 2 })).pageStarts).toEqual([2]);
  });

  test('leaves a line of room rather than one line on the next page', () => {
    expect(paginateParagraph(lines(5), space({ height: 4 })).pageStarts).toEqual([3]);
  });

  test('goes over whole when only one line would stay', () => {
    expect(paginateParagraph(lines(5), space({ height: 1 })).pageStarts).toEqual([0]);
  });

  test('goes over whole when it has three lines and room for two', () => {
    expect(paginateParagraph(lines(3), space({ height: 2 })).pageStarts).toEqual([0]);
  });

  test('goes over whole, being one line, with the tail that does not fit', () => {
    expect(paginateParagraph(lines(1), space({ height: 1, ...tail(1) })).pageStarts).toEqual([0]);
  });

  test('gives two lines to a tail that would open the next page alone', () => {
    expect(paginateParagraph(lines(5), space({ height: 5, ...tail(1) })).pageStarts).toEqual([3]);
  });

  test('asks for the tail’s height where the paragraph ends', () => {
    // Beside a float, and so higher there, until the paragraph's fifth line.
    const high = {
      tailHeightOnThisPage: (count: number) => (count < 5 ? 3 : 1),
      tailHeightOnNextPage: 1,
    };
    expect(paginateParagraph(lines(5), space({ height: 6, ...high })).pageStarts).toEqual([]);
    expect(paginateParagraph(lines(4), space({ height: 6, ...high })).pageStarts).toEqual([2]);
  });
});

describe('a paragraph of several pages', () => {
  test('breaks at each page and never leaves a single line', () => {
    const plan = paginateParagraph(lines(11), space({ height: 5, pageHeight: 5 }));
    expect(plan.pageStarts).toEqual([5, 9]);
  });

  test.each([
    [10, [5, 8]],
    [9, [5]],
    [5, [3]],
    [15, [5, 10, 13]],
  ])('gives two of its %i lines to a tail that the last page has no room for', (count, starts) => {
    const full = { height: 5, pageHeight: 5, ...tail(1) };
    expect(paginateParagraph(lines(count), space(full)).pageStarts).toEqual(starts);
    const empty = { ...full, pageIsEmpty: true };
    expect(paginateParagraph(lines(count), space(empty)).pageStarts).toEqual(starts);
  });

  test('gives two lines to the tail when all of it went to the next page and fills that', () => {
    const moved = space({ height: 1, pageHeight: 5, ...tail(1) });
    expect(paginateParagraph(lines(5), moved).pageStarts).toEqual([0, 3]);
  });

  test('is not torn apart for a tail that fits nowhere', () => {
    const plan = paginateParagraph(lines(5), space({ height: 5, pageHeight: 5, ...tail(9) }));
    expect(plan.pageStarts).toEqual([3]);
  });

  test('is placed on an empty page whatever its length', () => {
    const plan = paginateParagraph(
      lines(3),
      space({ height: 2, pageHeight: 2, pageIsEmpty: true }),
    );
    expect(plan.pageStarts).toEqual([2]);
  });
});

describe('lines beside a float', () => {
  test('have the width of their place, also when a break moves them to another page', () => {
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

test('a paragraph too short to be divided keeps all its lines together', () => {
  expect([1, 2, 3, 4, 9].map(countOpeningLines)).toEqual([1, 2, 3, 2, 2]);
});
