import { describe, expect, test } from '@jest/globals';
import { printProblem, printProblems } from '../../src/diagnostics/print-text.ts';
import type { Problem, Range } from '../../src/diagnostics/problem.ts';

const FILE = '/desk/issues/2024-19/issue.yaml';

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
    displayPath: (path: string) => path.replace('/desk/', ''),
  };
  return printProblem(problem, context).split('\n');
}

test('a problem is printed with its place, its lines, the mark and the way out', () => {
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

test('a problem of the file itself has no lines', () => {
  expect(print('number: 19\n', undefined)).toEqual([
    'issues/2024-19/issue.yaml: error: `x` is not a key [key-unknown]',
  ]);
});

test('a file whose text is not known is named with the place alone', () => {
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

describe('the lines around a place', () => {
  test('begin at the first line and end at the last', () => {
    expect(print('one\ntwo', range(1, 1)).slice(1)).toEqual(['> 1 │ one', '    │ ^', '  2 │ two']);
    expect(print('one\ntwo', range(2, 3)).slice(1)).toEqual([
      '  1 │ one',
      '> 2 │ two',
      '    │   ^',
    ]);
  });

  test('are numbered to the right', () => {
    const source = Array.from({ length: 12 }, (_, index) => `l${index + 1}`).join('\n');
    expect(print(source, range(9, 1)).slice(1)).toEqual([
      '   8 │ l8',
      '>  9 │ l9',
      '     │ ^',
      '  10 │ l10',
    ]);
  });

  test('are the same in a file whose lines end as Windows ends them', () => {
    expect(print('one\r\ntwo\r\n', range(1, 2)).slice(1, 4)).toEqual([
      '> 1 │ one',
      '    │  ^',
      '  2 │ two',
    ]);
  });

  test('are marked to the line’s end when the place goes on', () => {
    expect(print('one two\nthree', range(1, 5, 3, 2))[2]).toBe('    │     ^^^');
  });

  test('are marked once past the end of a line', () => {
    expect(print('one', range(1, 4))[2]).toBe('    │    ^');
  });

  test('have a tab as wide as one sign, so that the mark stands under its place', () => {
    expect(print('\tone', range(1, 2, 5)).slice(1)).toEqual(['> 1 │  one', '    │  ^^^']);
  });
});

describe('a long line', () => {
  const line = `${'a'.repeat(150)}HERE${'b'.repeat(150)}`;

  test('is cut at its end when the place is near its beginning', () => {
    const [, shown, mark] = print(line, range(1, 3));
    expect(shown).toBe(`> 1 │ ${'a'.repeat(100)}…`);
    expect(mark).toBe('    │   ^');
  });

  test('is shown around a place far to the right, the mark under it', () => {
    const [, shown = '', mark = ''] = print(line, range(1, 151, 155));
    const from = mark.indexOf('^');
    expect(shown.slice(from, mark.lastIndexOf('^') + 1)).toBe('HERE');
    expect(shown).toMatch(/│ …a+HEREb+…$/);
    expect(shown.length).toBeLessThan(110);
  });

  test('is shown to its end when the place is there', () => {
    const [, shown = '', mark = ''] = print(line, range(1, 304));
    expect(shown).toMatch(/│ …b+$/);
    expect(mark.length).toBe(shown.length);
  });
});

test('problems are parted by a blank line', () => {
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
