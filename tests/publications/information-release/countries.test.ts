import { describe, expect, test } from '@jest/globals';
import * as flags from 'country-flag-icons/string/3x2';
import {
  compareCountries,
  countryOf,
  guessCountryCode,
  isMemberState,
  listCountries,
} from '../../../src/publications/information-release/countries.ts';

test('a country has a short and an official name', () => {
  expect(countryOf('KZ')).toEqual({
    code: 'KZ',
    shortName: 'Kazakhstan',
    officialName: 'Republic of Kazakhstan',
  });
});

test.each(['kz', 'KAZ', 'QQ', '', 'K', 'constructor'])('%j is not a country code', (code) => {
  expect(countryOf(code)).toBeUndefined();
});

test('every member state has a name and a flag', () => {
  for (const code of ['AZ', 'KZ', 'KG', 'RU', 'TJ', 'TM', 'UZ']) {
    expect(countryOf(code)?.officialName).toBeTruthy();
    expect((flags as Record<string, string>)[code]).toMatch(/^<svg/);
  }
});

describe('the guessed country code', () => {
  test.each([
    ['kz', 'KZ'],
    [' kz ', 'KZ'],
    ['KAZ', 'KZ'],
    ['kazakhstan', 'KZ'],
    ['Republic of Kazakhstan', 'KZ'],
    ['Kazahstan', 'KZ'],
    ['Tadjikistan', 'TJ'],
    ['Turkmenstan', 'TM'],
    ['Kyrgyz Republic', 'KG'],
  ])('for %j is %s', (typed, code) => {
    expect(guessCountryCode(typed)).toBe(code);
  });

  test('is undefined for an unknown word', () => {
    expect(guessCountryCode('Atlantis')).toBeUndefined();
    expect(guessCountryCode('')).toBeUndefined();
  });
});

test('member states come before others, both sorted by name', () => {
  const country = (code: string) => {
    const found = countryOf(code);
    if (!found) throw new Error(code);
    return found;
  };
  const codes = ['AF', 'UZ', 'AZ', 'ZW'].sort((a, b) =>
    compareCountries(country(a), country(b), 'en'),
  );
  expect(codes).toEqual(['AZ', 'UZ', 'AF', 'ZW']);
});

test('names of one word are sorted as by an English collator', () => {
  const countries = listCountries().filter(({ shortName }) => !shortName.includes(' '));
  const { compare } = new Intl.Collator('en');
  const byRules = [...countries].sort((a, b) => compare(a.shortName, b.shortName));
  const others = byRules.filter(({ code }) => !isMemberState(code));
  expect([...others].reverse().sort((a, b) => compareCountries(a, b, 'en'))).toEqual(others);
  expect(others.length).toBeGreaterThan(150);
});
