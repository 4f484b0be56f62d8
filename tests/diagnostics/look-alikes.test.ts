import { describe, expect, test } from '@jest/globals';
import { findLookAlikes } from '../../src/diagnostics/suggestions.ts';

describe('findLookAlikes', () => {
  test.each([
    ['\u0441ountry', 'country', 'Replace the Cyrillic letter “\u0441” with the Latin one.'],
    ['\u041aZ', 'KZ', 'Replace the Cyrillic letter “\u041a” with the Latin one.'],
    [
      's\u043eur\u0441e',
      'source',
      'Replace the Cyrillic letters “\u043e”, “\u0441” with the Latin ones.',
    ],
  ])('returns the Latin spelling of %s and a hint', (word, latin, hint) => {
    expect(findLookAlikes(word)).toEqual({ latin, hint });
  });

  test('returns nothing for a word with a Cyrillic letter that has no look-alike', () => {
    expect(findLookAlikes('стража')).toBeUndefined();
  });

  test('returns nothing for a word without Cyrillic letters', () => {
    expect(findLookAlikes('country')).toBeUndefined();
    expect(findLookAlikes('')).toBeUndefined();
  });
});
