import { expect, test } from '@jest/globals';
import { describeProgress, describeTime } from '../../src/commands/archive-report.ts';

test.each([
  [{ done: 0, total: 240, elapsed: 500 }, `${'░'.repeat(24)} 0 of 240`],
  [
    { done: 60, total: 240, elapsed: 30_000 },
    `${'█'.repeat(6)}${'░'.repeat(18)} 60 of 240, 1 min 30 s left`,
  ],
  [{ done: 240, total: 240, elapsed: 30_000 }, `${'█'.repeat(24)} 240 of 240, 0 s left`],
])('describes the progress %j', (progress, line) => {
  expect(describeProgress(progress)).toBe(line);
});

test('the progress line of a very long run fits 80 columns', () => {
  const line = describeProgress({ done: 1001, total: 9999, elapsed: 36_000_000 });
  expect(line.length).toBeLessThan(80);
});

test.each([
  [0, '0 s'],
  [1, '1 s'],
  [59_000, '59 s'],
  [59_001, '1 min 0 s'],
  [80_000, '1 min 20 s'],
  [3_600_000, '1 h 0 min'],
  [7_500_000, '2 h 5 min'],
])('formats %d ms as %s', (time, text) => {
  expect(describeTime(time)).toBe(text);
});
