import { expect, test } from '@jest/globals';
import { createBuildCache } from '../../src/cache/build-cache.ts';
import { openCacheFiles } from '../../src/cache/cache-files.ts';
import { createPersistentCache } from '../../src/cache/persistent-cache.ts';
import type { Host } from '../../src/host/host.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';

const MAX_ENTRIES = 100;

/** Opens a memo as a run of the program does; `computed` lists the keys it had to compute. */
async function startRun(host: Host, program: string | undefined) {
  const cacheFiles = openCacheFiles('/cache', { ...host, program });
  const persistentCache = createPersistentCache(createBuildCache(), cacheFiles);
  const memo = await persistentCache.open<readonly string[]>('parts', MAX_ENTRIES);
  const computed: string[] = [];
  const get = (key: string) =>
    memo.get(key, () => {
      computed.push(key);
      return [key, key.toUpperCase()];
    });
  return { get, computed, save: () => persistentCache.save() };
}

/** Returns a function that gets keys in a new run and saves; all runs share one disk. */
function createRuns() {
  const host = createMemoryHost();
  const runOnce = async (keys: readonly string[], program: string | undefined = 'first') => {
    const { get, computed, save } = await startRun(host, program);
    const got = keys.map(get);
    await save();
    return { computed, got };
  };
  return { host, runOnce };
}

test('a run finds the values of the previous run', async () => {
  const { runOnce } = createRuns();
  const keys = ['a', '__proto__', 'long '.repeat(100)];
  const first = await runOnce(keys);
  expect(first.computed).toEqual(keys);
  expect(await runOnce(keys)).toEqual({ computed: [], got: first.got });
});

test('another program recomputes the values', async () => {
  const { runOnce } = createRuns();
  await runOnce(['a']);
  expect((await runOnce(['a'], 'second')).computed).toEqual(['a']);
});

test('an unknown program saves nothing', async () => {
  const host = createMemoryHost();
  for (let run = 0; run < 2; run++) {
    const { get, computed, save } = await startRun(host, undefined);
    get('a');
    await save();
    expect(computed).toEqual(['a']);
  }
  expect(host.files.size).toBe(0);
});

test('a run writes the file again only after computing new values', async () => {
  const host = createMemoryHost();
  const { get, save } = await startRun(host, 'first');
  get('a');
  await save();
  const before = host.files.get('/cache/parts.json');
  get('a');
  await save();
  expect(host.files.get('/cache/parts.json')).toBe(before);
  get('b');
  await save();
  expect(host.files.get('/cache/parts.json')).not.toBe(before);
});

test('a long run saves the values it used last', async () => {
  const host = createMemoryHost();
  const { get, save } = await startRun(host, 'first');
  get('first');
  for (let number = 0; number < MAX_ENTRIES; number++) get(`${number}`);
  await save();
  const next = await startRun(host, 'first');
  next.get('0');
  next.get('99');
  next.get('first');
  expect(next.computed).toEqual(['first']);
});

test('a run that computes nothing new writes nothing', async () => {
  const { runOnce, host } = createRuns();
  await runOnce(['a']);
  const before = host.files.get('/cache/parts.json');
  await runOnce(['a']);
  expect(host.files.get('/cache/parts.json')).toBe(before);
});

test('undefined is not saved but recomputed', async () => {
  const cacheFiles = openCacheFiles('/cache', createMemoryHost({}, { program: 'first' }));
  for (let run = 0; run < 2; run++) {
    const persistentCache = createPersistentCache(createBuildCache(), cacheFiles);
    const memo = await persistentCache.open<undefined>('parts', MAX_ENTRIES);
    let computed = 0;
    memo.get('a', () => {
      computed++;
      return undefined;
    });
    expect(computed).toBe(1);
    await persistentCache.save();
  }
});

test('a full memo drops values that no recent run used', async () => {
  const { runOnce } = createRuns();
  const many = Array.from({ length: MAX_ENTRIES }, (_, number) => `${number}`);
  await runOnce(many);
  await runOnce(['99', 'new']);
  expect((await runOnce(['99', 'new', '0'])).computed).toEqual(['0']);
});

test('returns the same memo for the same name, also without cache files', async () => {
  const persistentCache = createPersistentCache(createBuildCache());
  const [one, other] = [
    await persistentCache.open<number>('parts', MAX_ENTRIES),
    await persistentCache.open<number>('parts', MAX_ENTRIES),
  ];
  one.get('a', () => 1);
  expect(other.get('a', () => 2)).toBe(1);
  await persistentCache.save();
});
