import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { listFiles } from '../../src/host/list-files.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

const base = makeRealFolder();

test('lists the files of a folder and its subfolders, sorted, without broken links', async () => {
  mkdirSync(join(base, 'b', 'empty'), { recursive: true });
  for (const name of ['c', 'b/z', 'b/a', 'a']) writeFileSync(join(base, name), '');
  symlinkSync(join(base, 'nowhere'), join(base, 'lost'));
  expect(await listFiles(base, createNodeHost())).toEqual(['a', 'b/a', 'b/z', 'c']);
  expect(await listFiles(join(base, 'nowhere'), createNodeHost())).toEqual([]);
});
