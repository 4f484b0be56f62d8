import { describe, expect, test } from '@jest/globals';
import type { Box, ContentNode, StackNode, TextNode } from '../../../src/pdf/definition.ts';
import type { TypesetLine } from '../../../src/pdf/inspect/placed-content.ts';
import { findColumnFaults, findPictureFaults, readColumns } from '../../helpers/column-rules.ts';
import { type PlacedRectangle, readRectangles } from '../../helpers/read-shapes.ts';
import { readStructureTexts } from '../../helpers/read-structure.ts';
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

// Blocks that stay together, pushed over every place of a column and a page.

/** A sweep lays out many documents, ms. */
const PATIENCE = 240_000;
const FOOT = PAGE.height - PAGE.margin;

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const words = (count: number, seed: number): TextNode => ({
  text: makeText(count, seed),
  style: 'body',
});
const shortLines = (count: number): TextNode[] =>
  range(1, count).map((line) => ({ text: `Line ${line} of it.` }));
const columns = (...stack: ContentNode[]): StackNode => ({ columnFlow: FLOW, stack });
const PADDING = 8;
const tint: Box = { padding: [PADDING, PADDING, PADDING, PADDING], color: '#DDE4F2' };
const box = (...stack: ContentNode[]): StackNode => ({
  stack,
  box: tint,
  tag: 'Div',
  spaceAbove: 6,
  spaceBelow: 6,
});
const facts = () =>
  box(
    { text: 'BOX facts', bold: true },
    words(30, 1),
    { ul: [{ stack: [{ text: 'one' }] }, { stack: [{ text: 'two' }] }] },
    { text: 'BOX end' },
  );

/** The lines from the first to the last that names a box. */
function linesOfBox(lines: readonly TypesetLine[]): TypesetLine[] {
  const first = lines.findIndex(({ text }) => text.startsWith('BOX'));
  const last = lines.findLastIndex(({ text }) => text.startsWith('BOX'));
  return lines.slice(first, last + 1);
}

function isInside(line: TypesetLine, ground: PlacedRectangle): boolean {
  return (
    line.page === ground.page &&
    line.left >= ground.left + PADDING - 0.1 &&
    line.right <= ground.right - PADDING + 0.1 &&
    line.top >= ground.top + PADDING - 0.1 &&
    line.bottom <= ground.bottom - PADDING + 0.1
  );
}

describe('a box', () => {
  test(
    'stays whole on its ground wherever a column ends',
    async () => {
      for (const count of range(0, 2 * COLUMN_LINES + 2)) {
        const { lines, bytes } = await layOut(
          columns(...shortLines(count), facts(), ...shortLines(3)),
        );
        const grounds = readRectangles(bytes);
        expect(grounds).toHaveLength(1);
        const [ground] = grounds as [PlacedRectangle];
        const inside = linesOfBox(lines);
        expect(inside.filter((line) => !isInside(line, ground))).toEqual([]);
        expect(ground.bottom).toBeLessThanOrEqual(FOOT + 0.1);
        expect(ground.top).toBeGreaterThanOrEqual(PAGE.margin - 0.1);
        const others = lines.filter((line) => !inside.includes(line));
        const overlapping = others.filter(
          ({ page, left, right, top, bottom }) =>
            page === ground.page &&
            left < ground.right &&
            right > ground.left &&
            top < ground.bottom - 0.1 &&
            bottom > ground.top + 0.1,
        );
        expect(overlapping).toEqual([]);
        expect(findColumnFaults(others)).toEqual([]);
      }
    },
    PATIENCE,
  );

  test('stays whole outside columns, too', async () => {
    for (const count of range(0, COLUMN_LINES + 1)) {
      const { lines, bytes } = await layOut(...shortLines(count), facts(), ...shortLines(2));
      const [ground] = readRectangles(bytes) as [PlacedRectangle];
      expect(ground.right - ground.left).toBeCloseTo(PAGE.width - 2 * PAGE.margin);
      expect(linesOfBox(lines).filter((line) => !isInside(line, ground))).toEqual([]);
    }
  });

  test('has its heading above it', async () => {
    for (const count of range(0, 2 * COLUMN_LINES + 2)) {
      const heading: TextNode = { text: 'Heading', style: 'heading', keepWithNext: true };
      const { lines } = await layOut(columns(...shortLines(count), heading, facts()));
      const at = lines.findIndex(({ text }) => text === 'Heading');
      const column = readColumns(lines).find(({ lines: own }) => own.includes(lines[at] as never));
      expect(column?.lines).toContain(lines[at + 1]);
    }
  });

  test('is read in the order of the text, as one element', async () => {
    const { bytes } = await render(columns(...shortLines(2), facts(), ...shortLines(2)));
    const texts = await readStructureTexts(bytes);
    expect(texts.map(({ roles }) => roles.join(' ')).slice(2, -2)).toEqual([
      'Document Div P',
      'Document Div P',
      'Document Div L LI Lbl',
      'Document Div L LI LBody P',
      'Document Div L LI Lbl',
      'Document Div L LI LBody P',
      'Document Div P',
    ]);
  });

  test('that is higher than a column is divided between lines', async () => {
    const long = box({ text: 'BOX' }, ...range(1, 9).map((seed) => words(70, seed)));
    const { lines, bytes } = await render(columns(...shortLines(3), long, ...shortLines(3)));
    const grounds = readRectangles(bytes);
    expect(grounds.length).toBeGreaterThan(2);
    const inside = lines.slice(3, -3);
    const outside = inside.filter((line) => !grounds.some((ground) => isInside(line, ground)));
    expect(outside).toEqual([]);
    for (const { bottom } of grounds) expect(bottom).toBeLessThanOrEqual(FOOT + 0.1);
  });

  test('reduces a picture that is too high for it', async () => {
    const origin = { path: ['photo'], at: 0 };
    const picture = { image: 'photo', width: 180, height: 800, alt: 'High', origin };
    const { lines, pictures, bytes } = await render(columns(box(picture, { text: 'BOX' })));
    expect(findPictureFaults(pictures, lines)).toEqual([]);
    expect(readRectangles(bytes)).toHaveLength(1);
  });

  test('may stand in a box, and be empty', async () => {
    await render(columns(box(facts(), { text: 'x' }), box(), box({ stack: [] })));
  });

  test('with more padding than a column is high is an error', async () => {
    const stack = [{ text: 'x' }];
    const padding: Box['padding'] = [0, PAGE.height, 0, PAGE.height];
    await expect(renderBlocks([{ stack, box: { padding } }])).rejects.toThrow(/padding/);
  });
});

test('a pull quote is a quotation in its column with a rule beside it', async () => {
  const quote: StackNode = {
    stack: [{ text: makeText(20, 3), italics: true }],
    box: { padding: [10, 0, 0, 0], rules: [{ side: 'left', width: 2, color: '#003399' }] },
    tag: 'BlockQuote',
    spaceAbove: 8,
    spaceBelow: 8,
  };
  const { bytes, lines } = await render(columns(words(40, 1), quote, words(40, 2)));
  const texts = await readStructureTexts(bytes);
  expect(texts[1]?.roles).toEqual(['Document', 'BlockQuote', 'P']);
  expect(findColumnFaults(lines)).toEqual([]);
});

describe('blocks beside each other', () => {
  const sides = (left: number, right: number): StackNode => ({
    sideBySide: { gutter: 20 },
    stack: [{ stack: [{ text: 'LEFT' }, words(left, 1)] }, { stack: [words(right, 2)] }],
  });

  test('begin on one line and are read from left to right', async () => {
    const { lines } = await render(...shortLines(2), sides(30, 60), { text: 'After.' });
    const left = lines.find(({ text }) => text === 'LEFT');
    const right = lines.find(({ left: x }) => x > PAGE.width / 2);
    expect(right?.top).toBe(left?.top);
    const above = lines.slice(0, -1).map(({ bottom }) => bottom);
    expect(lines.at(-1)?.top).toBeCloseTo(Math.max(...above));
  });

  test('stay on one page', async () => {
    for (const count of range(0, COLUMN_LINES)) {
      const { lines } = await layOut(...shortLines(count), sides(20, 60));
      expect(new Set(lines.slice(count).map(({ page }) => page)).size).toBe(1);
    }
  });

  test('that are higher than a page are divided between lines', async () => {
    const { pages, lines, bytes } = await renderBlocks([sides(300, 500), { text: 'After.' }]);
    const texts = (await readStructureTexts(bytes)).map(({ text }) => text.replaceAll(' ', ''));
    const written = ['LEFT', makeText(300, 1), makeText(500, 2), 'After.'];
    expect(texts).toEqual(written.map((text) => text.replaceAll(' ', '')));
    expect(pages).toBeGreaterThan(1);
    for (const { bottom } of lines) expect(bottom).toBeLessThanOrEqual(FOOT + 0.1);
  });

  test('have the widths that are given', async () => {
    const node = { ...sides(30, 60), sideBySide: { gutter: 10, widths: [100, 310] } };
    const { lines } = await render(node);
    const right = lines.filter(({ left }) => left > PAGE.margin + 105);
    expect(right[0]?.left).toBeCloseTo(PAGE.margin + 110);
    expect(right.length).toBeGreaterThan(0);
  });
});

describe('a block at the foot of the last page', () => {
  const closing = (): StackNode => ({
    atPageFoot: true,
    spaceAbove: 10,
    stack: [
      {
        sideBySide: { gutter: 20 },
        stack: [{ stack: [{ text: 'LEFT' }, words(20, 1)] }, { stack: [words(40, 2)] }],
      },
      { text: 'BELOW', spaceAbove: 5 },
    ],
  });

  test(
    'ends at the foot, whole, below the text or on a page of its own',
    async () => {
      for (const count of range(0, 2 * COLUMN_LINES)) {
        const { lines, pages } = await layOut(columns(...shortLines(count)), closing());
        const block = lines.slice(count);
        expect(new Set(block.map(({ page }) => page))).toEqual(new Set([pages]));
        expect(block.at(-1)?.text).toBe('BELOW');
        expect(block.at(-1)?.bottom).toBeCloseTo(FOOT);
        const top = block[0]?.top ?? 0;
        const above = lines.slice(0, count).filter(({ page }) => page === pages);
        for (const line of above) expect(line.bottom).toBeLessThanOrEqual(top - 10 + 0.1);
        const needed = FOOT - top + 10;
        if (pages > 1 && above.length === 0) {
          const ends = lines.slice(0, count).filter(({ page }) => page === pages - 1);
          const lowest = Math.max(...ends.map(({ bottom }) => bottom));
          expect(FOOT - lowest).toBeLessThan(needed);
        }
      }
    },
    PATIENCE,
  );

  test('that is higher than a page begins a page and goes on', async () => {
    const long = { ...closing(), stack: range(1, 9).map((seed) => words(120, seed)) };
    const { lines, pages } = await render(...shortLines(2), long);
    expect(pages).toBeGreaterThan(2);
    expect(lines[2]).toMatchObject({ page: 2, top: PAGE.margin });
  });

  test('may be a box', async () => {
    const { bytes, pages } = await render(...shortLines(2), { ...facts(), atPageFoot: true });
    expect(pages).toBe(1);
    expect(readRectangles(bytes)[0]?.bottom).toBeCloseTo(FOOT, 1);
  });

  test('inside a column is an error', async () => {
    await expect(renderBlocks([columns(closing())])).rejects.toThrow(/place on the page/);
  });
});

describe('a list with numbers of their own style', () => {
  const list = (sizes: readonly number[], start = 1): ContentNode => ({
    ol: sizes.map((size, seed) => ({
      stack: [{ ...words(size, seed), spaceAbove: seed === 0 ? 0 : 6 }],
    })),
    start,
    numerals: { style: 'numeral', digits: 2, gap: 6 },
  });
  /** Width of two digits of 22 pt and the gap. */
  const INDENT = 22 + 6;

  test('has numbers in elements of their own', async () => {
    const { bytes } = await renderBlocks([columns(list([12, 3, 20], 8))]);
    const texts = await readStructureTexts(bytes);
    expect(texts.map(({ roles, text }) => [roles.slice(1).join(' '), text.split(' ')[0]])).toEqual([
      ['L LI Lbl', '08'],
      ['L LI LBody P', expect.any(String)],
      ['L LI Lbl', '09'],
      ['L LI LBody P', expect.any(String)],
      ['L LI Lbl', '10'],
      ['L LI LBody P', expect.any(String)],
    ]);
  });

  test(
    'has no item in two columns, and room for each number',
    async () => {
      for (const count of range(0, 2 * COLUMN_LINES + 2)) {
        const { lines } = await layOut(columns(...shortLines(count), list([12, 3, 20, 1, 9])));
        const items = readColumns(lines).flatMap(({ name, lines: inside }) =>
          inside.map((line, index) => ({ name, line, next: inside[index + 1] })),
        );
        for (const { line, next } of items) {
          if (line.left < PAGE.margin + INDENT - 1 || line.text.startsWith('Line')) continue;
          expect(line.index > 0 || line.count === 1 || next?.index === 1).toBe(true);
          // The number is higher than a line of text.
          if (line.index === 0 && next?.index === 0)
            expect(next.top - line.top).toBeGreaterThan(22);
          if (line.index === 0) expect(line.top + 22).toBeLessThan(FOOT + 3);
        }
      }
    },
    PATIENCE,
  );

  test('aligns the text with the gap after the widest number', async () => {
    const { lines } = await renderBlocks([list([3, 3])]);
    expect(lines[0]?.left).toBeCloseTo(PAGE.margin + INDENT, 0);
    expect((lines[1]?.top ?? 0) - (lines[0]?.top ?? 0)).toBeGreaterThan(1.5 * LEADING);
  });

  test('stands in a list, in a box and without items', async () => {
    const inner = list([5, 6]);
    const outer: ContentNode = {
      ol: [{ stack: [words(5, 1), inner] }],
      numerals: { style: 'numeral', digits: 1, gap: 4 },
    };
    await render(columns(outer, box(list([3, 4])), list([])));
  });

  test('an item higher than a column is divided', async () => {
    await render(columns(...shortLines(3), list([5, 400, 5])));
  });
});
