import { expect, test } from '@jest/globals';
import { pageLabels, printedNumber } from '../../src/pdf/page-numbering.ts';

test('the cover bears no number and the page after it the first', () => {
  const numbering = { unnumberedPages: 1 };
  expect([1, 2, 3].map((page) => printedNumber(numbering, page))).toEqual([undefined, 1, 2]);
});

test('page labels say the same', () => {
  expect(pageLabels({ unnumberedPages: 1 })).toEqual({
    Nums: [
      0,
      expect.objectContaining({ P: new String('0') }),
      1,
      expect.objectContaining({ S: 'D', St: 1 }),
    ],
  });
  expect(pageLabels({ unnumberedPages: 0 })).toEqual({
    Nums: [0, expect.objectContaining({ St: 1 })],
  });
});
