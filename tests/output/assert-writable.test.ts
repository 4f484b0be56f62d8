import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createNodeHost } from '../../src/host/node-host.ts';
import { assertWritable } from '../../src/output/assert-writable.ts';
import { WriteFailure } from '../../src/output/write-together.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

const base = makeRealFolder();

test('a folder is made, tried and left empty; its disk says what time it is', async () => {
  const folder = join(base, 'deep', 'down');
  const before = Date.now();
  const time = await assertWritable(folder, createNodeHost());
  expect(readdirSync(folder)).toEqual([]);
  // The clock of a disk may be read in coarse steps.
  expect(Math.abs(time - before)).toBeLessThan(5000);
});

test('a full disk is told with the folder’s path, and nothing stays', async () => {
  const memory = createMemoryHost();
  const writeFile = async (path: string) => {
    await memory.writeFile(path, Buffer.from('half'));
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  };
  const trying = assertWritable('/out', { ...memory, writeFile });
  await expect(trying).rejects.toThrow(WriteFailure);
  await expect(trying).rejects.toThrow(
    '/out could not be written: the disk is full; make room and try again',
  );
  expect([...memory.files.keys()]).toEqual([]);
});

const testOnLinux = existsSync('/proc/self') ? test : test.skip;
testOnLinux('a place where no folder can be made is told', async () => {
  await expect(assertWritable('/proc/bulletins', createNodeHost())).rejects.toThrow(
    '/proc/bulletins could not be written: no folder can be made there; choose another with --out',
  );
});
