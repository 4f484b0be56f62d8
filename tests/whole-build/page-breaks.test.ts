import { describe, expect, test } from '@jest/globals';
import {
  linesInMargins,
  linesOnPictures,
  photoBeside,
  picturesInMargins,
  shortSectionEnds,
  singleLines,
  sourcesAlone,
  strandedTitles,
  textLines,
} from '../helpers/page-rules.ts';
import type { ReadPdf } from '../helpers/read-pdf.ts';
import { makeText } from '../helpers/render-issue.ts';
import { renderSections, type SectionArticle } from '../helpers/render-sections.ts';

// Tries a page break at every line of an article: fillers of all lengths push the article down line by line,
// each in its own section, and the resulting pages are checked for layout defects.

/** Timeout for a sweep of about a hundred pages, in ms. */
const TIMEOUT = 120_000;
/** Lines of running text per page. */
const PAGE_LINES = 45;
const PHOTO = { side: 'left' } as const;
const LONG_SOURCE = `https://example.org/${'a-long-name-of-a-page/'.repeat(8)}`;

/** An article of paragraphs of one line each; the page may break between any of them. */
const filler = (lines: number): SectionArticle => ({
  body: Array.from({ length: lines }, (_, line) => `Line ${line} of it.`).join('\n\n'),
});

/** Text of about this number of full lines. */
const linesOfText = (lines: number, seed = 1) => makeText(lines * 9 - 4, seed);

/** A paragraph of this number of short lines. */
const brokenLines = (lines: number) =>
  Array.from({ length: lines }, (_, line) => `Line ${line} of it.`).join('\\\n');

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const shapes: readonly (readonly [name: string, article: SectionArticle])[] = [
  ['one line', { body: 'A short body.' }],
  ['two lines', { body: linesOfText(2) }],
  ['three lines', { body: linesOfText(3) }],
  ['four lines', { body: linesOfText(4) }],
  [
    'several paragraphs',
    { body: `${linesOfText(5)}\n\n${linesOfText(2, 2)}\n\n${linesOfText(4)}` },
  ],
  ['a last paragraph of one line', { body: `${linesOfText(6)}\n\nIt ends.` }],
  ['two last paragraphs of one line', { body: `${linesOfText(4)}\n\nIt ends.\n\nNow.` }],
  ['a list at its end', { body: `${linesOfText(5)}\n\n* one\n* two\n* three` }],
  ['a quote at its end', { body: `${linesOfText(5)}\n\n> ${linesOfText(3)}\n>\n> It ends.` }],
  [
    'several sources',
    {
      body: linesOfText(5),
      source: ['https://example.org/1', LONG_SOURCE, 'https://example.org/3'],
    },
  ],
  ['a source of three lines', { body: linesOfText(5), source: LONG_SOURCE }],
  ['a photo', { photo: PHOTO, body: `${linesOfText(9)}\n\n${linesOfText(7, 2)}` }],
  ['its source beside a photo', { photo: PHOTO, body: linesOfText(3), source: LONG_SOURCE }],
  ['all its text beside a photo', { photo: PHOTO, body: `${linesOfText(3)}\n\nIt ends.` }],
  [
    'a photo across the text',
    { photo: { side: 'full', caption: 'The hall.' }, body: linesOfText(4) },
  ],
];

test.each(shapes)(
  'no layout defect wherever a page ends in an article with %s',
  async (_, article) => {
    const next = { body: linesOfText(3, 5) };
    const from = article.photo ? 10 : PAGE_LINES - 20;
    const { pdf } = await renderSections(
      range(from, PAGE_LINES).map((lines) => [filler(lines), article, next]),
    );
    expect(pdf.pages.length).toBeGreaterThan(PAGE_LINES - from + 10);
    expectNoDefects(pdf);
  },
  TIMEOUT,
);

test(
  'no layout defect wherever a paragraph of one or two pages ends',
  async () => {
    const lengths = [...range(PAGE_LINES - 6, PAGE_LINES + 4), ...range(82, 2 * PAGE_LINES + 4)];
    const { pdf } = await renderSections(lengths.map((lines) => [{ body: brokenLines(lines) }]));
    const held = Math.max(...pdf.pages.slice(2).map((page) => textLines(page).length));
    expect(held).toBeGreaterThanOrEqual(PAGE_LINES);
    expectNoDefects(pdf);
  },
  TIMEOUT,
);

/** A list entry of about this number of lines beside a photo, with its name as every word. */
const entryOf = (name: string, lines: number) =>
  Array.from({ length: lines * 8 - 3 }, () => name).join(' ');

/** Finds entries split over two columns: some lines beside a photo, some not. */
function findSplitEntries(pdf: ReadPdf): string[] {
  return pdf.pages.flatMap((page) => {
    const columns = new Map<string, Set<boolean>>();
    for (const line of textLines(page)) {
      const name = /\b(en\d+)\b/.exec(line.text)?.[1];
      if (!name) continue;
      const isBeside = photoBeside(line, page) !== undefined;
      columns.set(name, (columns.get(name) ?? new Set()).add(isBeside));
    }
    return [...columns]
      .filter(([, found]) => found.size > 1)
      .map(([name]) => `${page.label}: ${name}`);
  });
}

describe.each(['left', 'right'] as const)('a list beside a photo at the %s', (side) => {
  const before = range(0, 13).map((lines) => linesOfText(Math.ceil(lines / 2), lines));
  const listOf = (sign: (index: number) => string, lines: readonly number[]) =>
    lines.map((count, index) => `${sign(index)} ${entryOf(`en${index}`, count)}`).join('\n');

  test.each([
    ['bullets', () => '*', [1, 2, 3, 2, 1, 4, 2, 1]],
    ['numbers', (index: number) => `${index + 1}.`, [3, 1, 2, 5, 1, 3, 2, 4]],
    [
      'a list in an entry',
      (index: number) => (index % 3 === 1 ? '   *' : '1.'),
      [2, 1, 3, 1, 2, 4, 1, 2],
    ],
  ] as const)(
    'has no entry split over two columns: %s',
    async (_, sign, lines) => {
      const articles = before.map((text) => [
        { photo: { side }, body: `${text}\n\n${listOf(sign, lines)}\n\n${linesOfText(2)}` },
      ]);
      const { pdf } = await renderSections(articles);
      expect(findSplitEntries(pdf)).toEqual([]);
      expectNoDefects(pdf);
    },
    TIMEOUT,
  );

  test('keeps an entry taller than the photo in its column', async () => {
    const body = `* ${entryOf('en0', 40)}\n* ${entryOf('en1', 2)}\n\n${linesOfText(2)}`;
    const { pdf } = await renderSections([[{ photo: { side }, body }]]);
    const lines = textLines(pdf.pages[2] as ReadPdf['pages'][number]);
    const tall = lines.filter(({ text }) => text.includes('en0'));
    expect(tall.length).toBeGreaterThan(20);
    expect(new Set(tall.slice(0, -1).map(({ right }) => Math.round(right))).size).toBe(1);
    expect(new Set(tall.slice(1).map(({ x }) => Math.round(x))).size).toBe(1);
  });
});

function expectNoDefects(pdf: ReadPdf): void {
  expect({
    sourcesAlone: sourcesAlone(pdf),
    strandedTitles: strandedTitles(pdf),
    shortSectionEnds: shortSectionEnds(pdf),
    singleLines: singleLines(pdf),
    linesOnPictures: linesOnPictures(pdf),
    linesInMargins: linesInMargins(pdf),
    picturesInMargins: picturesInMargins(pdf),
  }).toEqual({
    sourcesAlone: [],
    strandedTitles: [],
    shortSectionEnds: [],
    singleLines: [],
    linesOnPictures: [],
    linesInMargins: [],
    picturesInMargins: [],
  });
}
