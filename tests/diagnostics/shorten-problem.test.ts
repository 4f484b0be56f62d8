import { expect, test } from '@jest/globals';
import type { Problem } from '../../src/diagnostics/problem.ts';
import { shortenProblem } from '../../src/diagnostics/problem.ts';
import { LIMITS } from '../../src/limits.ts';

const problem = (message: string, hints: string[] = []): Problem => ({
  code: 'value-invalid',
  severity: 'error',
  file: '/project/issue.yaml',
  message,
  hints,
});
const MAX = LIMITS.messageLength;

test('sentences up to the limit are unchanged', () => {
  const whole = problem('m'.repeat(MAX), ['h'.repeat(MAX), 'A hint.']);
  expect(shortenProblem(whole)).toEqual(whole);
});

test('a longer message or hint is truncated and ends with an ellipsis', () => {
  const cut = shortenProblem(problem('m'.repeat(MAX + 1), ['A hint.', 'h'.repeat(50_000)]));
  expect(cut).toEqual(problem(`${'m'.repeat(MAX)}…`, ['A hint.', `${'h'.repeat(MAX)}…`]));
});
