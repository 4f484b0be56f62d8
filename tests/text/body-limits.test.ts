import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../src/limits.ts';
import { explainExceededLimit } from '../../src/text/body-limits.ts';

const { bodyDepth, wordLength, paragraphLength, markupPerParagraph } = LIMITS;
const words = (letters: number) => 'word '.repeat(letters / 5);

describe('accepts', () => {
  test.each([
    ['nothing', ''],
    ['prose', 'A paragraph.\n\n- Speech.\n\n* an item\n  1. another\n\n> A quote.'],
    ['quotes at the maximum depth', `${'> '.repeat(bodyDepth)}words`],
    ['many items of one list', '* a\n'.repeat(400)],
    ['a word of the maximum length', 'w'.repeat(wordLength)],
    ['paragraphs of the maximum length', `${words(paragraphLength - 5)}\n\n`.repeat(3)],
    [
      'the maximum number of markup characters',
      `${'*a '.repeat(markupPerParagraph)}\n\n`.repeat(3),
    ],
  ])('%s', (_, text) => {
    expect(explainExceededLimit(text)).toBeUndefined();
  });
});

describe('reports with the line', () => {
  test.each([
    [
      'quotes',
      `a\n\n${'>'.repeat(bodyDepth + 1)}`,
      /more than 20 levels deep, in line 3 of the text$/,
    ],
    ['lists', `${'* '.repeat(bodyDepth + 1)}a`, /more than 20 levels deep, in line 1 of the text$/],
    [
      'lists nested by indentation',
      Array.from({ length: 30 }, (_, depth) => `${'  '.repeat(depth)}* a`).join('\n'),
      /more than 20 levels deep, in line 21 of the text$/,
    ],
    [
      'a word',
      `a\n${'w'.repeat(wordLength + 1)}`,
      /^has a word of more than 2,000 characters, in line 2 of the text$/,
    ],
    [
      'a row of a table',
      `| a |\n${'| '.repeat(LIMITS.barsPerLine + 1)}`,
      /^has a line with more than 100 vertical bars, in line 2 of the text$/,
    ],
    [
      'a table of many cells',
      `${'|'.repeat(LIMITS.barsPerLine)}\n${'|-'.repeat(LIMITS.barsPerLine)}\n${'|\n'.repeat(100)}`,
      /^has a table of more than 5,000 cells, in line 51 of the text$/,
    ],
    ['a paragraph', words(paragraphLength), /^has a paragraph of more than 20,000 characters/],
    [
      'a paragraph of many lines',
      'A line.\n'.repeat(paragraphLength / 8 + 1),
      /^has a paragraph of more than 20,000 characters, in line 2501 of the text$/,
    ],
    [
      'too many markup characters in a paragraph',
      `*a*\n${'_a '.repeat(markupPerParagraph)}`,
      /^has a paragraph with more than 500 of the characters .*, in line 2 of the text$/,
    ],
  ])('%s', (_, text, message) => {
    expect(explainExceededLimit(text)).toMatch(message);
  });
});
