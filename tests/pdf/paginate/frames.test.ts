import { describe, expect, test } from '@jest/globals';
import {
  bottomOf,
  divideItems,
  FrameContext,
  moveItems,
  rememberShapes,
} from '../../../src/pdf/paginate/frames.ts';
import type { PageItem } from '../../../src/pdf/pdfmake/types.ts';

const picture = (y: number, height: number): PageItem =>
  ({ type: 'image', item: { x: 0, y, _height: height } }) as unknown as PageItem;
const shape = (vector: object): PageItem =>
  ({ type: 'vector', item: vector }) as unknown as PageItem;

const positionsOf = (items: readonly PageItem[]) => items.map(({ item }) => item.y);

describe('items', () => {
  test('end at the lower edge of the lowest one', () => {
    expect(bottomOf([])).toBe(0);
    expect(bottomOf([picture(10, 30), shape({ type: 'rect', x: 0, y: 5, w: 1, h: 50 })])).toBe(55);
    expect(bottomOf([shape({ type: 'ellipse', x: 0, y: 5, r1: 2, r2: 3 })])).toBe(8);
    expect(bottomOf([shape({ type: 'line', x1: 0, y1: 9, x2: 5, y2: 7 })])).toBe(9);
    expect(bottomOf([shape({ type: 'polyline', points: [{ x: 0, y: 4 }] })])).toBe(4);
  });

  test('are moved with their shapes', () => {
    const items = [picture(1, 1), shape({ type: 'line', x1: 0, y1: 0, x2: 1, y2: 0 })];
    moveItems(items, 5, 7);
    expect(items.map(({ item }) => item)).toMatchObject([
      { x: 5, y: 8 },
      { x1: 5, y1: 7, x2: 6, y2: 7 },
    ]);
  });

  test('are divided between two of them', () => {
    const items = [picture(0, 10), picture(10, 10), picture(20, 10)];
    const { head, bottom, tail, top } = divideItems(items, 0, 25);
    expect([positionsOf(head), bottom, positionsOf(tail), top]).toEqual([[0, 10], 20, [20], 20]);
  });

  test('beside each other are divided on each side', () => {
    const left = [picture(0, 12), picture(12, 12), picture(24, 12)];
    const right = [picture(0, 10), picture(10, 10), picture(20, 10), picture(30, 10)];
    const { head, bottom, tail, top } = divideItems([...left, ...right], 0, 34);
    expect(positionsOf(head)).toEqual([0, 12, 0, 10, 20]);
    expect(positionsOf(tail)).toEqual([24, 30]);
    expect([bottom, top]).toEqual([30, 24]);
  });

  test('that are higher than the place are not kept out', () => {
    const { head, tail, top } = divideItems([picture(0, 90), picture(90, 10)], 0, 50);
    expect([positionsOf(head), positionsOf(tail), top]).toEqual([[0], [90], 50]);
  });

  test('are divided with their ground and their rule', () => {
    const ground = shape({ type: 'rect', x: 0, y: 0, w: 5, h: 40 });
    const rule = shape({ type: 'line', x1: 0, y1: 0, x2: 0, y2: 40 });
    const { head, tail } = divideItems([ground, rule, picture(5, 10), picture(15, 20)], 0, 30);
    expect(head.map(({ item }) => item)).toMatchObject([
      { y: 0, h: 15 },
      { y1: 0, y2: 15 },
      { y: 5 },
    ]);
    expect(tail.map(({ item }) => item)).toMatchObject([
      { y: 15, h: 25 },
      { y1: 15, y2: 40 },
      { y: 15 },
    ]);
  });
});

test('frames have the heights that they are given when they begin', () => {
  const heights = [100, 50];
  const context = new FrameContext({
    width: 80,
    fullHeight: 100,
    heightOf: (n) => heights[n] ?? 70,
  });
  heights[1] = 40;
  context.availableWidth = 60;
  context.moveToNextPage();
  expect(context).toMatchObject({ page: 1, y: 0, availableHeight: 40, availableWidth: 60 });
  heights[1] = 30;
  context.restartFrame();
  expect(context).toMatchObject({ page: 1, y: 0, availableHeight: 30, availableWidth: 60 });
});

test('shapes are restored in lists and stacks', () => {
  const bullet = { type: 'ellipse', x: 1, y: 2 };
  const line = { type: 'polyline', points: [{ x: 1, y: 2 }] };
  const rule = { type: 'line', x1: 1, y1: 2, x2: 3, y2: 4 };
  const item = {
    positions: [],
    listMarker: { canvas: [bullet] },
    stack: [{ positions: [], canvas: [line] }],
  };
  const nodes = [
    { positions: [], ul: [item] },
    { positions: [], canvas: [rule] },
  ];
  const before = structuredClone([bullet, line, rule]);
  const restore = rememberShapes(nodes);
  moveItems([bullet, line, rule].map(shape), 5, 5);
  restore();
  expect([bullet, line, rule]).toMatchObject(before);
});
