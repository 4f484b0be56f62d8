import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findSharingWords } from '../../../../src/publications/information-release/editorial/repetitions.ts';

const IN_A_ROW = 3;

/** The same, found by comparing every row with every other. */
function findByComparing(texts: readonly (readonly string[])[]): Set<number> {
  const rows = texts.flatMap((words, index) =>
    words
      .slice(IN_A_ROW - 1)
      .map((_, at) => ({ index, row: words.slice(at, at + IN_A_ROW).join(' ') })),
  );
  return new Set(
    rows
      .filter((one) => rows.some((other) => other !== one && other.row === one.row))
      .map(({ index }) => index),
  );
}

test('texts with a row of words that stands elsewhere too are found, whatever the texts', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const texts = fc.array(fc.array(word, { maxLength: 8 }), { maxLength: 8 });
  fc.assert(
    fc.property(texts, (some) => {
      const found = [...findSharingWords(some, IN_A_ROW)].sort();
      expect(found).toEqual([...findByComparing(some)].sort());
    }),
    { numRuns: 300 },
  );
});

test('a text that is shorter than a row shares none', () => {
  expect(findSharingWords([['a', 'b'], ['a', 'b'], []], IN_A_ROW).size).toBe(0);
});
