import { basename } from 'node:path';
import { expect, test } from '@jest/globals';
import { openCacheFiles } from '../../src/cache/cache-files.ts';
import type { Host } from '../../src/host/host.ts';
import { createMemoryHost, namesIn } from '../helpers/memory-host.ts';

const open = (host: Host = createMemoryHost(), program: string | undefined = 'first') =>
  openCacheFiles('/desk/cache', { ...host, program }, 10_000);

test('returns a text only for its name and key', async () => {
  const host = createMemoryHost();
  await open(host).write('a.json', 'key', 'text\nof two lines');
  expect(await open(host).read('a.json', 'key')).toBe('text\nof two lines');
  expect(await open(host).read('a.json', 'another')).toBeUndefined();
  expect(await open(host).read('b.json', 'key')).toBeUndefined();
});

test('ignores and replaces a text that another program wrote', async () => {
  const host = createMemoryHost();
  await open(host).write('a.json', 'key', 'old');
  expect(await open(host, 'second').read('a.json', 'key')).toBeUndefined();
  await open(host, 'second').write('a.json', 'key', 'new');
  expect(await open(host, 'second').read('a.json', 'key')).toBe('new');
  expect([...host.files.keys()]).toEqual(['/desk/cache/a.json']);
});

test('ignores a damaged file', async () => {
  const host = createMemoryHost();
  await open(host).write('a.json', 'key', 'some text');
  const [[path, bytes] = []] = host.files;
  for (const damaged of [bytes?.subarray(0, -2), Buffer.alloc(0), Buffer.from('no line')]) {
    host.files.set(path ?? '', damaged ?? Buffer.alloc(0));
    expect(await open(host).read('a.json', 'key')).toBeUndefined();
  }
});

test('ignores a folder that cannot be written', async () => {
  const host = createMemoryHost({}, { writeFile: () => Promise.reject(new Error('disk full')) });
  await open(host).write('a.json', 'key', 'text');
  expect(await open(host).read('a.json', 'key')).toBeUndefined();
});

test('removes the least recently used texts above the size limit', async () => {
  const usedAt: Record<string, number> = { 'a.json': 2, 'b.json': 1, 'c.json': 3 };
  const host = createMemoryHost();
  const usageOf: Host['usageOf'] = async (path) => ({
    bytes: host.files.get(path)?.length ?? 0,
    usedAt: usedAt[basename(path)] ?? 9,
  });
  for (const name of ['a.json', 'b.json', 'c.json']) await open(host).write(name, 'key', 'text');
  // Each occupies a block of 4,096 bytes; the limit allows two.
  await open({ ...host, usageOf }).write('d.json', 'key', 'text');
  expect(namesIn(host, '/desk/cache')).toEqual(['c.json', 'd.json']);
});

test('keeps the texts that this run used', async () => {
  const host = createMemoryHost();
  const cacheFiles = open(host);
  for (const name of ['a.json', 'b.json', 'c.json']) await cacheFiles.write(name, 'key', 'text');
  expect(namesIn(host, '/desk/cache')).toEqual(['a.json', 'b.json', 'c.json']);
});
