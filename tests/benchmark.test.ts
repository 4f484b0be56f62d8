// The issues that the benchmarks generate have no errors; otherwise the commands would not build them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
// @ts-expect-error The benchmarks are plain JavaScript.
import { writeIssue } from './benchmark/archive-issues.mjs';
// @ts-expect-error The benchmarks are plain JavaScript.
import { makeIssue } from './benchmark/issues.mjs';
import { runProgram } from './helpers/launch-program.ts';
import { root } from './helpers/project-root.ts';
import { makeRealFolder } from './helpers/real-folder.ts';

const base = makeRealFolder();

/** Runs check and returns its JSON report. */
async function check(...folders: string[]) {
  const { out, err } = await runProgram(['check', '--format', 'json', ...folders]);
  expect(err).toBe('');
  return JSON.parse(out);
}

describe.each([['2024-19'], ['2025-01']])('generated from issue %s,', (name) => {
  const source = join(root, 'issues', name);

  test('a copy has no error', async () => {
    const folder = join(base, 'copy', name);
    makeIssue(source, folder);
    expect(await check(folder)).toMatchObject({ errors: 0 });
  });

  test.each([3, 30, 300])('an issue of %i articles has no error', async (articles) => {
    const folder = join(base, String(articles), name);
    makeIssue(source, folder, articles);
    const text = readFileSync(join(folder, 'issue.yaml'), 'utf8');
    expect(text.match(/^ +- title:/gm)).toHaveLength(articles);
    expect(await check(folder)).toMatchObject({ errors: 0 });
  });
});

describe('generated for an archive', () => {
  const names = ['2015-01', '2015-02', '2016-01'];

  beforeAll(async () => {
    for (const index of [0, 1, 24]) await writeIssue(base, index, 30);
  });

  test('issues have no error', async () => {
    expect(await check(...names.map((name) => join(base, name)))).toMatchObject({ errors: 0 });
  });
});
