import { expect, test } from '@jest/globals';
import { findNearMiss } from '../../src/diagnostics/suggestions.ts';

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
