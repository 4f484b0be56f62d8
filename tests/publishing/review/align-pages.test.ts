import { expect, test } from '@jest/globals';
import { alignPages } from '../../../src/publishing/review/align-pages.ts';

/** Aligns pages; each letter is the hash of one. */
function align(before: string, after: string): string[] {
  return alignPages([...before], [...after]).map(
    ({ before: old, after: now, same }) => `${old ?? '-'}${same ? '=' : '/'}${now ?? '-'}`,
  );
}

test.each([
  ['abc', 'abc', ['1=1', '2=2', '3=3']],
  ['abc', 'aXc', ['1=1', '2/2', '3=3']],
  ['abc', 'aXbc', ['1=1', '-/2', '2=3', '3=4']],
  ['abc', 'ac', ['1=1', '2/-', '3=2']],
  ['abcd', 'aXYd', ['1=1', '2/2', '3/3', '4=4']],
  ['abcd', 'aXYZd', ['1=1', '2/2', '3/3', '-/4', '4=5']],
  ['', 'ab', ['-/1', '-/2']],
])('aligns %s with %s', (before, after, pairs) => {
  expect(align(before, after)).toEqual(pairs);
});
