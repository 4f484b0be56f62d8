import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findTextsWithSharedWords } from '../../../../src/publications/shared/editorial/repetitions.ts';

const RUN_LENGTH = 3;

/** Reference implementation: compares every run of words with every other. */
function findByComparing(texts: readonly (readonly string[])[]): Set<number> {
  const runs = texts.flatMap((words, index) =>
    words
      .slice(RUN_LENGTH - 1)
      .map((_, at) => ({ index, run: words.slice(at, at + RUN_LENGTH).join(' ') })),
  );
  return new Set(
    runs
      .filter((one) => runs.some((other) => other !== one && other.run === one.run))
      .map(({ index }) => index),
  );
}

test('texts that share a run of words are found in any texts', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const texts = fc.array(fc.array(word, { maxLength: 8 }), { maxLength: 8 });
  fc.assert(
    fc.property(texts, (some) => {
      const found = [...findTextsWithSharedWords(some, RUN_LENGTH)].sort();
      expect(found).toEqual([...findByComparing(some)].sort());
    }),
    { numRuns: 300 },
  );
});

test('a text shorter than a run shares none', () => {
  expect(findTextsWithSharedWords([['a', 'b'], ['a', 'b'], []], RUN_LENGTH).size).toBe(0);
});
