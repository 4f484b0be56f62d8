import { describe, expect, test } from '@jest/globals';
import type { ContentNode, StackNode, TextNode } from '../../../src/pdf/definition.ts';
import type { TypesetLine } from '../../../src/pdf/inspect/placed-content.ts';
import { distributeWidth } from '../../../src/pdf/paginate/grid-columns.ts';
import { readPdf } from '../../helpers/read-pdf.ts';
import { findAll, readStructureTexts, readTrees } from '../../helpers/read-structure.ts';
import {
  COLUMN_LINES,
  FLOW,
  layOut,
  PAGE,
  render,
  renderBlocks,
} from '../../helpers/render-blocks.ts';
import { makeText } from '../../helpers/render-issue.ts';

// Grids, pushed over every place of a page and a column.

/** A sweep lays out many documents, ms. */
const PATIENCE = 240_000;
const PADDING = 3;
const GUTTER = 12;

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const shortLines = (count: number): TextNode[] =>
  range(1, count).map((line) => ({ text: `Line ${line} of it.` }));

function row(
  texts: readonly string[],
  tag: 'TH' | 'TD',
  changes: Partial<TextNode> = {},
): StackNode {
  return {
    stack: texts.map((text) => ({ text, tag, ...changes })),
    sideBySide: { gutter: GUTTER },
    box: {
      padding: [0, PADDING, 0, PADDING],
      rules: [{ side: 'bottom', width: 0.5, color: '#888888' }],
    },
    tag: 'TR',
    ...(tag === 'TH' && { keepWithNext: true }),
  };
}

const HEAD = ['HEAD', 'Remark'];

function grid(...rows: StackNode[]): StackNode {
  return {
    stack: [row(HEAD, 'TH'), ...rows],
    grid: { headRows: 1 },
    tag: 'Table',
    belowFloats: true,
    spaceAbove: 6,
    spaceBelow: 6,
  };
}

/** Rows of one to three lines. */
const rows = (count: number) =>
  range(1, count).map((index) => row([`ROW ${index}`, makeText(4 + (index % 3) * 9, index)], 'TD'));

/** The pages or columns on which the lines of each row stand. */
function placesOfRows(lines: readonly TypesetLine[], width: number): string[][] {
  const placeOf = ({ page, left }: TypesetLine) =>
    `${page}.${Math.floor((left - PAGE.margin + 0.1) / width)}`;
  const starts = lines.flatMap(({ text }, index) => (/^(ROW|HEAD)/.test(text) ? [index] : []));
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? lines.findLastIndex(({ text }) => !/^Line/.test(text)) + 1;
    return [...new Set(lines.slice(start, end).map(placeOf))];
  });
}

describe('a grid', () => {
  test(
    'is divided between rows only, with its head on each page',
    async () => {
      for (const count of range(0, COLUMN_LINES + 1)) {
        const rendered = await layOut(...shortLines(count), grid(...rows(12)), ...shortLines(2));
        const places = placesOfRows(rendered.lines, PAGE.width);
        expect(places.filter((place) => place.length > 1)).toEqual([]);
        // The head stays with the first row.
        expect(places[0]).toEqual(places[1]);
        const { pages } = await readPdf(rendered.bytes);
        const heads = pages.map(({ lines }) => lines.filter(({ text }) => text.startsWith('HEAD')));
        const hasRow = pages.map(({ lines }) => lines.some(({ text }) => text.startsWith('ROW')));
        expect(heads.map(({ length }) => length)).toEqual(hasRow.map(Number));
        const bottoms = rendered.lines.map(({ bottom }) => bottom);
        expect(Math.max(...bottoms)).toBeLessThanOrEqual(PAGE.height - PAGE.margin + 0.1);
      }
    },
    PATIENCE,
  );

  test(
    'is divided between rows in columns',
    async () => {
      for (const count of range(0, COLUMN_LINES + 1)) {
        const flow = {
          columnFlow: FLOW,
          stack: [...shortLines(count), grid(...rows(6)), ...shortLines(3)],
        };
        const { lines } = await layOut(flow);
        const places = placesOfRows(lines, (PAGE.width - 2 * PAGE.margin + FLOW.gutter) / 2);
        expect(places.filter((place) => place.length > 1)).toEqual([]);
        expect(places[0]).toEqual(places[1]);
      }
    },
    PATIENCE,
  );

  test('has its heading above it, and keeps its last row with a source', async () => {
    const heading: TextNode = { text: 'Heading', style: 'heading', keepWithNext: true };
    const source: TextNode = { text: 'Source', style: 'source', keepWithPrevious: true };
    for (const count of range(COLUMN_LINES - 12, COLUMN_LINES + 1)) {
      const { lines } = await layOut(...shortLines(count), heading, grid(...rows(2)), source);
      const pageOf = (start: string) => lines.find(({ text }) => text.startsWith(start))?.page;
      expect(pageOf('Heading')).toBe(pageOf('ROW 1'));
      expect(pageOf('ROW 2')).toBe(pageOf('Source'));
    }
  });

  test('is a table of the structure tree; a repeated head is not in it', async () => {
    const { bytes, pages } = await render(...shortLines(8), grid(...rows(16)), ...shortLines(1));
    expect(pages).toBe(3);
    const texts = await readStructureTexts(bytes);
    const cells = texts.filter(({ roles }) => roles.includes('Table'));
    expect(cells[0]).toEqual({ roles: ['Document', 'Table', 'TR', 'TH'], text: 'HEAD' });
    expect(cells.filter(({ roles }) => roles.at(-1) === 'TH')).toHaveLength(2);
    expect(cells.filter(({ roles }) => roles.at(-1) === 'TD')).toHaveLength(32);
    const [tree] = await readTrees(bytes);
    expect(findAll(tree ?? {}, 'TH')).toHaveLength(2);
  });

  test('repeats no link and no place to jump to', async () => {
    const head: StackNode = {
      ...row([], 'TH'),
      stack: [{ text: [{ text: 'HEAD', link: 'https://example.org/' }], id: 'head', tag: 'TH' }],
    };
    const { bytes, pages, numberOf } = await renderBlocks([
      {
        ...grid(),
        stack: [head, ...rows(20).map((one) => ({ ...one, stack: one.stack.slice(0, 1) }))],
      },
    ]);
    expect(pages).toBeGreaterThan(1);
    expect(numberOf('head')).toBe(1);
    const links = (await readPdf(bytes)).pages.map((page) => page.links.length);
    expect(links).toEqual([1, ...links.slice(1).map(() => 0)]);
  });

  test('with a row that is higher than a page divides that row', async () => {
    const { lines, pages } = await layOut(
      ...shortLines(3),
      grid(...rows(2), row(['ROW high', makeText(500, 1)], 'TD'), ...rows(2)),
    );
    expect(pages).toBeGreaterThan(2);
    expect(Math.max(...lines.map(({ bottom }) => bottom))).toBeLessThanOrEqual(
      PAGE.height - PAGE.margin + 0.1,
    );
  });

  test('stands below a float', async () => {
    const float: StackNode = {
      stack: [
        { image: 'photo', width: 90, height: 60, alt: 'A photo', origin: { path: [], at: 0 } },
      ],
      float: { side: 'left', width: 90, gutter: 10, below: 5 },
    };
    const { lines, pictures } = await layOut(float, ...shortLines(2), grid(...rows(2)));
    const head = lines.find(({ text }) => text === 'HEAD');
    expect(head?.top).toBeGreaterThanOrEqual((pictures[0]?.bottom ?? 0) + 5);
  });

  test('may be empty, and may stand in lists, boxes and beside others', async () => {
    const one = () => grid(...rows(2));
    await layOut(
      grid(),
      { stack: [], grid: { headRows: 0 } },
      { ul: [one()] },
      {
        stack: [one()],
        box: { padding: [5, 5, 5, 5] },
      },
      { stack: [one(), one()], sideBySide: { gutter: 20 } },
    );
  });
});

describe('the columns of a grid', () => {
  const lefts = (lines: readonly TypesetLine[]) =>
    [...new Set(lines.map(({ left }) => Math.round(left)))].sort((a, b) => a - b);

  test('begin at the same places, and are centred if they are narrow', async () => {
    const { lines } = await layOut(grid(row(['a', 'bbb'], 'TD'), row(['aaaa', 'b'], 'TD')));
    expect(lefts(lines)).toHaveLength(2);
    const [left = 0] = lefts(lines);
    const right = Math.max(...lines.map((line) => line.right));
    expect(left - PAGE.margin).toBeCloseTo(PAGE.width - PAGE.margin - right, -1);
  });

  test('are broken at an equal width if all are wide', async () => {
    const { lines } = await layOut(grid(row([makeText(30, 1), makeText(30, 2)], 'TD')));
    expect(Math.max(...lines.map(({ right }) => right))).toBeLessThanOrEqual(
      PAGE.width - PAGE.margin + 0.1,
    );
    expect(lefts(lines)).toHaveLength(2);
  });

  test('have numbers with their points below each other', async () => {
    const number = (text: string, numberTail: string): ContentNode =>
      row([text], 'TD', { alignment: 'right', numberTail }) as ContentNode;
    const texts = [
      ['1,204.5', '.5'],
      ['3', ''],
      ['0.25', '.25'],
      ['12 %', ' %'],
    ] as const;
    const { lines } = await layOut({
      ...grid(),
      stack: texts.map(([text, tail]) => number(text, tail)) as StackNode[],
      grid: { headRows: 0 },
    });
    const digit = 5; // a digit of Tinos at 10 pt
    const point = 2.5;
    const ends = lines.map(({ right }, index) => {
      const tail = texts[index]?.[1] ?? '';
      const digits = tail.match(/\d/g)?.length ?? 0;
      return right - digits * digit - (tail.startsWith('.') ? point : tail === '' ? 0 : 2.5 + 8.33);
    });
    for (const end of ends) expect(end).toBeCloseTo(ends[0] ?? 0, 0);
  });

  test.each([
    [
      'what they need',
      [
        [10, 40],
        [10, 50],
      ],
      100,
      [40, 50],
    ],
    [
      'what narrow ones leave',
      [
        [10, 20],
        [10, 300],
      ],
      100,
      [20, 80],
    ],
    [
      'shares beyond their widest words',
      [
        [20, 220],
        [40, 140],
      ],
      120,
      [60, 60],
    ],
    [
      'parts of their widest words',
      [
        [100, 200],
        [300, 300],
      ],
      200,
      [50, 150],
    ],
    ['nothing', [[0, 0]], 100, [0]],
  ] as const)('have %s', (_, extents, space, widths) => {
    const columns = extents.map(([min, max]) => ({ min, max }));
    expect(distributeWidth(columns, space)).toEqual(widths);
  });
});
