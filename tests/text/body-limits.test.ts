import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../src/limits.ts';
import { explainExceededLimit } from '../../src/text/body-limits.ts';

const { bodyDepth, wordLetters, paragraphLetters, marksOfParagraph } = LIMITS;
const words = (letters: number) => 'word '.repeat(letters / 5);

describe('what is printed', () => {
  test.each([
    ['nothing', ''],
    ['prose', 'A paragraph.\n\n- Speech.\n\n* an item\n  1. another\n\n> A quote.'],
    ['quotes as deep as may be', `${'> '.repeat(bodyDepth)}words`],
    ['items one after the other', '* a\n'.repeat(400)],
    ['a word as long as may be', 'w'.repeat(wordLetters)],
    ['paragraphs as long as may be', `${words(paragraphLetters - 5)}\n\n`.repeat(3)],
    ['signs as many as may be', `${'*a '.repeat(marksOfParagraph)}\n\n`.repeat(3)],
  ])('%s', (_, text) => {
    expect(explainExceededLimit(text)).toBeUndefined();
  });
});

describe('what is refused, with its line', () => {
  test.each([
    ['quotes', `a\n\n${'>'.repeat(bodyDepth + 1)}`, /more than 20 deep .*, in its line 3$/],
    ['lists', `${'* '.repeat(bodyDepth + 1)}a`, /more than 20 deep .*, in its line 1$/],
    [
      'lists by their indents',
      Array.from({ length: 30 }, (_, depth) => `${'  '.repeat(depth)}* a`).join('\n'),
      /more than 20 deep .*, in its line 21$/,
    ],
    [
      'a word',
      `a\n${'w'.repeat(wordLetters + 1)}`,
      /^has a word of more than 2,000 characters, in its line 2$/,
    ],
    ['a paragraph', words(paragraphLetters), /^has a paragraph of more than 20,000 characters/],
    [
      'a paragraph of many lines',
      'A line.\n'.repeat(paragraphLetters / 8 + 1),
      /^has a paragraph of more than 20,000 characters, in its line 2501$/,
    ],
    [
      'signs of a paragraph',
      `*a*\n${'_a '.repeat(marksOfParagraph)}`,
      /^has a paragraph with more than 500 of the signs .*, in its line 2$/,
    ],
  ])('%s', (_, text, told) => {
    expect(explainExceededLimit(text)).toMatch(told);
  });
});
