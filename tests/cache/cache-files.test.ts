import { basename } from 'node:path';
import { expect, test } from '@jest/globals';
import { createStore } from '../../src/cache/cache-files.ts';
import type { World } from '../../src/host/host.ts';
import { createMemoryWorld, namesIn } from '../helpers/memory-host.ts';

const open = (world: World = createMemoryWorld(), program: string | undefined = 'first') =>
  createStore('/desk/cache', { ...world, program }, 10_000);

test('a text is found again under its name and its key only', async () => {
  const world = createMemoryWorld();
  await open(world).keep('a.json', 'key', 'text\nof two lines');
  expect(await open(world).read('a.json', 'key')).toBe('text\nof two lines');
  expect(await open(world).read('a.json', 'another')).toBeUndefined();
  expect(await open(world).read('b.json', 'key')).toBeUndefined();
});

test('what another program has kept is not there, and gives way', async () => {
  const world = createMemoryWorld();
  await open(world).keep('a.json', 'key', 'old');
  expect(await open(world, 'second').read('a.json', 'key')).toBeUndefined();
  await open(world, 'second').keep('a.json', 'key', 'new');
  expect(await open(world, 'second').read('a.json', 'key')).toBe('new');
  expect([...world.files.keys()]).toEqual(['/desk/cache/a.json']);
});

test('a file that was damaged is as good as none', async () => {
  const world = createMemoryWorld();
  await open(world).keep('a.json', 'key', 'some text');
  const [[path, bytes] = []] = world.files;
  for (const damaged of [bytes?.subarray(0, -2), Buffer.alloc(0), Buffer.from('no line')]) {
    world.files.set(path ?? '', damaged ?? Buffer.alloc(0));
    expect(await open(world).read('a.json', 'key')).toBeUndefined();
  }
});

test('a folder that cannot be written costs nothing but time', async () => {
  const world = createMemoryWorld({}, { writeFile: () => Promise.reject(new Error('disk full')) });
  await open(world).keep('a.json', 'key', 'text');
  expect(await open(world).read('a.json', 'key')).toBeUndefined();
});

test('other texts go, the longest unused first, when there are too many', async () => {
  const usedAt: Record<string, number> = { 'a.json': 2, 'b.json': 1, 'c.json': 3 };
  const world = createMemoryWorld();
  const usageOf: World['usageOf'] = async (path) => ({
    bytes: world.files.get(path)?.length ?? 0,
    usedAt: usedAt[basename(path)] ?? 9,
  });
  for (const name of ['a.json', 'b.json', 'c.json']) await open(world).keep(name, 'key', 'text');
  // Each takes a block of 4,096 bytes; there is room for two.
  await open({ ...world, usageOf }).keep('d.json', 'key', 'text');
  expect(namesIn(world, '/desk/cache')).toEqual(['c.json', 'd.json']);
});

test('what this run has asked for stays', async () => {
  const world = createMemoryWorld();
  const store = open(world);
  for (const name of ['a.json', 'b.json', 'c.json']) await store.keep(name, 'key', 'text');
  expect(namesIn(world, '/desk/cache')).toEqual(['a.json', 'b.json', 'c.json']);
});
