import { expect, test } from '@jest/globals';
import { hintsOf, limitProblems } from '../../src/diagnostics/problem.ts';
import { LIMITS } from '../../src/limits.ts';

const MAX = LIMITS.problemsPerCode;
const repeat = (code: 'word-twice' | 'quote-open', count: number) =>
  Array.from({ length: count }, (_, index) => ({ code, hints: [`hint ${index}`] }));

test('problems up to the limit are unchanged', () => {
  const problems = repeat('word-twice', MAX);
  expect(limitProblems(problems)).toEqual(problems);
});

test.each([
  [1, 'The file has one more problem of this kind.'],
  [2, 'The file has 2 more problems of this kind.'],
  [12_345, 'The file has 12,345 more problems of this kind.'],
])('the last reported problem has the number of omitted ones: %d', (more, hint) => {
  const reported = limitProblems(repeat('word-twice', MAX + more));
  expect(reported).toHaveLength(MAX);
  const [last] = reported.slice(-1);
  expect(last && hintsOf(last)).toEqual([`hint ${MAX - 1}`, hint]);
  expect(reported.slice(0, -1)).toEqual(repeat('word-twice', MAX - 1));
});

test('each code is counted separately, and the order is kept', () => {
  const [words, quotes] = [repeat('word-twice', MAX + 1), repeat('quote-open', 2)];
  const reported = limitProblems([...quotes.slice(0, 1), ...words, ...quotes.slice(1)]);
  expect(reported).toHaveLength(MAX + 2);
  expect(reported[0]).toEqual(quotes[0]);
  expect(reported.at(-1)).toEqual(quotes[1]);
});
