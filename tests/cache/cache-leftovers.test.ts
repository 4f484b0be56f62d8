import { describe, expect, test } from '@jest/globals';
import { cacheFoldersOf } from '../../src/cache/cache-files.ts';
import { main } from '../../src/cli.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { root } from '../helpers/project-root.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const CACHES = cacheFoldersOf(root);
const HASH = '0123456789abcdef'.repeat(4);
/** A file of each cache as a program leaves it that was killed while it wrote. */
const LITTER = [
  `${CACHES.program}/${HASH.slice(0, 20)}.build-issue.v8.77`,
  `${CACHES.program}/sources.stamp.77`,
  `${CACHES.made}/issues-of-information-release.json.77.0`,
  `${CACHES.pictures}/${HASH}.jpg.77.0`,
  // By threads of an archive, one of which had this process's number in another container.
  `${CACHES.pictures}/${HASH}.json.77.3`,
  `${CACHES.pictures}/${HASH}.seen.1.2`,
  `${CACHES.made}/serif.77.1`,
];
const WHOLE = [`${CACHES.pictures}/${HASH}.seen`, `${CACHES.program}/${HASH.slice(0, 20)}.cjs`];
const ALIVE = `${CACHES.pictures}/${HASH}.jpg.88.1`;

describe('what killed programs left in the caches goes with the next command', () => {
  test.each([
    ['build-issue', ['build-issue', '2024-19', '--out', '/out']],
    ['one that builds nothing', ['check', '2024-19']],
    ['one that finds errors', ['build-issue', '/desk/bad']],
  ])('%s', async (_, words) => {
    const issues = {
      [`${root}/issues/2024-19/issue.yaml`]: sampleIssue({ KZ: [{}] }),
      '/desk/bad/issue.yaml': 'number: none\n',
    };
    const kept = Object.fromEntries([...LITTER, ...WHOLE, ALIVE].map((path) => [path, 'half']));
    const host = createMemoryHost({ ...issues, ...kept }, { isRunning: (number) => number === 88 });
    await main(words, root, host);
    expect(LITTER.filter((path) => host.files.has(path))).toEqual([]);
    expect([...WHOLE, ALIVE].filter((path) => !host.files.has(path))).toEqual([]);
  });
});

test('caches that cannot be changed keep no command from its work', async () => {
  const issue = { [`${root}/issues/2024-19/issue.yaml`]: sampleIssue({ KZ: [{}] }) };
  const litter = Object.fromEntries(LITTER.map((path) => [path, 'half']));
  const inCache = (path: string) => path.includes('/.cache/');
  const host = createMemoryHost({ ...issue, ...litter });
  const remove = async (path: string) => {
    if (inCache(path)) throw Object.assign(new Error('read-only'), { code: 'EROFS' });
    await host.remove(path);
  };
  const words = ['build-issue', '2024-19', '--out', '/out'];
  expect(await main(words, root, { ...host, remove })).toBe(0);
});
