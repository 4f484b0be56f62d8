import { expect, test } from '@jest/globals';
import { compareFolders } from '../../../src/publishing/releases/release-files.ts';
import { createMemoryHost } from '../../helpers/memory-host.ts';

test('names the files that differ, in byte or in being there', async () => {
  const host = createMemoryHost({
    '/a/same.txt': 'x',
    '/b/same.txt': 'x',
    '/a/deep/other.txt': 'x',
    '/b/deep/other.txt': 'y',
    '/a/first.txt': '',
    '/b/second.txt': '',
  });
  expect(await compareFolders(['/a', '/b'], host)).toEqual([
    'deep/other.txt',
    'first.txt',
    'second.txt',
  ]);
  expect(await compareFolders(['/a', '/a'], host)).toEqual([]);
});
