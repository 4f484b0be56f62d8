import { expect, test } from '@jest/globals';
import { guessDay } from '../../../src/publications/shared/schema-pieces.ts';

test.each([
  ['31.01.2025', '2025-01-31'],
  ['1.2.2025', '2025-02-01'],
  ['31/01/2025', '2025-01-31'],
  ['31-01-2025', '2025-01-31'],
  ['31.01.25', '2025-01-31'],
  ['31 01 2025', '2025-01-31'],
  ['2025-1-31', '2025-01-31'],
  ['2025.01.31', '2025-01-31'],
  ['2025/1/5', '2025-01-05'],
  ['01/31/2025', '2025-01-31'],
  ['29.02.2024', '2024-02-29'],
])('%s means %s', (typed, day) => {
  expect(guessDay(typed)).toBe(day);
});

test.each([
  '29.02.2025',
  '31.11.2024',
  '32.01.2025',
  '2025-13-01',
  '31.01',
  'January',
  '1.1.1.1',
  '',
])('%j is not a date', (typed) => {
  expect(guessDay(typed)).toBeUndefined();
});
