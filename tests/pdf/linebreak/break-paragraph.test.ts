import { expect, test } from '@jest/globals';
import {
  type BreakParagraph,
  breakParagraph,
  cacheBrokenLines,
  type LineRules,
} from '../../../src/pdf/linebreak/break-paragraph.ts';
import type { Word } from '../../../src/pdf/measure/words.ts';
import { plainStyle as style } from '../../helpers/plain-style.ts';

/** Words as wide as their number of letters; a vertical bar is a hyphenation point. */
const words: Word[] = 'aa bb ccc|cccccc dd eeee fff gg|gggg hh iiii jj'.split(' ').flatMap((word) =>
  word.split('|').map((text, index, { length }) => ({
    style,
    text,
    width: text.length,
    space: index === length - 1 ? ' ' : '',
    spaceWidth: index === length - 1 ? 1 : 0,
    noBreakAfter: false,
    endsLine: false,
    hyphenWidth: index === length - 1 ? 0 : 1,
  })),
);

function rules(changes: Partial<LineRules> = {}): LineRules {
  return {
    justified: true,
    balanced: false,
    widthOf: () => 12,
    mayHyphenate: () => true,
    ...changes,
  };
}

/** Returns a cached `breakParagraph` and the number of its cache misses. */
function counting(): { breakWords: BreakParagraph; count: () => number } {
  let count = 0;
  const breakWords = cacheBrokenLines((...asked) => {
    count++;
    return breakParagraph(...asked);
  });
  return { breakWords, count: () => count };
}

test('breaks the same words by the same rules only once', () => {
  const { breakWords, count } = counting();
  const first = breakWords(words, rules());
  expect(breakWords(words, rules())).toBe(first);
  expect(count()).toBe(1);
});

test.each<[string, Partial<LineRules>]>([
  ['another width', { widthOf: () => 13 }],
  ['another width of one line', { widthOf: (line) => (line === 1 ? 9 : 12) }],
  ['hyphenation turned off', { mayHyphenate: () => false }],
  ['ragged lines', { justified: false }],
  ['balanced lines', { justified: false, balanced: true }],
])('breaks again with %s and returns the uncached result', (_, changes) => {
  const { breakWords } = counting();
  breakWords(words, rules());
  expect(breakWords(words, rules(changes))).toEqual(breakParagraph(words, rules(changes)));
  expect(breakWords(words, rules())).toEqual(breakParagraph(words, rules()));
});

test('breaks equal words in another array again', () => {
  const { breakWords, count } = counting();
  breakWords(words, rules());
  breakWords([...words], rules());
  expect(count()).toBe(2);
});
