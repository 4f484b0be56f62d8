import { expect, test } from '@jest/globals';
import type { PagePlace } from '../../../src/preview/messages.ts';
import { findPlace } from '../../../src/preview/page/source-opener.ts';

const place = (
  line: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
): PagePlace => ({
  page: 1,
  left,
  top,
  right,
  bottom,
  text: '',
  source: { line, column: 1 },
});
const photo = place(1, 70, 100, 270, 250);
const beside = place(2, 280, 120, 550, 136);
const below = place(3, 70, 260, 550, 276);
const computed: PagePlace = {
  page: 1,
  left: 70,
  top: 300,
  right: 550,
  bottom: 316,
  text: 'computed',
};
const places = [photo, beside, below, computed];

test.each([
  ['a photo', { x: 150, y: 125 }, photo],
  ['a line beside it', { x: 300, y: 128 }, beside],
  ['the end of a short line', { x: 580, y: 130 }, beside],
  ['just under a line', { x: 100, y: 280 }, below],
  ['a margin far from text', { x: 20, y: 700 }, undefined],
  ['a computed line', { x: 100, y: 308 }, undefined],
])('%s', (_, point, found) => {
  expect(findPlace(places, 1, point)).toBe(found);
});

test('places on other pages are ignored', () => {
  expect(findPlace(places, 2, { x: 150, y: 125 })).toBeUndefined();
});
