import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { applyChanges } from '../../../../src/diagnostics/apply-changes.ts';
import type { Problem } from '../../../../src/diagnostics/problem.ts';
import { createNodeHost } from '../../../../src/host/node-host.ts';
import { createPipeline, type Pipeline } from '../../../../src/pipeline/pipeline.ts';
import { createMemoryHost } from '../../../helpers/memory-host.ts';
import { root } from '../../../helpers/project-root.ts';

const FIRST = join(root, 'issues', '2025-01', 'issue.yaml');
const EDITION = join(root, 'issues', '2025-01', 'issue.ru.yaml');

let pipeline: Pipeline;
beforeAll(() => {
  const { readFile, kindOf, realPath, list } = createNodeHost();
  const host = createMemoryHost({}, { kindOf, realPath, list, readFile });
  pipeline = createPipeline({ host, root, output: '/out' });
});

/** Returns the misspelled words of a text, and comments that suppress none. */
async function check(file: string, text: string): Promise<Problem[]> {
  const { problems } = await pipeline.checkIssue(file, new Map([[file, text]]));
  return problems.filter(({ message }) => /dictionary|`spelling`/.test(message));
}

test.each([
  [FIRST, 'A quiz on preventing', 'A qobyzist on preventing'],
  [EDITION, 'Повестка дня была обширной', 'Повестка дня была ашпарной'],
])('the edit adds a word to %s, and the word is right', async (file, typed, wrong) => {
  const text = readFileSync(file, 'utf8');
  const mistaken = text.replace(typed, wrong);
  expect(mistaken).not.toBe(text);
  const [problem, ...others] = await check(file, mistaken);
  expect([problem?.code, others]).toEqual(['spelling', []]);
  const edit = problem?.edits?.find(({ title }) => title.startsWith('Add'));
  const fixed = applyChanges(mistaken, edit?.changes ?? []) ?? '';
  expect(fixed).toMatch(/^words: \[\S+\]\nsections:$/m);
  expect(await check(file, fixed)).toEqual([]);
});

test('a comment suppresses the warning', async () => {
  const text = readFileSync(FIRST, 'utf8');
  const body = /^( +)body: \|$/m;
  const mistaken = text
    .replace(body, '$1body: | # ok: spelling')
    .replace('joking slogans', 'jokking slogans');
  expect(mistaken).toContain('jokking');
  expect(await check(FIRST, mistaken)).toEqual([]);
});
