import { expect, test } from '@jest/globals';
import type { PagePlace } from '../../../src/preview/messages.ts';
import {
  computePositionInEdition,
  computeScrollPosition,
} from '../../../src/preview/page/anchor.ts';

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

/** A value on pages: its key, and how many lines each of its paragraphs has. */
type Value = readonly [key: string, ...lines: number[]];

/** Pages of values; a paragraph is written on a line of its own. */
function edition(name: string, ...content: Value[][]) {
  const places = content.flatMap((values, index) => {
    let top = 50 - LINE;
    return values.flatMap(([key, ...paragraphs]) =>
      paragraphs.flatMap((lines, line) =>
        Array.from({ length: lines }, (_, number): PagePlace => {
          top += LINE;
          const box = { page: index + 1, left: 0, right: 500, top, bottom: top + LINE };
          const text = `${name} ${key} ${line} ${number}`;
          return { ...box, text, ...(key && { key, source: { line: line + 1, column: 1 } }) };
        }),
      ),
    );
  });
  return { sizes: content.map(() => A4), places };
}

/** The place that is at the reading height, a third down the window of 300 pt. */
function readAt({ sizes, places }: ReturnType<typeof edition>, y: number): string | undefined {
  const middle = y + 100;
  const topOf = ({ page, top }: PagePlace) =>
    (page - 1) * ((sizes[0]?.height ?? 0) + 12) + 12 + top;
  const distance = (place: PagePlace) => Math.abs(topOf(place) - middle);
  return [...places].sort((a, b) => distance(a) - distance(b))[0]?.text;
}

const english = edition(
  'en',
  [['', 20]],
  [
    ['0.title', 2],
    ['0.body', 4, 6, 8],
    ['1.title', 1],
    ['1.body', 9, 3],
  ],
  [['2.body', 30]],
  [['', 5]],
);
const russian = edition(
  'ru',
  [['', 22]],
  [
    ['0.title', 3],
    ['0.body', 5, 9, 10],
  ],
  [
    ['1.title', 2],
    ['1.body', 12, 4],
  ],
  [['2.body', 45]],
  [['', 5]],
);
/** Tops of the pages. */
const [, PAGE_2, PAGE_3, PAGE_4, PAGE_5] = [0, 1, 2, 3, 4].map((page) => 12 + page * (842 + 12));

test('another edition is shown at the same paragraph of the same value', () => {
  // The sixth line is the last one of the first paragraph; the title has two lines.
  const y = Number(PAGE_2) + 50 + 5 * LINE - 100;
  expect(readAt(english, y)).toBe('en 0.body 0 3');
  const inRussian = computePositionInEdition(english, russian, y, 300);
  expect(readAt(russian, inRussian)).toBe('ru 0.body 0 4');
  expect(computePositionInEdition(russian, english, inRussian, 300)).toBe(y);
});

test('another edition is shown at the value even if it is on another page', () => {
  const y = Number(PAGE_2) + 50 + 20 * LINE - 100;
  expect(readAt(english, y)).toBe('en 1.title 0 0');
  const inRussian = computePositionInEdition(english, russian, y, 300);
  expect(inRussian).toBe(Number(PAGE_3) + 50 - 100);
  expect(readAt(russian, inRussian)).toBe('ru 1.title 0 0');
});

test('where the paragraphs differ in number, the relative position counts', () => {
  const joined = edition('ru', [], [['0.body', 40]], [], []);
  const y = Number(PAGE_2) + 50 + (2 + 9) * LINE - 100;
  expect(readAt(english, y)).toBe('en 0.body 1 5');
  const position = computePositionInEdition(english, joined, y, 300);
  expect(readAt(joined, position)).toBe(`ru 0.body 0 ${Math.round((9 / 17) * 39)}`);
});

test('a value that the other edition does not have is skipped', () => {
  const without = edition('ru', [], [['0.title', 3]], [['1.body', 10, 4]]);
  const y = Number(PAGE_2) + 50 + 20 * LINE - 100;
  const position = computePositionInEdition(english, without, y, 300);
  expect(readAt(without, position)).toBe('ru 1.body 0 0');
});

test('pages without values are kept, the last ones counted from the end', () => {
  expect(computePositionInEdition(english, russian, 30, 300)).toBe(30);
  const backCover = Number(PAGE_4) + 7;
  expect(computePositionInEdition(english, russian, backCover, 300)).toBe(Number(PAGE_5) + 7);
  expect(computePositionInEdition(russian, english, Number(PAGE_5) + 7, 300)).toBe(backCover);
  const bare = edition('en', [['', 5]], [['', 5]]);
  expect(computePositionInEdition(bare, russian, Number(PAGE_2), 300)).toBe(PAGE_2);
});
