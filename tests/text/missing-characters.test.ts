import { describe, expect, test } from '@jest/globals';
import { findMissingCharacters } from '../../src/text/missing-characters.ts';
import { canPrint } from '../helpers/read-issue.ts';

function find(text: string, print?: (text: string) => string) {
  return findMissingCharacters(text, canPrint, print).map(({ reason, from, to }) => [
    reason.replace(/^the fonts have no |^the text contains an invisible character: /, ''),
    from,
    to,
  ]);
}

test('finds nothing in printable text', () => {
  expect(find('Rally in Алматы – “yes”, naïve\tand\r\n so on')).toEqual([]);
});

describe('a missing character is named', () => {
  test.each([
    ['by itself and its code point', '漢', '“漢” (U+6F22)'],
    ['by a code point of five digits', '🎉', '“🎉” (U+1F389)'],
    ['by its name when it is invisible', '\u202e', 'right-to-left override (U+202E)'],
    ['as a control character', '\u0007', 'control character (U+0007)'],
  ])('%s', (_, character, name) => {
    expect(find(`ab${character}`)).toEqual([[name, 2, 2 + character.length]]);
  });
});

test('invisible characters that are left out of print are none', () => {
  expect(find('cam\u00adpaign \ufeffof\u200b 𝗣olice')).toEqual([]);
  const asTyped = (text: string) => text;
  expect(find('ab\u200b\ufeff', asTyped)).toEqual([
    ['zero width space (U+200B)', 2, 3],
    ['byte order mark (U+FEFF)', 3, 4],
  ]);
});

test('reports each character once, at its first occurrence', () => {
  expect(find('漢a漢字')).toEqual([
    ['“漢” (U+6F22)', 0, 1],
    ['“字” (U+5B57)', 3, 4],
  ]);
});

test('composes a letter and a combining mark', () => {
  expect(find('e\u0301')).toEqual([]);
  expect(findMissingCharacters('xe\u0301', (codePoint) => codePoint < 0x80)).toMatchObject([
    { character: 'é', from: 1, to: 3 },
  ]);
});

test('checks the printed characters, not the typed ones', () => {
  const small = (codePoint: number) => codePoint >= 0x61 && codePoint <= 0x7a;
  expect(findMissingCharacters('ab', small)).toEqual([]);
  expect(findMissingCharacters('ab', small, (text) => text.toUpperCase())).toMatchObject([
    { character: 'A', from: 0, to: 1 },
    { character: 'B', from: 1, to: 2 },
  ]);
});

test('reports a letter as the whole text prints it, not as it would be printed alone', () => {
  // Capitals that leave `mg` as it is.
  const print = (text: string) => text.toUpperCase().replaceAll('MG', 'mg');
  const without = (letters: string) => (codePoint: number) =>
    !letters.includes(String.fromCodePoint(codePoint));
  expect(findMissingCharacters('mg 漢', without('MG漢'), print)).toMatchObject([
    { character: '漢', from: 3, to: 4 },
  ]);
  expect(findMissingCharacters('5 mg', without('g'), print)).toMatchObject([
    { character: 'g', from: 3, to: 4 },
  ]);
});

test('reports each part of an emoji sequence at the same range', () => {
  expect(find('a👨‍👩')).toEqual([
    ['“👨” (U+1F468)', 1, 6],
    ['zero width joiner (U+200D)', 1, 6],
    ['“👩” (U+1F469)', 1, 6],
  ]);
});
