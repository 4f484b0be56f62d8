import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../../helpers/project-root.ts';

// The emblem's construction. Source: Interinstitutional Style Guide, annex A1: twelve upright stars at the
// hours of a clock; the circle's radius is a third of the height, that of each star 1/18 of it.
const svg = readFileSync(join(root, 'templates', 'press-release', 'eu-emblem.svg'), 'utf8');
const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).map(Number);
const stars = [...svg.matchAll(/points="([^"]+)"/g)].map(([, points = '']) =>
  points.split(' ').map((point) => point.split(',').map(Number) as [number, number]),
);
/** Coordinates have four decimals. */
const DIGITS = 3;
/** The part of a regular pentagram's radius at which its sides cross. */
const INNER = Math.sin(Math.PI / 10) / Math.sin((3 * Math.PI) / 10);

function centreOf(points: readonly [number, number][]): [number, number] {
  const sum = (axis: 0 | 1) => points.reduce((total, point) => total + point[axis], 0);
  return [sum(0) / points.length, sum(1) / points.length];
}

test('the field is two to three, in the prescribed colours', () => {
  expect(height / width).toBeCloseTo(2 / 3);
  expect(svg).toContain(`<rect width="${width}" height="${height}" fill="#003399"/>`);
  expect(svg.match(/fill="[^"]*"/g)).toEqual(['fill="#003399"', 'fill="#FFCC00"']);
});

test('twelve stars stand at the hours of a clock', () => {
  const centres = stars.map(centreOf);
  expect(centres).toHaveLength(12);
  for (const [hour, [x, y]] of centres.entries()) {
    const angle = (hour * Math.PI) / 6;
    expect(x).toBeCloseTo(width / 2 + (height / 3) * Math.sin(angle), DIGITS);
    expect(y).toBeCloseTo(height / 2 - (height / 3) * Math.cos(angle), DIGITS);
  }
});

test.each(stars.map((points, hour) => [hour, points] as const))(
  'star %d is upright and regular',
  (_, points) => {
    const [x, y] = centreOf(points);
    expect(points).toHaveLength(10);
    for (const [corner, point] of points.entries()) {
      const radius = (height / 18) * (corner % 2 === 0 ? 1 : INNER);
      const angle = (corner * Math.PI) / 5;
      expect(point[0]).toBeCloseTo(x + radius * Math.sin(angle), DIGITS);
      expect(point[1]).toBeCloseTo(y - radius * Math.cos(angle), DIGITS);
    }
  },
);
