import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createNodeHost } from '../../src/host/node-host.ts';
import { assertWritable } from '../../src/output/assert-writable.ts';
import { WriteFailure } from '../../src/output/write-together.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

const base = makeRealFolder();

test('creates the folder, leaves it empty and returns the time of its disk', async () => {
  const folder = join(base, 'deep', 'down');
  const before = Date.now();
  const time = await assertWritable(folder, createNodeHost());
  expect(readdirSync(folder)).toEqual([]);
  // The clock of a file system may be coarse.
  expect(Math.abs(time - before)).toBeLessThan(5000);
});

test('reports a full disk with the folder’s path, and leaves no file', async () => {
  const memory = createMemoryHost();
  const writeFile = async (path: string) => {
    await memory.writeFile(path, Buffer.from('half'));
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  };
  const trying = assertWritable('/out', { ...memory, writeFile });
  await expect(trying).rejects.toThrow(WriteFailure);
  await expect(trying).rejects.toThrow(
    '/out could not be written: the disk is full; free some space and try again',
  );
  expect([...memory.files.keys()]).toEqual([]);
});

const testOnLinux = existsSync('/proc/self') ? test : test.skip;
testOnLinux('reports a folder that cannot be created', async () => {
  await expect(assertWritable('/proc/bulletins', createNodeHost())).rejects.toThrow(
    '/proc/bulletins could not be written: the folder cannot be created; choose another with --out',
  );
});
