import { describe, expect, test } from '@jest/globals';
import * as flags from 'country-flag-icons/string/3x2';
import {
  compareCountries,
  countryNamesSchema,
  countryOf,
  guessCountryCode,
  isMemberState,
  listCountries,
  lookUpIn,
} from '../../../src/publications/information-release/countries.ts';
import { readYaml } from '../../../src/source/read-yaml.ts';
import { checkSchema } from '../../../src/source/schema-problems.ts';
import { templateText } from '../../helpers/read-template.ts';

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

describe('the names in Russian', () => {
  const text = templateText('countries.ru.yaml');
  const names = countryNamesSchema.parse(readYaml(text, 'countries.ru.yaml').document.value);
  const inRussian = lookUpIn(names, (name) => name);

  test('are there for every country that the program knows, and for no other', () => {
    const codes = listCountries().map(({ code }) => code);
    expect(Object.keys(names).sort()).toEqual([...codes].sort());
    expect(inRussian('QQ')).toBeUndefined();
    expect(inRussian('constructor')).toBeUndefined();
  });

  test('are written in Russian letters, each once', () => {
    const all = Object.values(names);
    for (const { short, official } of all) {
      expect(`${short} ${official}`).toMatch(/^[А-ЯЁа-яё’(), –-]+$/);
      expect(official).toMatch(/^[А-ЯЁ]/);
    }
    expect(new Set(all.map(({ short }) => short)).size).toBe(all.length);
    expect(new Set(all.map(({ official }) => official)).size).toBe(all.length);
  });

  test.each([
    ['AZ', 'Азербайджан', 'АЗЕРБАЙДЖАНСКАЯ РЕСПУБЛИКА'],
    ['KZ', 'Казахстан', 'РЕСПУБЛИКА КАЗАХСТАН'],
    ['KG', 'Кыргызстан', 'КЫРГЫЗСКАЯ РЕСПУБЛИКА'],
    ['RU', 'Россия', 'РОССИЙСКАЯ ФЕДЕРАЦИЯ'],
    ['TJ', 'Таджикистан', 'РЕСПУБЛИКА ТАДЖИКИСТАН'],
    ['TM', 'Туркменистан', 'ТУРКМЕНИСТАН'],
    ['UZ', 'Узбекистан', 'РЕСПУБЛИКА УЗБЕКИСТАН'],
    ['BY', 'Беларусь', 'РЕСПУБЛИКА БЕЛАРУСЬ'],
    ['MD', 'Молдова', 'РЕСПУБЛИКА МОЛДОВА'],
  ])('of %s are the centre’s', (code, short, printed) => {
    const country = inRussian(code);
    expect(country?.shortName).toBe(short);
    expect(country?.officialName.toUpperCase()).toBe(printed);
  });

  test('are in the order of the Russian alphabet, member states first', () => {
    const codes = ['UZ', 'AF', 'TM', 'CN', 'RU', 'AZ', 'TJ', 'KG', 'AT', 'KZ', 'EG', 'JM'];
    const countries = codes.flatMap((code) => inRussian(code) ?? []);
    const sorted = countries.sort((a, b) => compareCountries(a, b, 'ru'));
    expect(sorted.map(({ shortName }) => shortName)).toEqual([
      'Азербайджан',
      'Казахстан',
      'Кыргызстан',
      'Россия',
      'Таджикистан',
      'Туркменистан',
      'Узбекистан',
      'Австрия',
      'Афганистан',
      'Египет',
      'Китай',
      'Ямайка',
    ]);
  });

  test.each([
    ['is missing', /^FR: .*\n/m, '', 'key-missing'],
    ['is unknown', /^FR:/m, 'QQ: { short: А, official: А }\nFR:', 'key-unknown'],
    ['has no short name', /^FR: .*$/m, 'FR: { official: Французская Республика }', 'key-missing'],
  ])('are refused at their line if one %s', (_, piece, replacement, code) => {
    const { document } = readYaml(text.replace(piece, replacement), 'countries.ru.yaml');
    const { problems } = checkSchema(countryNamesSchema, document);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.range?.start.line).toBeGreaterThan(0);
  });
});
