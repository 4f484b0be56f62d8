import { expect, test } from '@jest/globals';
import { compareFolders } from '../../../src/publishing/releases/release-files.ts';
import { createMemoryHost } from '../../helpers/memory-host.ts';

test('lists files that differ or exist in one folder only', async () => {
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
