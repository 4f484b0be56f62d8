import { expect, test } from '@jest/globals';
import { limitProblems } from '../../src/diagnostics/problem.ts';
import { LIMITS } from '../../src/limits.ts';

const MOST = LIMITS.problemsPerCode;
const some = (code: 'word-twice' | 'quote-open', count: number) =>
  Array.from({ length: count }, (_, index) => ({ code, hints: [`hint ${index}`] }));

test('problems up to the limit are all told, without a word on more', () => {
  const problems = some('word-twice', MOST);
  expect(limitProblems(problems)).toEqual(problems);
});

test.each([
  [1, 'The file has one more problem of this kind.'],
  [2, 'The file has 2 more problems of this kind.'],
  [12_345, 'The file has 12,345 more problems of this kind.'],
])('of %d more the last one tells', (more, hint) => {
  const told = limitProblems(some('word-twice', MOST + more));
  expect(told).toHaveLength(MOST);
  expect(told.at(-1)?.hints).toEqual([`hint ${MOST - 1}`, hint]);
  expect(told.slice(0, -1)).toEqual(some('word-twice', MOST - 1));
});

test('each kind is counted for itself, and the order is kept', () => {
  const [words, quotes] = [some('word-twice', MOST + 1), some('quote-open', 2)];
  const told = limitProblems([...quotes.slice(0, 1), ...words, ...quotes.slice(1)]);
  expect(told).toHaveLength(MOST + 2);
  expect(told[0]).toEqual(quotes[0]);
  expect(told.at(-1)).toEqual(quotes[1]);
});
