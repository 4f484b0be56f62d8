import { expect, test } from '@jest/globals';
import { createBuildCache } from '../../src/cache/build-cache.ts';

/** Returns a memo and the keys whose values it computed. */
function countingMemo() {
  const buildCache = createBuildCache();
  const memo = buildCache.memo<string, string>();
  const computed: string[] = [];
  const get = (key: string) =>
    memo.get(key, () => {
      computed.push(key);
      return key.toUpperCase();
    });
  return { buildCache, get, computed };
}

test('computes a value that every build uses only once', () => {
  const { buildCache, get, computed } = countingMemo();
  for (let build = 0; build < 5; build++) {
    buildCache.startBuild();
    expect(get('a')).toBe('A');
    expect(get('a')).toBe('A');
  }
  expect(computed).toEqual(['a']);
});

test('drops a value that a whole build did not use', () => {
  const { buildCache, get, computed } = countingMemo();
  get('a');
  buildCache.startBuild();
  get('b');
  buildCache.startBuild();
  get('a');
  expect(computed).toEqual(['a', 'b', 'a']);
});

test('caches undefined like any other value', () => {
  const memo = createBuildCache().memo<string, undefined>();
  let computed = 0;
  for (let attempt = 0; attempt < 2; attempt++) {
    memo.get('a', () => {
      computed++;
      return undefined;
    });
  }
  expect(computed).toBe(1);
});

test('separates the values of different memos', () => {
  const buildCache = createBuildCache();
  const [first, second] = [buildCache.memo<string, number>(), buildCache.memo<string, number>()];
  expect([first.get('a', () => 1), second.get('a', () => 2)]).toEqual([1, 2]);
});
