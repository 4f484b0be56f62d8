import { describe, expect, test } from '@jest/globals';
import { printProblem, printProblems } from '../../src/diagnostics/print-text.ts';
import type { Problem, Range } from '../../src/diagnostics/problem.ts';

const FILE = '/project/issues/2024-19/issue.yaml';

function range(line: number, from: number, to = from + 1, endLine = line): Range {
  return { start: { line, column: from }, end: { line: endLine, column: to } };
}

function print(source: string, place: Range | undefined, hints: string[] = []): string[] {
  const problem: Problem = {
    code: 'key-unknown',
    severity: 'error',
    file: FILE,
    range: place,
    message: '`x` is not a key',
    hints,
  };
  const context = {
    sources: new Map([[FILE, source]]),
    displayPath: (path: string) => path.replace('/project/', ''),
  };
  return printProblem(problem, context).split('\n');
}

test('prints a problem with its position, marked source lines and hints', () => {
  const source = 'number: 19\nlanguage: en\neditor: me\nsections:\n';
  expect(print(source, range(3, 1, 7), ['Remove it.', 'Or not.'])).toEqual([
    'issues/2024-19/issue.yaml:3:1: error: `x` is not a key [key-unknown]',
    '  2 │ language: en',
    '> 3 │ editor: me',
    '    │ ^^^^^^',
    '  4 │ sections:',
    '  → Remove it.',
    '  → Or not.',
  ]);
});

test('a problem without a range has no source lines', () => {
  expect(print('number: 19\n', undefined)).toEqual([
    'issues/2024-19/issue.yaml: error: `x` is not a key [key-unknown]',
  ]);
});

test('a problem in a file of unknown text has a position but no source lines', () => {
  const problem = {
    code: 'yaml-syntax',
    severity: 'error',
    file: '/x',
    range: range(1, 1),
    message: 'm',
    hints: [],
  } as const;
  expect(printProblem(problem, { sources: new Map(), displayPath: (path) => path })).toBe(
    '/x:1:1: error: m [yaml-syntax]',
  );
});

describe('the source lines around a range', () => {
  test('do not exceed the file', () => {
    expect(print('one\ntwo', range(1, 1)).slice(1)).toEqual(['> 1 │ one', '    │ ^', '  2 │ two']);
    expect(print('one\ntwo', range(2, 3)).slice(1)).toEqual([
      '  1 │ one',
      '> 2 │ two',
      '    │   ^',
    ]);
  });

  test('have right-aligned line numbers', () => {
    const source = Array.from({ length: 12 }, (_, index) => `l${index + 1}`).join('\n');
    expect(print(source, range(9, 1)).slice(1)).toEqual([
      '   8 │ l8',
      '>  9 │ l9',
      '     │ ^',
      '  10 │ l10',
    ]);
  });

  test('are the same in a file with CRLF', () => {
    expect(print('one\r\ntwo\r\n', range(1, 2)).slice(1, 4)).toEqual([
      '> 1 │ one',
      '    │  ^',
      '  2 │ two',
    ]);
  });

  test('are marked to the end of the line for a range of several lines', () => {
    expect(print('one two\nthree', range(1, 5, 3, 2))[2]).toBe('    │     ^^^');
  });

  test('have a mark of one column for a position past the end of the line', () => {
    expect(print('one', range(1, 4))[2]).toBe('    │    ^');
  });

  test('show a tab as one space, so that the mark is aligned', () => {
    expect(print('\tone', range(1, 2, 5)).slice(1)).toEqual(['> 1 │  one', '    │  ^^^']);
  });
});

describe('a long line', () => {
  const line = `${'a'.repeat(150)}HERE${'b'.repeat(150)}`;

  test('is truncated at its end if the range is near its start', () => {
    const [, shown, mark] = print(line, range(1, 3));
    expect(shown).toBe(`> 1 │ ${'a'.repeat(100)}…`);
    expect(mark).toBe('    │   ^');
  });

  test('is truncated on both sides if the range is far to the right', () => {
    const [, shown = '', mark = ''] = print(line, range(1, 151, 155));
    const from = mark.indexOf('^');
    expect(shown.slice(from, mark.lastIndexOf('^') + 1)).toBe('HERE');
    expect(shown).toMatch(/│ …a+HEREb+…$/);
    expect(shown.length).toBeLessThan(110);
  });

  test('is shown to its end if the range is there', () => {
    const [, shown = '', mark = ''] = print(line, range(1, 304));
    expect(shown).toMatch(/│ …b+$/);
    expect(mark.length).toBe(shown.length);
  });
});

test('problems are separated by a blank line', () => {
  const problem = {
    code: 'yaml-syntax',
    severity: 'warning',
    file: '/x',
    message: 'm',
    hints: [],
  } as const;
  const context = { sources: new Map(), displayPath: (path: string) => path };
  expect(printProblems([problem, problem], context)).toBe(
    '/x: warning: m [yaml-syntax]\n\n/x: warning: m [yaml-syntax]\n',
  );
});
