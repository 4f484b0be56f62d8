import { expect, test } from '@jest/globals';
import { hasErrors, type Problem, sortProblems } from '../../src/diagnostics/problem.ts';

function problem(line: number, column: number, changes: Partial<Problem> = {}): Problem {
  const start = { line, column };
  return {
    code: 'value-invalid',
    severity: 'error',
    file: '/a.yaml',
    range: { start, end: start },
    message: `${line}:${column}`,
    hints: [],
    ...changes,
  };
}

test('sorts problems by position, those without a range first', () => {
  const sorted = sortProblems([
    problem(10, 1),
    problem(2, 9),
    problem(2, 10),
    problem(1, 1, { file: '/b.yaml', message: 'b' }),
    problem(0, 0, { range: undefined, message: 'file' }),
  ]);
  expect(sorted.map(({ message }) => message)).toEqual(['file', '2:9', '2:10', '10:1', 'b']);
});

test('sorts errors before warnings at the same position', () => {
  const warning = problem(1, 1, { severity: 'warning', code: 'photo-no-alt' });
  const error = problem(1, 1);
  expect(sortProblems([warning, error])).toEqual([error, warning]);
});

test('sorting does not change its input', () => {
  const given = [problem(2, 1), problem(1, 1)];
  sortProblems(given);
  expect(given.map(({ message }) => message)).toEqual(['2:1', '1:1']);
});

test('hasErrors ignores warnings', () => {
  expect(hasErrors([])).toBe(false);
  expect(hasErrors([problem(1, 1, { severity: 'warning' })])).toBe(false);
  expect(hasErrors([problem(1, 1, { severity: 'warning' }), problem(2, 1)])).toBe(true);
});
