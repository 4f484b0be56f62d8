import { expect, test } from '@jest/globals';
import { trimCache } from '../../src/cache/cache-files.ts';
import type { FileUsage } from '../../src/host/host.ts';
import { createMemoryHost, namesIn } from '../helpers/memory-host.ts';

const BLOCK = 4096;

/** A cache of files with their sizes in bytes and times of last use. */
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

test('leaves a cache within the limit unchanged', async () => {
  const host = cacheOf({ 'a.json': [5000, 1], 'b.json': [5000, 2] });
  expect(await trimCache('/cache', { maxBytes: 10_000, isInUse: none }, host)).toBe(10_000);
  expect(namesIn(host, '/cache')).toEqual(['a.json', 'b.json']);
});

test('removes the least recently used entries with all their files, and no more than necessary', async () => {
  const host = cacheOf({
    'a.json': [5000, 1],
    'a.jpg': [9000, 4],
    'b.json': [5000, 2],
    'b.jpg': [9000, 2],
    'c.json': [5000, 3],
  });
  expect(await trimCache('/cache', { maxBytes: 20_000, isInUse: none }, host)).toBe(19_000);
  expect(namesIn(host, '/cache').sort()).toEqual(['a.jpg', 'a.json', 'c.json']);
});

test('keeps entries in use even above the limit', async () => {
  const host = cacheOf({ 'a.json': [5000, 1], 'b.json': [5000, 2], 'c.json': [5000, 3] });
  const isInUse = (name: string) => name !== 'c';
  expect(await trimCache('/cache', { maxBytes: 1, isInUse }, host)).toBe(10_000);
  expect(namesIn(host, '/cache')).toEqual(['a.json', 'b.json']);
});

test('counts small files by the disk space they occupy', async () => {
  const host = cacheOf({ 'a.seen': [64, 1], 'b.seen': [64, 2] });
  expect(await trimCache('/cache', { maxBytes: BLOCK, isInUse: none }, host)).toBe(BLOCK);
  expect(namesIn(host, '/cache')).toEqual(['b.seen']);
});

test('does not count files that another run removes in the meantime', async () => {
  const host = cacheOf({ 'a.json': [5000, 1], 'b.json': [5000, 2] });
  const list = async () => ['a.json', 'b.json', 'gone.json'];
  expect(await trimCache('/cache', { maxBytes: 9000, isInUse: none }, { ...host, list })).toBe(
    5000,
  );
});
