import { expect, test } from '@jest/globals';
import { createKeptShelves } from '../../src/memory/kept-shelves.ts';
import { createMemory } from '../../src/memory/memory.ts';
import { createStore } from '../../src/memory/store.ts';
import { createMemoryWorld } from '../helpers/memory-world.ts';

/** Runs over one store: each asks for things by their keys and keeps what was made. */
function startRuns() {
  const world = createMemoryWorld();
  const runOnce = async (keys: readonly string[], edition = 'first') => {
    const store = createStore('/cache', world, async () => Buffer.from('packages'));
    const shelves = createKeptShelves(createMemory(), store);
    const shelf = await shelves.open<readonly string[]>('parts', edition);
    const made: string[] = [];
    const got = keys.map((key) =>
      shelf.get(key, () => {
        made.push(key);
        return [key, key.toUpperCase()];
      }),
    );
    await shelves.keep();
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

test('under another edition it is made anew', async () => {
  const { runOnce } = startRuns();
  await runOnce(['a']);
  expect((await runOnce(['a'], 'second')).made).toEqual(['a']);
});

test('a run that made nothing new writes nothing', async () => {
  const { runOnce, world } = startRuns();
  await runOnce(['a']);
  const before = world.files.get('/cache/parts.json');
  await runOnce(['a']);
  expect(world.files.get('/cache/parts.json')).toBe(before);
});

test('nothing is not kept: it is made again', async () => {
  const store = createStore('/cache', createMemoryWorld(), async () => Buffer.from('packages'));
  for (let run = 0; run < 2; run++) {
    const shelves = createKeptShelves(createMemory(), store);
    const shelf = await shelves.open<undefined>('parts', 'first');
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
  const many = Array.from({ length: 20_000 }, (_, number) => `${number}`);
  await runOnce(many);
  await runOnce(['19999', 'new']);
  expect((await runOnce(['19999', 'new', '19998'])).made).toEqual(['19998']);
});

test('one name is one shelf, and shelves without a store are those of the memory', async () => {
  const shelves = createKeptShelves(createMemory());
  const [one, other] = [
    await shelves.open<number>('parts', 'first'),
    await shelves.open<number>('parts', 'first'),
  ];
  one.get('a', () => 1);
  expect(other.get('a', () => 2)).toBe(1);
  await shelves.keep();
});
