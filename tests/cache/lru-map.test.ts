import { expect, test } from '@jest/globals';
import { LruMap } from '../../src/cache/persistent-cache.ts';

test('drops the least recently used entry above the limit', () => {
  const map = new LruMap<number>(2, [
    ['a', 1],
    ['b', 2],
  ]);
  expect(map.get('a')).toBe(1);
  map.set('c', 3);
  expect(map.entries()).toEqual([
    ['a', 1],
    ['c', 3],
  ]);
  expect(map.get('b')).toBeUndefined();
});

test('setting an entry again marks it as used without duplicating it', () => {
  const map = new LruMap<number>(2);
  map.set('a', 1);
  map.set('b', 2);
  map.set('a', 3);
  expect(map.entries()).toEqual([
    ['b', 2],
    ['a', 3],
  ]);
});
