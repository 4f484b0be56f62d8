import { describe, expect, test } from '@jest/globals';
import type { ContentNode, StackNode, TextNode } from '../../../src/pdf/definition.ts';
import type { RenderedDocument } from '../../../src/pdf/render.ts';
import {
  columnEnds,
  countUnevenLines,
  findColumnFaults,
  findPictureFaults,
  readColumns,
} from '../../helpers/column-rules.ts';
import { readBullets } from '../../helpers/read-shapes.ts';
import {
  COLUMN_LINES,
  FLOW,
  LEADING,
  layOut,
  PAGE,
  render,
  renderBlocks,
} from '../../helpers/render-blocks.ts';
import { makeText } from '../../helpers/render-issue.ts';

// Texts of every length push what follows over every place of a column, and the columns are searched
// for what must never happen.

/** A sweep lays out some hundred documents, ms. */
const PATIENCE = 240_000;
/** Of so many documents of a sweep, one is read back with its structure tree. */
const TREE_EVERY = 6;
/** Words of running text in about one line of a column. */
const LINE_WORDS = 6;

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const paragraph = (lines: number, seed: number): TextNode => ({
  text: makeText(Math.max(1, lines * LINE_WORDS - 2), seed),
  style: 'body',
  leadingIndent: 10,
});
const shortLines = (count: number): TextNode[] =>
  range(1, count).map((line) => ({ text: `Line ${line} of it.` }));
const heading = (text: string): TextNode => ({
  text,
  style: 'heading',
  tag: 'H2',
  keepWithNext: true,
});
const source = (text: string): TextNode => ({ text, style: 'source', keepWithPrevious: true });
/** The caption of a photo across the columns. */
const ACROSS = 'A caption across.';
const photo = (width: number, height: number, across = false): StackNode => ({
  stack: [
    { image: 'photo', width, height, alt: 'A photo', origin: { path: ['photo'], at: 0 } },
    { text: across ? ACROSS : 'A caption.', tag: 'Caption' },
  ],
  spaceAbove: 6,
  columnFloat: { across, below: 8 },
});
const columns = (...stack: ContentNode[]): StackNode => ({ columnFlow: FLOW, stack });

function expectNoFaults({ lines, pictures }: RenderedDocument): void {
  // A float across the columns is drawn below them if their text ends before.
  expect(findColumnFaults(lines.filter(({ text }) => text !== ACROSS))).toEqual([]);
  expect(findPictureFaults(pictures, lines)).toEqual([]);
}

describe('columns', () => {
  test(
    'hold texts of every length, balanced at the end',
    async () => {
      const uneven: number[] = [];
      for (const count of range(1, 4 * COLUMN_LINES + 3)) {
        const rendered = await layOut(columns(...shortLines(count)));
        expectNoFaults(rendered);
        expect(rendered.pages).toBe(Math.ceil(count / (2 * COLUMN_LINES)));
        uneven.push(countUnevenLines(rendered.lines));
      }
      expect(Math.max(...uneven)).toBeLessThanOrEqual(1.01);
    },
    PATIENCE,
  );

  test(
    'divide one paragraph of every length with two lines on each side',
    async () => {
      for (const lines of range(1, 3 * COLUMN_LINES)) {
        const rendered = await layOut(columns(paragraph(lines, lines)));
        expectNoFaults(rendered);
        // Fewer than four lines stay in one column.
        const { page: last } = rendered.lines.at(-1) ?? {};
        const onLastPage = rendered.lines.filter(({ page }) => page === last);
        if (onLastPage.length > 3)
          expect(countUnevenLines(rendered.lines)).toBeLessThanOrEqual(1.01);
      }
    },
    PATIENCE,
  );

  const shapes: readonly (readonly [name: string, nodes: () => ContentNode[]])[] = [
    ['a heading', () => [heading('A heading'), paragraph(7, 2)]],
    ['two headings', () => [heading('First'), heading('Second'), paragraph(5, 3)]],
    ['short paragraphs', () => [1, 2, 3, 1, 4, 2].map((lines, seed) => paragraph(lines, seed))],
    ['a source', () => [paragraph(5, 4), source('A source.'), heading('Next'), paragraph(4, 5)]],
    ['a list', () => [{ ul: range(1, 5).map((seed) => ({ stack: [paragraph(2, seed)] })) }]],
    [
      'a list with large numbers',
      () => [
        heading('A heading'),
        {
          ol: [paragraph(1, 3), { stack: [paragraph(3, 4)] }, { stack: [paragraph(1, 5)] }],
          numerals: { style: 'numeral', digits: 2, gap: 5 },
        },
      ],
    ],
    ['a photo', () => [heading('A heading'), photo(200, 100), paragraph(9, 6)]],
    ['a photo without text below', () => [paragraph(4, 7), photo(200, 60)]],
    ['two photos', () => [photo(200, 90), paragraph(2, 8), photo(200, 120), paragraph(6, 9)]],
    ['a photo across', () => [heading('A heading'), photo(420, 110, true), paragraph(8, 10)]],
    [
      'photos in a column and across',
      () => [photo(420, 90, true), paragraph(3, 11), photo(200, 100), paragraph(5, 12)],
    ],
    [
      'a photo beside text',
      () => [
        {
          stack: [{ image: 'photo', width: 80, height: 60, alt: 'A photo' }],
          float: { side: 'left', width: 80, gutter: 8, below: 5 },
        },
        paragraph(8, 13),
      ],
    ],
  ];

  test.each(shapes)(
    'keep the rules wherever a column ends in text with %s',
    async (_, nodes) => {
      for (const lines of range(0, 2 * COLUMN_LINES + 2)) {
        // To read the structure tree takes longer than to lay out.
        const lay = lines % TREE_EVERY === 0 ? render : layOut;
        expectNoFaults(await lay(columns(...shortLines(lines), ...nodes(), ...shortLines(3))));
      }
    },
    PATIENCE,
  );

  test(
    'start at every height of a page below a heading across',
    async () => {
      for (const lines of range(0, COLUMN_LINES)) {
        const above: TextNode = {
          text: 'Text across. '.repeat(3),
          margin: [0, 0, 0, lines * LEADING],
          tag: 'P',
        };
        const title = heading('A title across the columns');
        const rendered = await renderBlocks([above, title, columns(paragraph(9, 14))]);
        const at = rendered.lines.findIndex(({ text }) => text.startsWith('A title'));
        const [line, next] = rendered.lines.slice(at);
        expect(next?.page).toBe(line?.page);
        expect(findColumnFaults(rendered.lines.slice(at + 1))).toEqual([]);
      }
    },
    PATIENCE,
  );

  test('are as many as wanted, balanced too', async () => {
    for (const lines of range(3, 3 * COLUMN_LINES)) {
      const flow = { count: 3, gutter: 15 };
      const { lines: placed } = await renderBlocks([
        { columnFlow: flow, stack: shortLines(lines) },
      ]);
      const lefts = [...new Set(placed.map(({ left }) => Math.round(left)))];
      expect(lefts).toHaveLength(3);
      const counts = lefts.map(
        (left) => placed.filter((line) => Math.round(line.left) === left).length,
      );
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
  });

  test('have the bullets of a list beside its items', async () => {
    for (const count of range(0, 9)) {
      const list = { ul: range(1, 6).map((seed) => ({ stack: [paragraph(2, seed)] })) };
      const { lines, bytes } = await layOut(columns(...shortLines(count), list));
      const items = lines.slice(count).filter(({ index }) => index === 0);
      const bullets = readBullets(bytes);
      expect(bullets).toHaveLength(items.length);
      for (const [index, { page, left, top, bottom }] of items.entries()) {
        const { x = 0, y = 0, page: own } = bullets[index] ?? {};
        expect(own).toBe(page);
        // The first line is indented by 10 pt, or begins beside the bullet.
        expect(left - x).toBeGreaterThan(5);
        expect(left - x).toBeLessThan(30);
        expect(y).toBeGreaterThan(top);
        expect(y).toBeLessThan(bottom);
      }
    }
  });

  test('without content take no space', async () => {
    const { lines } = await renderBlocks([columns(), { text: 'After.' }]);
    expect(lines.map(({ text, top }) => [text, top])).toEqual([['After.', PAGE.margin]]);
  });
});

describe('a column flow ends', () => {
  test('before a new page, with balanced columns', async () => {
    const next: StackNode = { stack: [heading('New'), paragraph(4, 1)], pageBreak: 'before' };
    const { lines, pages } = await render(columns(...shortLines(9), next));
    expect(pages).toBe(2);
    const first = lines.filter(({ page }) => page === 1);
    expect(countUnevenLines(first)).toBeLessThanOrEqual(1.01);
    expect(lines.find(({ page }) => page === 2)?.text).toBe('New');
  });

  test('without an empty page if the new page is empty already', async () => {
    const next: StackNode = { stack: [paragraph(4, 1)], pageBreak: 'before' };
    const { pages } = await render(columns(next));
    expect(pages).toBe(1);
  });

  test(
    'before a block across the columns, and goes on below it',
    async () => {
      for (const count of range(0, 2 * COLUMN_LINES + 2)) {
        const across: TextNode = { text: 'Across.', acrossColumns: true, spaceAbove: 10 };
        const { lines } = await layOut(
          columns(...shortLines(count), across, ...shortLines(5), paragraph(4, 1)),
        );
        const at = lines.findIndex(({ text }) => text === 'Across.');
        const { page = 0, top = 0 } = lines[at] ?? {};
        const [before, after] = [lines.slice(0, at), lines.slice(at + 1)];
        if (count > 0) {
          expect(findColumnFaults(before)).toEqual([]);
          expect(countUnevenLines(before)).toBeLessThanOrEqual(1.01);
        }
        expect(findColumnFaults(after)).toEqual([]);
        for (const line of before.filter((other) => other.page === page))
          expect(line.bottom).toBeLessThan(top);
        for (const line of after.filter((other) => other.page === page))
          expect(line.top).toBeGreaterThan(top);
      }
    },
    PATIENCE,
  );

  test('with a heading across the columns on the page of its text', async () => {
    for (const count of range(1, 2 * COLUMN_LINES + 2)) {
      const across: TextNode = { ...heading('Across.'), acrossColumns: true };
      const { lines } = await layOut(columns(...shortLines(count), across, paragraph(6, 1)));
      const at = lines.findIndex(({ text }) => text === 'Across.');
      expect(lines[at + 1]?.page).toBe(lines[at]?.page);
    }
  });
});

describe('a float', () => {
  test('stands in its column if two lines of text fit below it', async () => {
    const { pictures } = await render(columns(...shortLines(3), photo(200, 60), paragraph(20, 1)));
    expect(pictures[0]).toMatchObject({ page: 1, left: PAGE.margin });
    expect(pictures[0]?.top).toBeCloseTo(PAGE.margin + 3 * LEADING + 6);
  });

  test('moves to the head of the next column, and the text goes on without it', async () => {
    const { pictures, lines } = await render(
      columns(...shortLines(COLUMN_LINES - 5), photo(200, 150), ...shortLines(30)),
    );
    expect(pictures[0]?.top).toBeCloseTo(PAGE.margin);
    expect(pictures[0]?.left).toBeGreaterThan(PAGE.width / 2);
    expect(readColumns(lines)[0]?.lines.length).toBe(COLUMN_LINES);
  });

  test('across the columns stands at the head of a page whose columns are empty', async () => {
    const { pictures } = await render(columns(photo(420, 100, true), ...shortLines(9)));
    expect(pictures[0]).toMatchObject({ page: 1, top: PAGE.margin });
  });

  test('across the columns stands at the head of the next page', async () => {
    const { pictures, lines } = await render(
      columns(...shortLines(3), photo(420, 100, true), ...shortLines(3 * COLUMN_LINES)),
    );
    expect(pictures[0]).toMatchObject({ page: 2, top: PAGE.margin });
    const onPage = lines.filter(({ page, caption }) => page === 2 && !caption);
    expect(Math.min(...onPage.map(({ top }) => top))).toBeGreaterThan(PAGE.margin + 100 + LEADING);
  });

  test('across the columns stands below them if their text ends before', async () => {
    const { pictures, lines, pages } = await render(
      columns(...shortLines(3), photo(420, 100, true), ...shortLines(6)),
      { text: 'After.' },
    );
    expect(pages).toBe(1);
    const ends = columnEnds(lines.slice(0, -2), 1);
    expect(pictures[0]?.top).toBeGreaterThan(Math.max(...ends.slice(0, 1)));
    expect(lines.at(-1)?.text).toBe('After.');
    expect(lines.at(-1)?.top).toBeGreaterThan(pictures[0]?.bottom ?? 0);
  });

  test('keeps its order among several', async () => {
    const heights = [150, 40, 120, 60];
    const { pictures } = await render(
      columns(
        ...shortLines(15),
        ...heights.flatMap((height) => [photo(200, height), paragraph(3, height)]),
      ),
    );
    const printed = [...pictures].sort(
      (a, b) => a.page - b.page || a.left - b.left || a.top - b.top,
    );
    expect(printed.map(({ top, bottom }) => Math.round(bottom - top))).toEqual(heights);
  });
});

describe('hostile content in columns', () => {
  test('a word wider than the column is divided', async () => {
    const rendered = await render(
      columns({ text: 'x'.repeat(300), style: 'body' }, paragraph(3, 1)),
    );
    expectNoFaults(rendered);
  });

  test.each([
    ['in a column', { image: 'photo', width: 200, height: 900, alt: 'High' }],
    ['wider than its column', { image: 'photo', width: 900, height: 300, alt: 'Wide' }],
  ])('a picture too large is reduced: %s', async (_, image) => {
    const origin = { path: ['photo'], at: 0 };
    const { pictures, lines } = await render(
      columns(paragraph(3, 1), { ...image, origin }, paragraph(3, 2)),
    );
    expect(findPictureFaults(pictures, lines)).toEqual([]);
    const { left = 0, right = 0, top = 0, bottom = 0 } = pictures[0] ?? {};
    expect((right - left) / (bottom - top)).toBeCloseTo(image.width / image.height);
  });

  test.each([false, true])('a float that is too high is reduced: across %s', async (across) => {
    const rendered = await render(
      columns(paragraph(3, 1), photo(200, 900, across), paragraph(30, 2)),
    );
    expectNoFaults(rendered);
  });

  test('a float whose caption is higher than a page is divided', async () => {
    const long = photo(200, 50);
    long.stack.push({ text: makeText(600, 3), tag: 'Caption' });
    await render(columns(paragraph(3, 1), long, paragraph(3, 2)));
    const across = photo(420, 50, true);
    across.stack.push({ text: makeText(1200, 3), tag: 'Caption' });
    await render(columns(paragraph(3, 1), across, paragraph(3, 2)));
  });

  test('many floats and no text', async () => {
    const rendered = await render(
      columns(...range(1, 9).map((n) => photo(n % 2 ? 200 : 420, 30 * n, n % 2 === 0))),
    );
    expectNoFaults({ ...rendered, lines: [] });
    expect(rendered.pictures).toHaveLength(9);
  });

  test('a heading without text', async () => {
    await render(columns(...shortLines(2 * COLUMN_LINES - 1), heading('The end')));
  });

  test.each([
    [
      'a nested page break',
      { stack: [{ text: 'x', pageBreak: 'before' as const }] },
      /start a page/,
    ],
    [
      'a nested block across',
      { stack: [{ text: 'x', acrossColumns: true }] },
      /across the columns/,
    ],
    ['a place on the page', { text: 'x', absolutePosition: { x: 0, y: 0 } }, /place on the page/],
  ])('%s is an error', async (_, node, message) => {
    await expect(renderBlocks([columns(node)])).rejects.toThrow(message);
  });
});
