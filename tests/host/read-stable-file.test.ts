import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { assertUnchanged, readStableFile } from '../../src/host/read-stable-file.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

const folder = makeRealFolder();
const file = (name: string) => join(folder, name);
const ALL = Number.POSITIVE_INFINITY;

test('reads a whole file, or the first bytes of a larger one', async () => {
  writeFileSync(file('a'), 'abcdef');
  expect((await readStableFile(file('a'), ALL)).toString()).toBe('abcdef');
  expect((await readStableFile(file('a'), 6)).toString()).toBe('abcdef');
  expect((await readStableFile(file('a'), 4)).toString()).toBe('abcd');
  writeFileSync(file('empty'), '');
  expect(await readStableFile(file('empty'), ALL)).toHaveLength(0);
});

test('rejects a folder, a device and a pipe without blocking', async () => {
  mkdirSync(file('folder'));
  await expect(readStableFile(file('folder'), ALL)).rejects.toThrow('it is a folder');
  if (process.platform === 'win32') return;
  await expect(readStableFile('/dev/zero', ALL)).rejects.toThrow('a device or a pipe');
  execFileSync('mkfifo', [file('pipe')]);
  await expect(readStableFile(file('pipe'), ALL)).rejects.toThrow('a device or a pipe');
});

test('rejects a file that grows while it is read', async () => {
  writeFileSync(file('growing'), Buffer.alloc(64 * 2 ** 20));
  const reading = readStableFile(file('growing'), ALL);
  const writing = setInterval(() => appendFileSync(file('growing'), 'more'), 1);
  await expect(reading).rejects.toThrow('another program is writing it');
  clearInterval(writing);
});

test.each([
  ['unchanged', { size: 3, mtimeMs: 1 }, true],
  ['longer', { size: 4, mtimeMs: 1 }, false],
  ['of another time', { size: 3, mtimeMs: 2 }, false],
])('a file that is %s after reading (%j) is accepted: %j', (_, after, isAccepted) => {
  const before = { size: 3, mtimeMs: 1 };
  const check = () => assertUnchanged(Buffer.from('abc'), { before, after, maxBytes: ALL });
  if (isAccepted) expect(check().toString()).toBe('abc');
  else expect(check).toThrow('another program is writing it');
});
