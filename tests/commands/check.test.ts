import { describe, expect, test } from '@jest/globals';
import { type CheckRequest, checkIssues } from '../../src/commands/check.ts';
import { createMemoryHost, type MemoryHost, namesIn } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';
import { makePhoto } from '../helpers/render-issue.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const GOOD = sampleIssue({ KZ: [{ source: 'https://gazeta.news/first' }] });
const NEXT = sampleIssue({ KZ: [{}] }, { number: 20, from: '2024-12-01', to: '2024-12-15' });

function createHostWith(
  files: Readonly<Record<string, string | Buffer>>,
  environment: MemoryHost['environment'] = {},
): MemoryHost {
  const below = Object.entries(files).map(([path, bytes]) => [`${root}/issues/${path}`, bytes]);
  return createMemoryHost(Object.fromEntries(below), { folder: root, environment });
}

function check(host: MemoryHost, request: Partial<CheckRequest> = {}) {
  return checkIssues({ names: [], strict: false, rules: false, ...request }, root, host);
}

function textOf(host: MemoryHost): string {
  return host.printed.join('\n');
}

test('all issues are checked by default, and only caches are written', async () => {
  const host = createHostWith({ '2024-19/issue.yaml': GOOD, '2024-20/issue.yaml': NEXT });
  expect(await check(host)).toBe(0);
  expect(host.printed).toEqual(['2 issues checked: 0 errors, 0 warnings']);
  expect(namesIn(host, `${root}/output`)).toEqual([]);
});

test('issues are compared with earlier issues, even if these are not named', async () => {
  const again = NEXT.replace(/source: .*/, 'source: https://gazeta.news/first');
  const host = createHostWith({ '2024-19/issue.yaml': GOOD, '2024-20/issue.yaml': again });
  expect(await check(host, { names: ['2024-20'] })).toBe(0);
  expect(textOf(host)).toMatch(
    /issues\/2024-20\/issue\.yaml:9:\d+: warning: issue 2024-19 already has this source, on line 9 \[source-reused\]/,
  );
});

test('issues with errors are not compared with others', async () => {
  const host = createHostWith({
    '2024-18/issue.yaml': 'number: x',
    '2024-19/issue.yaml': GOOD,
  });
  expect(await check(host, { names: ['2024-19'] })).toBe(0);
});

describe('the exit code', () => {
  const loud = GOOD.replace('A short body.', 'A short short body.');
  const broken = GOOD.replace('number:', 'nubmer:');

  test('is 1 for errors; errors and warnings are printed', async () => {
    const host = createHostWith({ '2024-19/issue.yaml': broken.replace('A short', 'A A short') });
    expect(await check(host)).toBe(1);
    expect(textOf(host)).toContain('[key-unknown]');
    expect(textOf(host)).toContain('[word-twice]');
    expect(textOf(host)).toContain('1 issue checked: 1 error, 1 warning');
  });

  test('is 0 for warnings, and 1 with --strict', async () => {
    expect(await check(createHostWith({ '2024-19/issue.yaml': loud }))).toBe(0);
    expect(await check(createHostWith({ '2024-19/issue.yaml': loud }), { strict: true })).toBe(1);
    expect(await check(createHostWith({ '2024-19/issue.yaml': GOOD }), { strict: true })).toBe(0);
  });
});

test('a comment suppresses a warning, and is reported if it suppresses nothing', async () => {
  const suppressed = GOOD.replace('body: |', 'body: | # ok: word-twice').replace(
    'A short',
    'A A short',
  );
  const host = createHostWith({ '2024-19/issue.yaml': suppressed });
  expect(await check(host, { strict: true })).toBe(0);
  const fixed = createHostWith({ '2024-19/issue.yaml': suppressed.replace('A A', 'A') });
  expect(await check(fixed, { strict: true })).toBe(1);
  expect(textOf(fixed)).toContain('[suppression-unused]');
});

describe('the format', () => {
  const files = { '2024-19/issue.yaml': GOOD.replace('A short', 'A A short') };
  const onGitHub = { GITHUB_ACTIONS: 'true' };

  test('json and sarif print nothing else', async () => {
    for (const format of ['json', 'sarif'] as const) {
      const host = createHostWith(files, onGitHub);
      await check(host, { format });
      expect(host.printed).toHaveLength(1);
      expect(JSON.stringify(JSON.parse(textOf(host)))).toContain('word-twice');
      expect(host.warned).toEqual([]);
    }
  });

  test('github prints annotations', async () => {
    const host = createHostWith(files);
    await check(host, { format: 'github' });
    expect(textOf(host)).toMatch(/^::warning file=issues\/2024-19\/issue\.yaml,line=11,/);
  });

  test('is text by default, with annotations on GitHub Actions', async () => {
    const here = createHostWith(files);
    await check(here);
    expect(textOf(here)).not.toContain('::warning');
    const there = createHostWith(files, onGitHub);
    await check(there);
    expect(textOf(there)).toContain('> 11 │');
    expect(textOf(there)).toContain('\n::warning');
  });
});

test('a photo is decoded once; later checks use the cache', async () => {
  const yaml = sampleIssue({ KZ: [{ photo: 'a.jpg' }] });
  const host = createHostWith({
    '2024-19/issue.yaml': yaml,
    '2024-19/a.jpg': await makePhoto(300, 200),
  });
  await check(host);
  const kept = [...host.files.keys()].filter((path) => path.includes('/pictures/'));
  expect(kept.length).toBeGreaterThan(0);
  const first = textOf(host);
  expect(first).toContain('[photo-small]');
  await check(host);
  expect(textOf(host)).toBe(`${first}\n${first}`);
});
