import { expect, test } from '@jest/globals';
import { trimCache } from '../../src/cache/cache-files.ts';
import type { FileUsage } from '../../src/host/host.ts';
import { createMemoryHost, namesIn } from '../helpers/memory-host.ts';

const BLOCK = 4096;

/** A cache of files with their bytes and the time of their last use. */
function cacheOf(usage: Readonly<Record<string, readonly [bytes: number, usedAt: number]>>) {
  const host = createMemoryHost(
    Object.fromEntries(Object.keys(usage).map((name) => [`/cache/${name}`, 'x'])),
  );
  const usageOf = async (path: string): Promise<FileUsage | undefined> => {
    const [bytes, usedAt] = usage[path.slice('/cache/'.length)] ?? [];
    if (bytes === undefined || usedAt === undefined || !host.files.has(path)) return undefined;
    return { bytes, usedAt };
  };
  return { ...host, usageOf };
}

const none = () => false;

test('a cache within its bound stays as it is', async () => {
  const host = cacheOf({ 'a.json': [5000, 1], 'b.json': [5000, 2] });
  expect(await trimCache('/cache', { mostBytes: 10_000, isNeeded: none }, host)).toBe(10_000);
  expect(namesIn(host, '/cache')).toEqual(['a.json', 'b.json']);
});

test('what was used longest ago goes first, with all its files, and no more than must', async () => {
  const host = cacheOf({
    'a.json': [5000, 1],
    'a.jpg': [9000, 4],
    'b.json': [5000, 2],
    'b.jpg': [9000, 2],
    'c.json': [5000, 3],
  });
  expect(await trimCache('/cache', { mostBytes: 20_000, isNeeded: none }, host)).toBe(19_000);
  expect(namesIn(host, '/cache').sort()).toEqual(['a.jpg', 'a.json', 'c.json']);
});

test('what is needed stays also beyond the bound', async () => {
  const host = cacheOf({ 'a.json': [5000, 1], 'b.json': [5000, 2], 'c.json': [5000, 3] });
  const isNeeded = (name: string) => name !== 'c';
  expect(await trimCache('/cache', { mostBytes: 1, isNeeded }, host)).toBe(10_000);
  expect(namesIn(host, '/cache')).toEqual(['a.json', 'b.json']);
});

test('many small files count as what they take of a disk', async () => {
  const host = cacheOf({ 'a.seen': [64, 1], 'b.seen': [64, 2] });
  expect(await trimCache('/cache', { mostBytes: BLOCK, isNeeded: none }, host)).toBe(BLOCK);
  expect(namesIn(host, '/cache')).toEqual(['b.seen']);
});

test('what another run removes meanwhile does not count', async () => {
  const host = cacheOf({ 'a.json': [5000, 1], 'b.json': [5000, 2] });
  const list = async () => ['a.json', 'b.json', 'gone.json'];
  expect(await trimCache('/cache', { mostBytes: 9000, isNeeded: none }, { ...host, list })).toBe(
    5000,
  );
});
