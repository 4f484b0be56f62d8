import { expect, test } from '@jest/globals';
import { createBuildCache } from '../../src/cache/build-cache.ts';
import { openCacheFiles } from '../../src/cache/cache-files.ts';
import { createPersistentCache } from '../../src/cache/persistent-cache.ts';
import type { Host } from '../../src/host/host.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';

const MOST = 100;

/** Opens a shelf as a run of a program does; what it has to make is written into `made`. */
async function openRun(host: Host, program: string | undefined) {
  const cacheFiles = openCacheFiles('/cache', { ...host, program });
  const persistentCache = createPersistentCache(createBuildCache(), cacheFiles);
  const memo = await persistentCache.open<readonly string[]>('parts', MOST);
  const made: string[] = [];
  const get = (key: string) =>
    memo.get(key, () => {
      made.push(key);
      return [key, key.toUpperCase()];
    });
  return { get, made, keep: () => persistentCache.keep() };
}

/** Runs over one store: each asks for things by their keys and keeps what was made. */
function startRuns() {
  const host = createMemoryHost();
  const runOnce = async (keys: readonly string[], program: string | undefined = 'first') => {
    const { get, made, keep } = await openRun(host, program);
    const got = keys.map(get);
    await keep();
    return { made, got };
  };
  return { host, runOnce };
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
  const host = createMemoryHost();
  for (let run = 0; run < 2; run++) {
    const { get, made, keep } = await openRun(host, undefined);
    get('a');
    await keep();
    expect(made).toEqual(['a']);
  }
  expect(host.files.size).toBe(0);
});

test('what was kept once is not written again by the same run', async () => {
  const host = createMemoryHost();
  const { get, keep } = await openRun(host, 'first');
  get('a');
  await keep();
  const before = host.files.get('/cache/parts.json');
  get('a');
  await keep();
  expect(host.files.get('/cache/parts.json')).toBe(before);
  get('b');
  await keep();
  expect(host.files.get('/cache/parts.json')).not.toBe(before);
});

test('a long run keeps what it used last, not what it used first', async () => {
  const host = createMemoryHost();
  const { get, keep } = await openRun(host, 'first');
  get('first');
  for (let number = 0; number < MOST; number++) get(`${number}`);
  await keep();
  const next = await openRun(host, 'first');
  next.get('0');
  next.get('99');
  next.get('first');
  expect(next.made).toEqual(['first']);
});

test('a run that made nothing new writes nothing', async () => {
  const { runOnce, host } = startRuns();
  await runOnce(['a']);
  const before = host.files.get('/cache/parts.json');
  await runOnce(['a']);
  expect(host.files.get('/cache/parts.json')).toBe(before);
});

test('nothing is not kept: it is made again', async () => {
  const cacheFiles = openCacheFiles('/cache', createMemoryHost({}, { program: 'first' }));
  for (let run = 0; run < 2; run++) {
    const persistentCache = createPersistentCache(createBuildCache(), cacheFiles);
    const memo = await persistentCache.open<undefined>('parts', MOST);
    let made = 0;
    memo.get('a', () => {
      made++;
      return undefined;
    });
    expect(made).toBe(1);
    await persistentCache.keep();
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
  const persistentCache = createPersistentCache(createBuildCache());
  const [one, other] = [
    await persistentCache.open<number>('parts', MOST),
    await persistentCache.open<number>('parts', MOST),
  ];
  one.get('a', () => 1);
  expect(other.get('a', () => 2)).toBe(1);
  await persistentCache.keep();
});
