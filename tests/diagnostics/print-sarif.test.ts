import { expect, test } from '@jest/globals';
import { printJson, printSarif } from '../../src/diagnostics/print-json.ts';
import type { Problem } from '../../src/diagnostics/problem.ts';
import { CODES } from '../../src/publications/index.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters must be escaped.
const CONTROL_CHARACTERS = /[\0-\x1f\x7f-\x9f\u061c\u200e\u2028-\u202e\u2066]/;
const displayPath = (path: string) => path.replace('/project/', '');
const problem: Problem = {
  code: 'word-twice',
  severity: 'warning',
  file: '/project/issues/2024 19/issue.yaml',
  range: { start: { line: 3, column: 5 }, end: { line: 3, column: 12 } },
  message: '“the” is written twice in a row',
  hints: ['Remove one of the two.'],
};
const withoutRange: Problem = {
  ...problem,
  code: 'file-unreadable',
  severity: 'error',
  range: undefined,
};

test('SARIF has each problem with its rule and location', () => {
  const { version, runs } = JSON.parse(printSarif([problem, withoutRange], { displayPath }, CODES));
  expect(version).toBe('2.1.0');
  const [{ tool, results, columnKind }] = runs;
  expect(columnKind).toBe('utf16CodeUnits');
  expect(results[0]).toEqual({
    ruleId: 'word-twice',
    ruleIndex: tool.driver.rules.findIndex(({ id }: { id: string }) => id === 'word-twice'),
    level: 'warning',
    message: { text: '“the” is written twice in a row\nRemove one of the two.' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'issues/2024%2019/issue.yaml' },
          region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 12 },
        },
      },
    ],
  });
  expect(results[1].locations[0].physicalLocation).not.toHaveProperty('region');
  expect(tool.driver.rules[results[1].ruleIndex].defaultConfiguration.level).toBe('error');
});

const position = (line: number, column: number) => ({ line, column });
const withEdits: Problem = {
  ...problem,
  edits: [
    {
      title: 'Write “the” once',
      isSure: false,
      changes: [
        {
          file: problem.file,
          range: { start: position(3, 5), end: position(3, 12) },
          newText: 'the',
        },
        {
          file: problem.file,
          range: { start: position(9, 1), end: position(9, 1) },
          newText: '',
        },
      ],
    },
  ],
};

test('SARIF has edits as fixes', () => {
  const { runs } = JSON.parse(printSarif([withEdits, problem], { displayPath }, CODES));
  expect(runs[0].results[0].fixes).toEqual([
    {
      description: { text: 'Write “the” once' },
      artifactChanges: [
        {
          artifactLocation: { uri: 'issues/2024%2019/issue.yaml' },
          replacements: [
            {
              deletedRegion: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 12 },
              insertedContent: { text: 'the' },
            },
            {
              deletedRegion: { startLine: 9, startColumn: 1, endLine: 9, endColumn: 1 },
              insertedContent: { text: '' },
            },
          ],
        },
      ],
    },
  ]);
  expect(runs[0].results[1]).not.toHaveProperty('fixes');
});

test('JSON has edits with the ranges and texts of their changes', () => {
  const { problems } = JSON.parse(printJson([withEdits, problem], { displayPath }));
  const file = 'issues/2024 19/issue.yaml';
  expect(problems[0].edits).toEqual([
    {
      title: 'Write “the” once',
      isSure: false,
      changes: [
        { file, start: position(3, 5), end: position(3, 12), newText: 'the' },
        { file, start: position(9, 1), end: position(9, 1), newText: '' },
      ],
    },
  ]);
  expect(problems[1]).not.toHaveProperty('edits');
});

test('JSON has counts and each problem', () => {
  expect(JSON.parse(printJson([problem, withoutRange], { displayPath }))).toEqual({
    errors: 1,
    warnings: 1,
    problems: [
      {
        code: 'word-twice',
        severity: 'warning',
        file: 'issues/2024 19/issue.yaml',
        start: { line: 3, column: 5 },
        end: { line: 3, column: 12 },
        message: problem.message,
        hints: problem.hints,
      },
      expect.objectContaining({ code: 'file-unreadable', start: null, end: null }),
    ],
  });
});

test.each([
  ['JSON', printJson],
  ['SARIF', (...all: Parameters<typeof printJson>) => printSarif(...all, CODES)],
])('%s escapes control characters without changing the value', (_, print) => {
  const quoted = 'a\u001b[31m\u007f\u0085\u009b31m\u061c\u200e\u2028\u202eb\u2066c “é” ش';
  const printed = print([{ ...problem, message: quoted, hints: [] }], { displayPath });
  expect(printed.replaceAll('\n', '')).not.toMatch(CONTROL_CHARACTERS);
  expect(printed).toContain('“é” ش');
  expect(printed).toContain('\\u202e');
  const read = JSON.parse(printed);
  expect(read.problems?.[0].message ?? read.runs[0].results[0].message.text).toBe(quoted);
});
