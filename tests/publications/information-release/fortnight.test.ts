import { expect, test } from '@jest/globals';
import {
  dayAfter,
  endOfFortnight,
} from '../../../src/publications/information-release/plan-issue.ts';

test.each([
  ['2025-01-15', '2025-01-16'],
  ['2024-02-28', '2024-02-29'],
  ['2024-12-31', '2025-01-01'],
])('the day after %s is %s', (day, next) => {
  expect(dayAfter(day)).toBe(next);
});

test.each([
  ['2025-01-01', '2025-01-15'],
  ['2025-01-15', '2025-01-15'],
  ['2025-01-16', '2025-01-31'],
  ['2025-02-20', '2025-02-28'],
  ['2024-02-16', '2024-02-29'],
  ['2024-12-31', '2024-12-31'],
])('the fortnight of %s ends on %s', (day, end) => {
  expect(endOfFortnight(day)).toBe(end);
});
