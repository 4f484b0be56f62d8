import { describe, expect, test } from '@jest/globals';
import { cacheFoldersOf } from '../../src/cache/cache-files.ts';
import { main } from '../../src/cli.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const CACHES = cacheFoldersOf(root);
const HASH = '0123456789abcdef'.repeat(4);
/** Unfinished files of each cache, left by processes that were killed while writing. */
const LEFTOVERS = [
  `${CACHES.program}/${HASH.slice(0, 20)}.build-issue.v8.77`,
  `${CACHES.program}/sources.stamp.77`,
  `${CACHES.made}/issues-of-information-release.json.77.0`,
  `${CACHES.pictures}/${HASH}.jpg.77.0`,
  // From archive threads, one of which had this process's identifier in another container.
  `${CACHES.pictures}/${HASH}.json.77.3`,
  `${CACHES.pictures}/${HASH}.seen.1.2`,
  `${CACHES.made}/serif.77.1`,
];
const COMPLETE = [`${CACHES.pictures}/${HASH}.seen`, `${CACHES.program}/${HASH.slice(0, 20)}.cjs`];
const UNFINISHED = `${CACHES.pictures}/${HASH}.jpg.88.1`;

describe('the next command removes unfinished cache files of killed processes', () => {
  test.each([
    ['build-issue', ['build-issue', '2024-19', '--out', '/out']],
    ['a command that builds nothing', ['check', '2024-19']],
    ['a command that finds errors', ['build-issue', '/desk/bad']],
  ])('%s', async (_, words) => {
    const issues = {
      [`${root}/issues/2024-19/issue.yaml`]: sampleIssue({ KZ: [{}] }),
      '/desk/bad/issue.yaml': 'number: none\n',
    };
    const files = Object.fromEntries(
      [...LEFTOVERS, ...COMPLETE, UNFINISHED].map((path) => [path, 'half']),
    );
    const host = createMemoryHost(
      { ...issues, ...files },
      { isRunning: (number) => number === 88 },
    );
    await main(words, root, host);
    expect(LEFTOVERS.filter((path) => host.files.has(path))).toEqual([]);
    expect([...COMPLETE, UNFINISHED].filter((path) => !host.files.has(path))).toEqual([]);
  });
});

test('a command succeeds with read-only caches', async () => {
  const issue = { [`${root}/issues/2024-19/issue.yaml`]: sampleIssue({ KZ: [{}] }) };
  const leftovers = Object.fromEntries(LEFTOVERS.map((path) => [path, 'half']));
  const inCache = (path: string) => path.includes('/.cache/');
  const host = createMemoryHost({ ...issue, ...leftovers });
  const remove = async (path: string) => {
    if (inCache(path)) throw Object.assign(new Error('read-only'), { code: 'EROFS' });
    await host.remove(path);
  };
  const words = ['build-issue', '2024-19', '--out', '/out'];
  expect(await main(words, root, { ...host, remove })).toBe(0);
});
