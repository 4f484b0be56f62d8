import { expect, test } from '@jest/globals';
import { createMemory } from '../../src/cache/build-cache.ts';
import { createStore } from '../../src/cache/cache-files.ts';
import { createKeptShelves } from '../../src/cache/persistent-cache.ts';
import type { World } from '../../src/host/host.ts';
import { createMemoryWorld } from '../helpers/memory-host.ts';

const MOST = 100;

/** Opens a shelf as a run of a program does; what it has to make is written into `made`. */
async function openRun(world: World, program: string | undefined) {
  const store = createStore('/cache', { ...world, program });
  const shelves = createKeptShelves(createMemory(), store);
  const shelf = await shelves.open<readonly string[]>('parts', MOST);
  const made: string[] = [];
  const get = (key: string) =>
    shelf.get(key, () => {
      made.push(key);
      return [key, key.toUpperCase()];
    });
  return { get, made, keep: () => shelves.keep() };
}

/** Runs over one store: each asks for things by their keys and keeps what was made. */
function startRuns() {
  const world = createMemoryWorld();
  const runOnce = async (keys: readonly string[], program: string | undefined = 'first') => {
    const { get, made, keep } = await openRun(world, program);
    const got = keys.map(get);
    await keep();
    return { made, got };
  };
  return { world, runOnce };
}

test('what one run has made the next one finds', async () => {
  const { runOnce } = startRuns();
  const keys = ['a', '__proto__', 'long '.repeat(100)];
  const first = await runOnce(keys);
  expect(first.made).toEqual(keys);
  expect(await runOnce(keys)).toEqual({ made: [], got: first.got });
});

test('another program makes it anew', async () => {
  const { runOnce } = startRuns();
  await runOnce(['a']);
  expect((await runOnce(['a'], 'second')).made).toEqual(['a']);
});

test('a program that is not known keeps nothing', async () => {
  const world = createMemoryWorld();
  for (let run = 0; run < 2; run++) {
    const { get, made, keep } = await openRun(world, undefined);
    get('a');
    await keep();
    expect(made).toEqual(['a']);
  }
  expect(world.files.size).toBe(0);
});

test('what was kept once is not written again by the same run', async () => {
  const world = createMemoryWorld();
  const { get, keep } = await openRun(world, 'first');
  get('a');
  await keep();
  const before = world.files.get('/cache/parts.json');
  get('a');
  await keep();
  expect(world.files.get('/cache/parts.json')).toBe(before);
  get('b');
  await keep();
  expect(world.files.get('/cache/parts.json')).not.toBe(before);
});

test('a long run keeps what it used last, not what it used first', async () => {
  const world = createMemoryWorld();
  const { get, keep } = await openRun(world, 'first');
  get('first');
  for (let number = 0; number < MOST; number++) get(`${number}`);
  await keep();
  const next = await openRun(world, 'first');
  next.get('0');
  next.get('99');
  next.get('first');
  expect(next.made).toEqual(['first']);
});

test('a run that made nothing new writes nothing', async () => {
  const { runOnce, world } = startRuns();
  await runOnce(['a']);
  const before = world.files.get('/cache/parts.json');
  await runOnce(['a']);
  expect(world.files.get('/cache/parts.json')).toBe(before);
});

test('nothing is not kept: it is made again', async () => {
  const store = createStore('/cache', createMemoryWorld({}, { program: 'first' }));
  for (let run = 0; run < 2; run++) {
    const shelves = createKeptShelves(createMemory(), store);
    const shelf = await shelves.open<undefined>('parts', MOST);
    let made = 0;
    shelf.get('a', () => {
      made++;
      return undefined;
    });
    expect(made).toBe(1);
    await shelves.keep();
  }
});

test('a full shelf lets go what no run has asked for lately', async () => {
  const { runOnce } = startRuns();
  const many = Array.from({ length: MOST }, (_, number) => `${number}`);
  await runOnce(many);
  await runOnce(['99', 'new']);
  expect((await runOnce(['99', 'new', '0'])).made).toEqual(['0']);
});

test('one name is one shelf, and shelves without a store are those of the memory', async () => {
  const shelves = createKeptShelves(createMemory());
  const [one, other] = [
    await shelves.open<number>('parts', MOST),
    await shelves.open<number>('parts', MOST),
  ];
  one.get('a', () => 1);
  expect(other.get('a', () => 2)).toBe(1);
  await shelves.keep();
});
