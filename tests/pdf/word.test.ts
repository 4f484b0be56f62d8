import { expect, test } from '@jest/globals';
import type { Inline } from '../../src/pdf/inline.ts';
import { collectWords } from '../../src/pdf/word.ts';
import { plainStyle } from '../helpers/plain-style.ts';

const inlinesOf = (text: string): Inline[] =>
  (text.match(/\S+\s*/g) ?? []).map((part) => ({ ...plainStyle, text: part }));
const glued = (text: string) =>
  collectWords(inlinesOf(text)).flatMap((word) => (word.glued ? [word.text] : []));

test('a dash stays with the number after it, and keeps its plain space', () => {
  expect(glued('Kazakhstan - 9, Tajikistan – 12')).toEqual(['-', '–']);
  expect(collectWords(inlinesOf('a - 9')).map(({ text, space }) => text + space)).toEqual([
    'a ',
    '- ',
    '9',
  ]);
});

test('a dash before a word does not', () => {
  expect(glued('They came - nine of them')).toEqual([]);
});
