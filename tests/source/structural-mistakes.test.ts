// One structural mistake in an issue is one problem: at its line, with its advice, and an edit that restores
// what the editor meant.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { applyChanges } from '../../src/diagnostics/apply-changes.ts';
import type { Problem } from '../../src/diagnostics/problem.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { root } from '../helpers/project-root.ts';
import { problemsOf } from '../helpers/read-issue.ts';
import { BODIES, LEVELS, OTHER_SPACES, TABS } from './mistakes/indentation.ts';
import { COLONS, DASHES, MISSING_LINES } from './mistakes/marks.ts';
import { type Mistake, makeMistake, shorten } from './mistakes/mistake.ts';
import { TEXTS } from './mistakes/texts.ts';

const ISSUES = ['2025-01', '2024-19'].map((name) =>
  shorten(readFileSync(`${root}/issues/${name}/issue.yaml`, 'utf8')),
);
const GROUPS = { TABS, OTHER_SPACES, LEVELS, BODIES, DASHES, COLONS, TEXTS, MISSING_LINES };

const readValue = (text: string) => readYaml(text, '/desk/issue.yaml').document.value;

/** Returns the edit that is offered: the sure one, or the first one. */
function offeredEdit({ edits = [] }: Problem) {
  return edits.find(({ isSure }) => isSure) ?? edits[0];
}

test('the issues have no problems before', () => {
  expect(ISSUES.flatMap((text) => problemsOf(text))).toEqual([]);
});

describe.each(Object.entries(GROUPS))('%s', (_, mistakes: Record<string, Mistake>) => {
  const numbered = Object.entries(mistakes).map(([name, mistake], index) => {
    return [name, mistake, ISSUES[index % ISSUES.length] ?? ''] as const;
  });

  test.each(numbered)('%s', (_, mistake, text) => {
    const { wrong, right, line } = makeMistake(text, mistake);
    const problems = problemsOf(wrong);
    expect(problems).toMatchObject([
      { code: mistake.code ?? 'yaml-syntax', range: { start: { line } } },
    ]);
    const [problem] = problems;
    if (!problem) return;
    expect([problem.message, ...problem.hints].join('\n')).toMatch(mistake.words);
    const edit = offeredEdit(problem);
    expect(edit && (edit.isSure ? 'sure' : 'choice')).toBe(mistake.edit);
    if (edit) expect(readValue(applyChanges(wrong, edit.changes) ?? '')).toEqual(readValue(right));
  });
});

test('mistakes of several articles are all reported, each at its line', () => {
  const text = (ISSUES[0] ?? '')
    .replace(/^ {8}source/m, '\tsource')
    .replace(/^ {6}- title: (?=Police)/m, '      -title: ')
    .replace(/^ {2}- country: KG/m, '  - country:KG');
  const lines = text.split('\n');
  expect(problemsOf(text).map(({ range }) => lines[(range?.start.line ?? 0) - 1])).toEqual([
    expect.stringMatching(/^\tsource/),
    expect.stringMatching(/^ {6}-title/),
    '  - country:KG',
  ]);
});

test('after a mistake that the editor has to decide, the lines below are judged when it is fixed', () => {
  const text = (ISSUES[0] ?? '')
    .replace(/^language: en$/m, 'language: en\n<<<<<<< HEAD\n=======\n>>>>>>> main')
    .replace(/^ {2}- country: KG/m, '  -country: KG');
  expect(problemsOf(text)).toHaveLength(1);
  expect(problemsOf(text.replace(/<{7}[\s\S]*?>{7} main\n/, ''))).toMatchObject([
    { message: 'a space is missing after the dash' },
  ]);
});
