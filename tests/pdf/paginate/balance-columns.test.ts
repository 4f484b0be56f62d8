import { expect, test } from '@jest/globals';
import { balanceColumns } from '../../../src/pdf/paginate/balance-columns.ts';

/** Whether blocks of these heights fit into columns, each block whole. */
function fits(blocks: readonly number[], heights: readonly number[]): boolean {
  let column = 0;
  let used = 0;
  for (const block of blocks) {
    while (used + block > (heights[column] ?? Number.POSITIVE_INFINITY)) {
      column++;
      used = 0;
    }
    if (column >= heights.length) return false;
    used += block;
  }
  return true;
}

const lines = (count: number) => Array.from({ length: count }, () => 10);

test.each([
  ['an even number of lines in two columns', 2, lines(8), [40, 40]],
  ['an odd number of lines in two columns', 2, lines(7), [40, 40]],
  ['lines in three columns', 3, lines(7), [30, 20, 20]],
  ['a high block after lines', 2, [10, 10, 50], [50, 50]],
  ['a high block before lines', 2, [50, 10, 10], [50, 50]],
  ['one block', 2, [30], [30, 30]],
  ['nothing', 2, [], [0, 0]],
  ['one column', 1, lines(3), [30]],
])('%s', (_, count, blocks, expected) => {
  const total = blocks.reduce((sum, block) => sum + block, 0);
  const heights = balanceColumns(count, total, (tried) => fits(blocks, tried)) ?? [];
  expect(heights).toHaveLength(count);
  expect(fits(blocks, heights)).toBe(true);
  for (const [index, height] of heights.entries()) {
    const least = expected[index] ?? 0;
    expect(height).toBeGreaterThanOrEqual(least);
    expect(height).toBeLessThanOrEqual(least + 0.5);
  }
});

test('the greatest height is tried first', () => {
  const tries: (readonly number[])[] = [];
  const heights = balanceColumns(2, 700, (tried) => {
    tries.push(tried);
    return false;
  });
  expect(heights).toBeUndefined();
  expect(tries).toEqual([[700, 700]]);
});

test('a search that only the greatest height satisfies ends', () => {
  let tries = 0;
  const heights = balanceColumns(2, 700, ([first = 0]) => {
    tries++;
    return first === 700;
  });
  expect(heights).toEqual([700, 700]);
  expect(tries).toBeLessThan(15);
});
