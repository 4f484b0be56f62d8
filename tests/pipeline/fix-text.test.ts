// Fixing as a whole: what is applied, in which order, and that it ends.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyChanges } from '../../src/diagnostics/apply-changes.ts';
import type { Edit, Problem } from '../../src/diagnostics/problem.ts';
import { type CheckText, fixText } from '../../src/pipeline/fix-text.ts';
import { createPipeline } from '../../src/pipeline/pipeline.ts';
import { mutated, runs } from '../helpers/arbitrary-issue.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';

const FILE = `${root}/issues/2024-19/issue.yaml`;

/** Finds words in a text, as problems with an edit that replaces the word. */
function findWords(replacements: Readonly<Record<string, string>>, code = 'word-twice'): CheckText {
  return async (text) =>
    Object.entries(replacements).flatMap(([word, newText]) =>
      text.split('\n').flatMap((line, index) =>
        [...line.matchAll(new RegExp(word, 'g'))].map(({ index: at }): Problem => {
          const start = { line: index + 1, column: at + 1 };
          const range = { start, end: { ...start, column: at + 1 + word.length } };
          const edit: Edit = {
            title: word,
            isSure: true,
            changes: [{ file: FILE, range, newText }],
          };
          return {
            code,
            severity: 'warning',
            file: FILE,
            range,
            message: word,
            hints: [],
            edits: [edit],
          };
        }),
      ),
    );
}

test('edits are applied until none is left', async () => {
  const { text, applied, problems } = await fixText(FILE, 'aa\nb aa', findWords({ aa: 'b' }));
  expect(text).toBe('b\nb b');
  expect(applied.map(({ edit }) => edit.title)).toEqual(['aa', 'aa']);
  expect(problems).toEqual([]);
});

test('edits that overlap are applied one after the other', async () => {
  const { text } = await fixText(FILE, 'abc', findWords({ ab: 'x', bc: 'y' }));
  expect(text).toBe('xc');
});

test('an edit that keeps or adds a problem is left out, the others are made', async () => {
  const check = findWords({ bad: 'worse bad', odd: 'even', worse: 'bad' });
  const { text, problems } = await fixText(FILE, 'bad odd', check);
  expect(text).toBe('bad even');
  expect(problems.map(({ message }) => message)).toEqual(['bad']);
});

test('edits that undo each other end', async () => {
  const { text } = await fixText(FILE, 'yes', findWords({ yes: 'no!', 'no!': 'yes' }));
  expect(['yes', 'no!']).toContain(text);
});

test('edits of other files are left out', async () => {
  const check = findWords({ a: 'b' });
  const { text } = await fixText('/desk/other.yaml', 'a', check);
  expect(text).toBe('a');
});

test('more problems than are reported at once are all fixed', async () => {
  const check = findWords({ a: 'b' });
  const limited: CheckText = async (text) => (await check(text)).slice(0, 200);
  const { text, applied } = await fixText(FILE, 'a\n'.repeat(1000), limited);
  expect(text).toBe('b\n'.repeat(1000));
  expect(applied).toHaveLength(1000);
});

// Real issues with planted mistakes.

const pipeline = createPipeline({
  host: createMemoryHost({ [FILE]: '' }),
  root,
  output: '/out',
});
const check: CheckText = async (text) =>
  (await pipeline.checkIssue(FILE, new Map([[FILE, text.replace(/^\ufeff/, '')]]))).problems;

const ISSUE = `number: 19
period: { from: 2024-11-16, to: 2024-11-30 }
sections:
  - country: KZ
    topics:
      - lessons held by police
    articles:
      - title: 'Rally in Almaty'
        source: "https://gazeta.news/1"
        lead: A standfirst of one line
        body: |
          A short body.

          Another paragraph, with “quotes”.
      - title: Second
        source: https://gazeta.news/2
        body: |
          The police held lessons.
`;

const MISTAKES: readonly (readonly [string, string])[] = [
  ['number:', 'nubmer:'],
  ['number: 19', "number: '19'"],
  ['period:', 'Period:'],
  ['2024-11-16', '16.11.2024'],
  ['2024-11-30', '"2024/11/30"'],
  ['KZ', 'kz'],
  ['lessons held', 'lessons: held'],
  ["'Rally in Almaty'", 'Rally: in Almaty.'],
  ["'Rally in Almaty'", "'It's a rally in Аlmaty'"],
  ['articles:', 'artikles:'],
  ['sections:', 'sectoins:'],
  ['lead:', 'leаd:'],
  ['lead: A', 'lead:\u00a0A'],
  ['    topics:', '\u00a0\u00a0\u00a0\u00a0topics:'],
  ['body: |\n          A short', 'body: A short'],
  ['title: Second', 'title: *Second'],
  ['title: Second', 'title: Second second #2'],
  ['gazeta.news/2', 'gazeta.news/2 # ok: word-twise'],
];

const planted = fc
  .tuple(
    fc.subarray([...MISTAKES], { minLength: 1 }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '\ufeff'),
    fc.boolean(),
  )
  .map(([mistakes, lineEnd, mark, hasLastLineEnd]) => {
    const text = mistakes.reduce((before, [right, wrong]) => before.replace(right, wrong), ISSUE);
    return mark + (hasLastLineEnd ? text : text.trimEnd()).replaceAll('\n', lineEnd);
  });

describe('in issues with planted mistakes', () => {
  test('fixing twice changes nothing, and what is not text stays', async () => {
    await fc.assert(
      fc.asyncProperty(planted, async (text) => {
        const once = await fixText(FILE, text, check);
        const twice = await fixText(FILE, once.text, check);
        expect(twice.text).toBe(once.text);
        expect(twice.applied).toEqual([]);
        expect(once.text.startsWith('\ufeff')).toBe(text.startsWith('\ufeff'));
        expect(once.text.endsWith('\n')).toBe(text.endsWith('\n'));
        const isWindows = text.includes('\r\n');
        expect(
          once.text
            .split('\n')
            .slice(0, -1)
            .every((line) => line.endsWith('\r')),
        ).toBe(isWindows);
      }),
      runs(40),
    );
  });

  test('every sure edit removes its problem and adds none of syntax', async () => {
    await fc.assert(
      fc.asyncProperty(planted, async (text) => {
        const problems = await check(text);
        const isSyntax = ({ code }: Problem) => code === 'yaml-syntax';
        for (const problem of problems) {
          const edit = problem.edits?.find(({ isSure }) => isSure);
          if (!edit) continue;
          const after = await check(applyChanges(text, edit.changes) ?? '');
          const same = (all: readonly Problem[]) =>
            all.filter(({ code, message }) => code === problem.code && message === problem.message);
          if (isSyntax(problem)) continue;
          expect(same(after).length).toBeLessThan(same(problems).length);
          expect(after.filter(isSyntax).length).toBeLessThanOrEqual(
            problems.filter(isSyntax).length,
          );
        }
      }),
      runs(40),
    );
  });

  test('all of them together are fixed', async () => {
    const all = MISTAKES.filter(([, wrong]) => !wrong.includes('#2') && !wrong.includes('It'));
    const text = all.reduce((before, [right, wrong]) => before.replace(right, wrong), ISSUE);
    const { problems } = await fixText(FILE, text, check);
    // The code in the comment can be corrected, but then suppresses nothing, which is another warning.
    expect(problems.map(({ code }) => code)).toEqual(['suppression-unknown']);
  });
});

test('any text is fixed to an end', async () => {
  await fc.assert(
    fc.asyncProperty(mutated(ISSUE), async (text) => {
      const once = await fixText(FILE, text, check);
      const twice = await fixText(FILE, once.text, check);
      expect(twice.text).toBe(once.text);
      const errors = (all: readonly Problem[]) => all.filter(({ code }) => code === 'yaml-syntax');
      expect(errors(once.problems).length).toBeLessThanOrEqual(errors(await check(text)).length);
    }),
    runs(60),
  );
});
