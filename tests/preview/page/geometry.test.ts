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

test('sheets are one below the other with a gap between them', () => {
  expect(topsOf(stack)).toEqual([GAP, 842 + 2 * GAP, 2 * 842 + 3 * GAP]);
});

test.each([
  [0, 100, [0]],
  [800, 900, [0, 1]],
  [860, 865, []],
  [-500, 5000, [0, 1, 2]],
])('between %d and %d are the sheets %j', (from, to, sheets) => {
  expect(sheetsBetween(stack, from, to)).toEqual(sheets);
});

test.each([
  [-10, 0],
  [400, 0],
  [870, 1],
  [9000, 2],
])('at %d is the sheet %d', (y, sheet) => {
  expect(sheetAt(stack, y)).toBe(sheet);
});

describe('the zoom', () => {
  const viewport = { width: 1238, height: 433 };

  test('fits the width, or the whole page', () => {
    expect(scaleOf('width', viewport, A4)).toBe(2);
    expect(scaleOf('page', viewport, A4)).toBe(0.5);
  });

  test('is limited when it is automatic', () => {
    expect(scaleOf('auto', viewport, A4)).toBeCloseTo(1.3 * PX_PER_PT);
    expect(scaleOf('auto', { ...viewport, width: 619 }, A4)).toBe(1);
  });

  test('in per cent is relative to the natural size, within limits', () => {
    expect(scaleOf(100, viewport, A4)).toBe(PX_PER_PT);
    expect(scaleOf(1, viewport, A4)).toBe(0.25 * PX_PER_PT);
    expect(scaleOf(5000, viewport, A4)).toBe(4 * PX_PER_PT);
  });

  test('changes by steps from the present scale', () => {
    expect(stepZoom(PX_PER_PT, 1)).toBe(115);
    expect(stepZoom(PX_PER_PT, -1)).toBe(87);
    expect(stepZoom(4 * PX_PER_PT, 1)).toBe(400);
  });
});
