import { expect, test } from '@jest/globals';
import { createMemory } from '../../src/cache/build-cache.ts';

/** A shelf that counts what is made for it. */
function countingShelf() {
  const memory = createMemory();
  const shelf = memory.shelf<string, string>();
  const made: string[] = [];
  const get = (key: string) =>
    shelf.get(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  return { memory, get, made };
}

test('what is asked for in every round is made once', () => {
  const { memory, get, made } = countingShelf();
  for (let round = 0; round < 5; round++) {
    memory.nextRound();
    expect(get('a')).toBe('A');
    expect(get('a')).toBe('A');
  }
  expect(made).toEqual(['a']);
});

test('what was not asked for in a whole round is forgotten', () => {
  const { memory, get, made } = countingShelf();
  get('a');
  memory.nextRound();
  get('b');
  memory.nextRound();
  get('a');
  expect(made).toEqual(['a', 'b', 'a']);
});

test('nothing is a value too', () => {
  const shelf = createMemory().shelf<string, undefined>();
  let made = 0;
  for (let time = 0; time < 2; time++) {
    shelf.get('a', () => {
      made++;
      return undefined;
    });
  }
  expect(made).toBe(1);
});

test('shelves are apart', () => {
  const memory = createMemory();
  const [first, second] = [memory.shelf<string, number>(), memory.shelf<string, number>()];
  expect([first.get('a', () => 1), second.get('a', () => 2)]).toEqual([1, 2]);
});
