import { basename } from 'node:path';
import { expect, test } from '@jest/globals';
import { openCacheFiles } from '../../src/cache/cache-files.ts';
import type { Host } from '../../src/host/host.ts';
import { createMemoryHost, namesIn } from '../helpers/memory-host.ts';

const open = (host: Host = createMemoryHost(), program: string | undefined = 'first') =>
  openCacheFiles('/desk/cache', { ...host, program }, 10_000);

test('a text is found again under its name and its key only', async () => {
  const host = createMemoryHost();
  await open(host).keep('a.json', 'key', 'text\nof two lines');
  expect(await open(host).read('a.json', 'key')).toBe('text\nof two lines');
  expect(await open(host).read('a.json', 'another')).toBeUndefined();
  expect(await open(host).read('b.json', 'key')).toBeUndefined();
});

test('what another program has kept is not there, and gives way', async () => {
  const host = createMemoryHost();
  await open(host).keep('a.json', 'key', 'old');
  expect(await open(host, 'second').read('a.json', 'key')).toBeUndefined();
  await open(host, 'second').keep('a.json', 'key', 'new');
  expect(await open(host, 'second').read('a.json', 'key')).toBe('new');
  expect([...host.files.keys()]).toEqual(['/desk/cache/a.json']);
});

test('a file that was damaged is as good as none', async () => {
  const host = createMemoryHost();
  await open(host).keep('a.json', 'key', 'some text');
  const [[path, bytes] = []] = host.files;
  for (const damaged of [bytes?.subarray(0, -2), Buffer.alloc(0), Buffer.from('no line')]) {
    host.files.set(path ?? '', damaged ?? Buffer.alloc(0));
    expect(await open(host).read('a.json', 'key')).toBeUndefined();
  }
});

test('a folder that cannot be written costs nothing but time', async () => {
  const host = createMemoryHost({}, { writeFile: () => Promise.reject(new Error('disk full')) });
  await open(host).keep('a.json', 'key', 'text');
  expect(await open(host).read('a.json', 'key')).toBeUndefined();
});

test('other texts go, the longest unused first, when there are too many', async () => {
  const usedAt: Record<string, number> = { 'a.json': 2, 'b.json': 1, 'c.json': 3 };
  const host = createMemoryHost();
  const usageOf: Host['usageOf'] = async (path) => ({
    bytes: host.files.get(path)?.length ?? 0,
    usedAt: usedAt[basename(path)] ?? 9,
  });
  for (const name of ['a.json', 'b.json', 'c.json']) await open(host).keep(name, 'key', 'text');
  // Each takes a block of 4,096 bytes; there is room for two.
  await open({ ...host, usageOf }).keep('d.json', 'key', 'text');
  expect(namesIn(host, '/desk/cache')).toEqual(['c.json', 'd.json']);
});

test('what this run has asked for stays', async () => {
  const host = createMemoryHost();
  const cacheFiles = open(host);
  for (const name of ['a.json', 'b.json', 'c.json']) await cacheFiles.keep(name, 'key', 'text');
  expect(namesIn(host, '/desk/cache')).toEqual(['a.json', 'b.json', 'c.json']);
});
