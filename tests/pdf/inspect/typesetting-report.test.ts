import { expect, test } from '@jest/globals';
import type { TypesetLine } from '../../../src/pdf/inspect/placed-content.ts';
import { measureTypesetting } from '../../../src/pdf/inspect/typesetting-report.ts';

const FOOT = 780;

/** Returns a line of an article's text with the given changes. */
const line = (text: string, page: number, changes: Partial<TypesetLine> = {}): TypesetLine => ({
  text,
  page,
  top: 100,
  bottom: 116,
  left: 71,
  right: 552,
  index: 0,
  count: 1,
  spaces: undefined,
  hyphenated: false,
  origin: { path: ['sections', 0], at: 0 },
  heading: false,
  caption: false,
  keptWithPrevious: false,
  opensPage: false,
  ...changes,
});
const section = (page: number) =>
  line('COUNTRY', page, { heading: true, opensPage: true, origin: undefined });
const title = (page: number) => line('TITLE', page, { heading: true });
const source = (page: number) => line('https://example.org', page, { keptWithPrevious: true });
const backCover = (page: number) => line('The Centre', page, { origin: undefined });

const blemishesOf = (lines: readonly TypesetLine[]) =>
  measureTypesetting(lines, FOOT).blemishes.map(
    ({ kind, page, text }) => `${kind} ${page} ${text}`,
  );

test('finds no blemish in an article on one page', () => {
  const lines = [section(3), title(3), line('a', 3), source(3), backCover(4)];
  expect(blemishesOf(lines)).toEqual([]);
});

test('finds a title with fewer than two lines of text below it, not counting a caption', () => {
  const foot = [title(3), line('The hall.', 3, { caption: true }), line('a', 3)];
  const lines = [section(3), line('x', 3), ...foot, line('b', 4), line('c', 4), source(4)];
  expect(blemishesOf(lines)).toEqual(['stranded-heading 3 TITLE']);
});

test('finds a source at the top of a page, and a last page of fewer than three lines', () => {
  const lines = [section(3), title(3), line('a', 3), line('b', 3), source(4), backCover(5)];
  expect(blemishesOf(lines)).toEqual([
    'source-at-page-head 4 https://example.org',
    'short-section-end 4 https://example.org',
  ]);
});

test('finds a single line of a paragraph at the top or bottom of a page', () => {
  const paragraph = (index: number, page: number, count: number) =>
    line(`line ${index}`, page, { index, count });
  const widow = [paragraph(0, 3, 3), paragraph(1, 3, 3), paragraph(2, 4, 3)];
  const rest = [line('d', 4), source(4)];
  expect(blemishesOf([section(3), title(3), ...widow, ...rest])).toEqual(['widow 4 line 2']);
  const orphan = [paragraph(0, 3, 3), paragraph(1, 4, 3), paragraph(2, 4, 3)];
  expect(blemishesOf([section(3), line('y', 3), line('x', 3), ...orphan, source(4)])).toEqual([
    'orphan 3 line 0',
  ]);
});
