import { describe, expect, test } from '@jest/globals';
import { findInvisible, findStyledWords, toPrintable } from '../../src/text/printable-text.ts';

describe('a text is printed', () => {
  test.each([
    [
      'without soft hyphens and word joiners',
      'cam\u00adpaign\u2060 \ufeffof\u200b it',
      'campaign of it',
    ],
    ['without marks of direction', '\u2068+7\u2069 \u200eyes\u200f', '+7 yes'],
    ['without joiners between Latin letters', 'a\u200cb\u200dc', 'abc'],
    ['without variation selectors', '™\ufe0f 1\ufe0f', '™ 1'],
    ['with letters of mathematics as letters', '𝗣𝗼𝗹𝗶𝗰𝗲 𝒉ℯ𝓁𝓁𝑜', 'Police hello'],
    ['with letters in circles as letters', 'Ⓐⓑ 🄰', 'Ab A'],
    ['with full-width characters as characters', 'Ｎｏ．１', 'No.1'],
    ['with ligatures as letters', 'oﬃcer ﬂew', 'officer flew'],
    ['with spaces that fonts have', 'a\u2009b\u202fc', 'a b\u00a0c'],
    ['with a dash for a minus sign', '\u22125', '–5'],
    ['in NFC', 'e\u0301', 'é'],
  ])('%s', (_, typed, printed) => {
    expect(toPrintable(typed)).toBe(printed);
  });

  test.each([
    'plain text, naïve – «да» № ½ m² ™ ℃ α-PVP',
    'joiners of emoji: 👩\u200d⚕',
    'joiners of Persian: می\u200cخواهم',
    'an override: \u202eabc',
  ])('as it is: %s', (text) => {
    expect(toPrintable(text)).toBe(text.normalize('NFC'));
    expect(findInvisible(text)).toEqual([]);
    expect(findStyledWords(text)).toEqual([]);
  });
});

test('words in styled letters are found as a whole', () => {
  expect(findStyledWords('the ofﬁcers of 𝗧𝗮𝗿𝗮𝘇')).toEqual([
    { from: 4, to: 11, printed: 'officers' },
    { from: 15, to: 25, printed: 'Taraz' },
  ]);
});
