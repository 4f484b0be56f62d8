import { expect, test } from '@jest/globals';
import { collectWords, type RunWord } from '../../../src/pdf/measure/words.ts';
import { plainStyle } from '../../helpers/plain-style.ts';

const part = (text: string): RunWord[] =>
  (text.match(/\S+\s*/g) ?? []).map((word) => ({ text: word, style: plainStyle }));
const noBreakAfter = (text: string) =>
  collectWords(part(text)).flatMap((word) => (word.noBreakAfter ? [word.text] : []));

test('a dash stays with the number after it and keeps its ordinary space', () => {
  expect(noBreakAfter('Kazakhstan - 9, Tajikistan – 12')).toEqual(['-', '–']);
  expect(collectWords(part('a - 9')).map(({ text, space }) => text + space)).toEqual([
    'a ',
    '- ',
    '9',
  ]);
});

test('a line may break after a dash before a word', () => {
  expect(noBreakAfter('They came - nine of them')).toEqual([]);
});
