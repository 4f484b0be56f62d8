import { expect, test } from '@jest/globals';
import { startOfLine } from '../../src/source/positions.ts';

test.each([
  [1, 0],
  [2, 2],
  [3, 3],
  [4, 6],
  [5, undefined],
])('line %d starts at offset %p', (line, at) => {
  expect(startOfLine('a\n\nb\r\n', line)).toBe(at);
});
