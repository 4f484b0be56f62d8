import { expect, test } from '@jest/globals';
import { createBuildCache } from '../../src/cache/build-cache.ts';
import { createHyphenator } from '../../src/text/hyphenator.ts';

const hyphenatorOf = (language: string) => createHyphenator(language, createBuildCache().memo());

test('hyphenates words by the patterns of their language', async () => {
  const [english, russian] = [await hyphenatorOf('en'), await hyphenatorOf('ru')];
  expect(english('representatives').length).toBeGreaterThan(2);
  expect(english('representatives').join('')).toBe('representatives');
  expect(russian('профилактика').length).toBeGreaterThan(2);
});

test('keeps surrounding punctuation with the first and last part', async () => {
  const hyphenate = await hyphenatorOf('en');
  const parts = hyphenate('“Department’s),');
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.join('')).toBe('“Department’s),');
  expect(parts[0]).toMatch(/^“De/);
});

test.each([
  'UNODC',
  'CARICC',
  'McDonald',
  'example.org/department',
  '2024',
  'school',
  'the',
  'e-mail',
])('does not hyphenate %s', async (word) => {
  const hyphenate = await hyphenatorOf('en');
  expect(hyphenate(word)).toEqual([word]);
});

test('leaves at least two letters before and three after a hyphen', async () => {
  const hyphenate = await hyphenatorOf('en');
  for (const word of ['operation', 'again', 'ability', 'united', 'Kaikan', 'participating']) {
    const parts = hyphenate(word);
    if (parts.length === 1) continue;
    expect(parts[0]?.length).toBeGreaterThanOrEqual(2);
    expect(parts.at(-1)?.length).toBeGreaterThanOrEqual(3);
  }
});

test('Russian leaves no single letter, and divides no abbreviation in capitals', async () => {
  const hyphenate = await hyphenatorOf('ru');
  const words = [
    'акция',
    'область',
    'район',
    'Азия',
    'ОБСЕ',
    'СБНОН',
    'ЦАРИКЦ',
    'МВД',
    'идея',
    'организация',
  ];
  for (const word of words) {
    const parts = hyphenate(word);
    for (const part of parts) expect(part.length).toBeGreaterThanOrEqual(2);
    expect(parts.join('')).toBe(word);
    if (word === word.toUpperCase()) expect(parts).toEqual([word]);
  }
});

test('throws for an unknown language', async () => {
  await expect(hyphenatorOf('xx')).rejects.toThrow(/xx/);
});
