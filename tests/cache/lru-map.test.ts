import { expect, test } from '@jest/globals';
import { LruMap } from '../../src/cache/persistent-cache.ts';

test('of too many things the one goes that was unused for longest', () => {
  const recent = new LruMap<number>(2, [
    ['a', 1],
    ['b', 2],
  ]);
  expect(recent.get('a')).toBe(1);
  recent.set('c', 3);
  expect(recent.entries()).toEqual([
    ['a', 1],
    ['c', 3],
  ]);
  expect(recent.get('b')).toBeUndefined();
});

test('a thing that is set again is of use, and stands there once', () => {
  const recent = new LruMap<number>(2);
  recent.set('a', 1);
  recent.set('b', 2);
  recent.set('a', 3);
  expect(recent.entries()).toEqual([
    ['b', 2],
    ['a', 3],
  ]);
});
