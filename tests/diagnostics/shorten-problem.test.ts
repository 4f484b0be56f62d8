import { expect, test } from '@jest/globals';
import type { Problem } from '../../src/diagnostics/problem.ts';
import { shortenProblem } from '../../src/diagnostics/problem.ts';
import { LIMITS } from '../../src/limits.ts';

const problem = (message: string, hints: string[] = []): Problem => ({
  code: 'value-invalid',
  severity: 'error',
  file: '/desk/issue.yaml',
  message,
  hints,
});
const MOST = LIMITS.messageLength;

test('sentences of the usual length stay as they are', () => {
  const whole = problem('m'.repeat(MOST), ['h'.repeat(MOST), 'A hint.']);
  expect(shortenProblem(whole)).toEqual(whole);
});

test('a message and hints that quote without end are cut, and show that they are', () => {
  const cut = shortenProblem(problem('m'.repeat(MOST + 1), ['A hint.', 'h'.repeat(50_000)]));
  expect(cut).toEqual(problem(`${'m'.repeat(MOST)}…`, ['A hint.', `${'h'.repeat(MOST)}…`]));
});
