import { describe, expect, test } from '@jest/globals';
import {
  GAP,
  PX_PER_PT,
  scaleOf,
  sheetAt,
  sheetsBetween,
  stepZoom,
  topsOf,
} from '../../../src/preview/page/geometry.ts';

const A4 = { width: 595, height: 842 };
const stack = [A4, A4, A4];

test('sheets stand one below the other with a gap between', () => {
  expect(topsOf(stack)).toEqual([GAP, 842 + 2 * GAP, 2 * 842 + 3 * GAP]);
});

test.each([
  [0, 100, [0]],
  [800, 900, [0, 1]],
  [860, 865, []],
  [-500, 5000, [0, 1, 2]],
])('between %d and %d stand the sheets %j', (from, to, sheets) => {
  expect(sheetsBetween(stack, from, to)).toEqual(sheets);
});

test.each([
  [-10, 0],
  [400, 0],
  [870, 1],
  [9000, 2],
])('at %d stands the sheet %d', (y, sheet) => {
  expect(sheetAt(stack, y)).toBe(sheet);
});

describe('the zoom', () => {
  const room = { width: 1238, height: 433 };

  test('fits the width, or the whole page', () => {
    expect(scaleOf('width', room, A4)).toBe(2);
    expect(scaleOf('page', room, A4)).toBe(0.5);
  });

  test('is no larger than comfortable when it is automatic', () => {
    expect(scaleOf('auto', room, A4)).toBeCloseTo(1.3 * PX_PER_PT);
    expect(scaleOf('auto', { ...room, width: 619 }, A4)).toBe(1);
  });

  test('in per cent is of the natural size, within limits', () => {
    expect(scaleOf(100, room, A4)).toBe(PX_PER_PT);
    expect(scaleOf(1, room, A4)).toBe(0.25 * PX_PER_PT);
    expect(scaleOf(5000, room, A4)).toBe(4 * PX_PER_PT);
  });

  test('goes by steps from what is seen', () => {
    expect(stepZoom(PX_PER_PT, 1)).toBe(115);
    expect(stepZoom(PX_PER_PT, -1)).toBe(87);
    expect(stepZoom(4 * PX_PER_PT, 1)).toBe(400);
  });
});
