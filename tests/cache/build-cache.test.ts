import { expect, test } from '@jest/globals';
import { createBuildCache } from '../../src/cache/build-cache.ts';

/** A shelf that counts what is made for it. */
function countingShelf() {
  const buildCache = createBuildCache();
  const memo = buildCache.memo<string, string>();
  const made: string[] = [];
  const get = (key: string) =>
    memo.get(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  return { buildCache, get, made };
}

test('what is asked for in every round is made once', () => {
  const { buildCache, get, made } = countingShelf();
  for (let round = 0; round < 5; round++) {
    buildCache.startBuild();
    expect(get('a')).toBe('A');
    expect(get('a')).toBe('A');
  }
  expect(made).toEqual(['a']);
});

test('what was not asked for in a whole round is forgotten', () => {
  const { buildCache, get, made } = countingShelf();
  get('a');
  buildCache.startBuild();
  get('b');
  buildCache.startBuild();
  get('a');
  expect(made).toEqual(['a', 'b', 'a']);
});

test('nothing is a value too', () => {
  const memo = createBuildCache().memo<string, undefined>();
  let made = 0;
  for (let time = 0; time < 2; time++) {
    memo.get('a', () => {
      made++;
      return undefined;
    });
  }
  expect(made).toBe(1);
});

test('shelves are apart', () => {
  const buildCache = createBuildCache();
  const [first, second] = [buildCache.memo<string, number>(), buildCache.memo<string, number>()];
  expect([first.get('a', () => 1), second.get('a', () => 2)]).toEqual([1, 2]);
});
