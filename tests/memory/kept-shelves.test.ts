import { expect, test } from '@jest/globals';
import { createKeptShelves } from '../../src/memory/kept-shelves.ts';
import { createMemory } from '../../src/memory/memory.ts';
import { createStore } from '../../src/memory/store.ts';
import { createMemoryWorld } from '../helpers/memory-world.ts';

const MOST = 100;

/** Runs over one store: each asks for things by their keys and keeps what was made. */
function startRuns() {
  const world = createMemoryWorld();
  const runOnce = async (keys: readonly string[], ...editions: (string | undefined)[]) => {
    const edition = editions.length > 0 ? editions[0] : 'first';
    const store = createStore('/cache', world, async () => Buffer.from('packages'));
    const shelves = createKeptShelves(createMemory(), store);
    const shelf = await shelves.open<readonly string[]>('parts', edition, MOST);
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

test('what is made where the edition is not known is not kept', async () => {
  const { runOnce, world } = startRuns();
  await runOnce(['a'], undefined);
  expect((await runOnce(['a'], undefined)).made).toEqual(['a']);
  expect(world.files.size).toBe(0);
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
    const shelf = await shelves.open<undefined>('parts', 'first', MOST);
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
  expect((await runOnce(['99', 'new', '98'])).made).toEqual(['98']);
});

test('one name is one shelf, and shelves without a store are those of the memory', async () => {
  const shelves = createKeptShelves(createMemory());
  const [one, other] = [
    await shelves.open<number>('parts', 'first', MOST),
    await shelves.open<number>('parts', 'first', MOST),
  ];
  one.get('a', () => 1);
  expect(other.get('a', () => 2)).toBe(1);
  await shelves.keep();
});
