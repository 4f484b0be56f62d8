import { describe, expect, test } from '@jest/globals';
import { collectWords, type RunWord } from '../../../src/pdf/measure/words.ts';
import { plainStyle } from '../../helpers/plain-style.ts';

const part = (text: string): RunWord[] =>
  (text.match(/[^ ]+ */g) ?? []).map((word) => ({ text: word, style: plainStyle }));
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

test('a range of figures stays on one line', () => {
  const range = [...part('in 2023–'), ...part('2025 and A–'), ...part('Z')];
  expect(
    collectWords(range).flatMap(({ noBreakAfter, text }) => (noBreakAfter ? [text] : [])),
  ).toEqual(['2023–']);
});

test('a line may break after a dash before a word', () => {
  expect(noBreakAfter('They came - nine of them')).toEqual([]);
});

describe('words that a no-break space binds', () => {
  const halve = (word: string) => (word.length > 6 ? [word.slice(0, 3), word.slice(3)] : [word]);
  const pieces = (splitBound: boolean) =>
    collectWords(part('в\u00a0профилактике, № 5'), { splitBound, hyphenate: halve });

  test('are one in a language that binds few', () => {
    expect(pieces(false).map(({ text, space }) => text + space)).toEqual([
      'в\u00a0п',
      'рофилактике, ',
      '№ ',
      '5',
    ]);
  });

  test('are divided and have a space of their own in one that binds many', () => {
    const words = pieces(true);
    expect(words.map(({ text, space }) => text + space)).toEqual([
      'в\u00a0',
      'про',
      'филактике, ',
      '№ ',
      '5',
    ]);
    expect(words.map(({ noBreakAfter }) => noBreakAfter)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(words[0]?.spaceWidth).toBe(words[2]?.spaceWidth);
    expect(words[0]?.hyphenWidth).toBe(0);
    expect(words[1]?.hyphenWidth).toBeGreaterThan(0);
  });
});
