import { expect, test } from '@jest/globals';
import { findNearMiss, isClearMiss, unifyAlphabet } from '../../src/diagnostics/suggestions.ts';

const KEYS = ['title', 'source', 'photo', 'lead', 'body', 'articles'];

test.each([
  ['titel', 'title'],
  ['Title', 'title'],
  ['articels', 'articles'],
  ['article', 'articles'],
  ['sorce', 'source'],
  ['phto', 'photo'],
  ['bodi', 'body'],
])('%s is a misspelling of %s', (typed, meant) => {
  expect(findNearMiss(typed, KEYS)).toBe(meant);
});

test.each(['editor', 'text', 'x', '', 'heading'])('%j is not similar to any name', (typed) => {
  expect(findNearMiss(typed, KEYS)).toBeUndefined();
});

test('returns the most similar name, the first of equals', () => {
  expect(findNearMiss('hall2.jpg', ['hall.jpg', 'hall1.jpg', 'hall2.jpeg'])).toBe('hall.jpg');
  expect(findNearMiss('2024-19', ['2024-18', '2025-19', '2024-199'])).toBe('2024-18');
});

test.each([
  ['titel', 'title', KEYS],
  ['TITLE ', 'title', KEYS],
  ['tіtle', 'title', KEYS],
  ['bodi', 'body', KEYS],
  ['ЕN', 'en', ['en', 'ru']],
])('%s can only mean %s', (typed, meant, known) => {
  expect(isClearMiss(typed, meant, known)).toBe(true);
});

test.each([
  ['uk', 'ru', ['en', 'ru']],
  ['alp', 'alt', ['alt', 'file']],
  ['tex', 'text', ['text', 'test']],
  ['cadap-8', 'cadap-7', ['cadap-7']],
  ['photo-x', 'photo-1', ['photo-1']],
  ['lesson', 'title', KEYS],
])('%s may mean something else than %s', (typed, meant, known) => {
  expect(isClearMiss(typed, meant, known)).toBe(false);
});

test.each([
  ['Аlmaty', ['Almaty']],
  ['Tерроризм', ['Терроризм']],
  ['СOBA', ['COBA', 'СОВА']],
  ['SMSки', []],
  ['Almaty', []],
  ['Алматы', []],
  ['dа', ['da']],
])('%s can be written as %j in one alphabet', (word, unified) => {
  expect(unifyAlphabet(word).filter((one) => one !== word)).toEqual(unified);
});
