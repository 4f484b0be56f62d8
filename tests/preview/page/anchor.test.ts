import { expect, test } from '@jest/globals';
import type { PagePlace } from '../../../src/preview/messages.ts';
import { computeScrollPosition } from '../../../src/preview/page/anchor.ts';

const A4 = { width: 595, height: 842 };
const LINE = 16;

/** Pages of lines, the first line 50 pt below the page's top. */
function pages(...texts: string[][]) {
  const places = texts.flatMap((lines, index) =>
    lines.map((text, line): PagePlace => {
      const top = 50 + line * LINE;
      return { page: index + 1, left: 0, right: 500, top, bottom: top + LINE, text };
    }),
  );
  return { sizes: texts.map(() => A4), places };
}

const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `the line of number ${from + index}`);

test('a visible line keeps its place when lines are added before it', () => {
  const before = pages(words(0, 20));
  const after = pages(['one more line', 'and another', ...words(0, 20)]);
  expect(computeScrollPosition(before, after, 200, 300)).toBe(200 + 2 * LINE);
});

test('a visible line keeps its place when it moves to another page', () => {
  const before = pages(words(0, 20), words(20, 20));
  const after = pages(words(0, 20), ['a new article'], words(20, 20));
  expect(computeScrollPosition(before, after, 900, 300)).toBe(900 + 842 + 12);
});

test('when the first visible line was changed, the next one keeps its place', () => {
  const before = pages(words(0, 20));
  const changed = words(0, 20).map((text, index) => (index < 9 ? `${text}, changed` : text));
  expect(computeScrollPosition(before, pages(['a new line', ...changed]), 190, 300)).toBe(
    190 + LINE,
  );
});

test('of identical lines the nearest is used', () => {
  const before = pages(words(0, 5), words(0, 5), words(0, 5));
  const after = pages(words(0, 5), ['a new line', ...words(0, 5)], words(0, 5));
  expect(computeScrollPosition(before, after, 880, 300)).toBe(880 + LINE);
});

test('without a common line the position on the page is kept', () => {
  const before = pages(words(0, 5), words(5, 5));
  const after = pages(words(100, 5), words(105, 5));
  expect(computeScrollPosition(before, after, 1000, 300)).toBe(1000);
  expect(computeScrollPosition(before, pages(words(100, 5)), 1000, 300)).toBe(12 + 1000 - 866);
});
