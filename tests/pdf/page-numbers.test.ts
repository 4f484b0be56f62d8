import { expect, test } from '@jest/globals';
import {
  formatPageNumber,
  pageLabels,
  pageNumber,
  printedNumber,
} from '../../src/pdf/page-numbers.ts';

test('the cover has no number and the page after it is page 1', () => {
  const numbering = { unnumberedPages: 1, unnumberedAtEnd: 0 };
  expect([1, 2, 3].map((page) => pageNumber(numbering, page))).toEqual([undefined, 1, 2]);
  expect([1, 2, 3].map((page) => printedNumber(numbering, page, 3))).toEqual([undefined, 1, 2]);
});

test('the back cover is counted but prints no number', () => {
  const numbering = { unnumberedPages: 1, unnumberedAtEnd: 1 };
  expect(pageNumber(numbering, 4)).toBe(3);
  expect([3, 4].map((page) => printedNumber(numbering, page, 4))).toEqual([2, undefined]);
});

test('page labels match the printed numbers', () => {
  expect(pageLabels({ unnumberedPages: 1, unnumberedAtEnd: 1 })).toEqual({
    Nums: [
      0,
      expect.objectContaining({ P: new String('0') }),
      1,
      expect.objectContaining({ S: 'D', St: 1 }),
    ],
  });
  expect(pageLabels({ unnumberedPages: 0, unnumberedAtEnd: 0 })).toEqual({
    Nums: [0, expect.objectContaining({ St: 1 })],
  });
});

test('numbers may have leading zeros', () => {
  const numbering = { unnumberedPages: 0, unnumberedAtEnd: 0, digits: 2 };
  expect([1, 10, 100].map((page) => formatPageNumber(numbering, page))).toEqual([
    '01',
    '10',
    '100',
  ]);
  expect(pageLabels(numbering)).toEqual({
    Nums: [
      0,
      expect.objectContaining({ S: 'D', P: new String('0'), St: 1 }),
      9,
      expect.objectContaining({ S: 'D', St: 10 }),
    ],
  });
});
