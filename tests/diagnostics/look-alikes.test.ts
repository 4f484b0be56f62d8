import { describe, expect, test } from '@jest/globals';
import { findLookAlikes } from '../../src/diagnostics/suggestions.ts';

describe('a word that looks Latin', () => {
  test.each([
    ['\u0441ountry', 'country', 'Replace the Cyrillic letter “\u0441” with the Latin one.'],
    ['\u041aZ', 'KZ', 'Replace the Cyrillic letter “\u041a” with the Latin one.'],
    [
      's\u043eur\u0441e',
      'source',
      'Replace the Cyrillic letters “\u043e”, “\u0441” with the Latin ones.',
    ],
  ])('%s is told in Latin letters, with those that are not', (word, latin, hint) => {
    expect(findLookAlikes(word)).toEqual({ latin, hint });
  });

  test('has no Cyrillic letter that looks like none of them', () => {
    expect(findLookAlikes('стража')).toBeUndefined();
  });

  test('has a Cyrillic letter', () => {
    expect(findLookAlikes('country')).toBeUndefined();
    expect(findLookAlikes('')).toBeUndefined();
  });
});
