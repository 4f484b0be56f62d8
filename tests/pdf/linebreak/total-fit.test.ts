import { describe, expect, test } from '@jest/globals';
import { breakByTotalFit } from '../../../src/pdf/linebreak/total-fit.ts';
import type { Word } from '../../../src/pdf/measure/words.ts';
import { plainStyle as style } from '../../helpers/plain-style.ts';

/** Words as wide as their number of letters; a vertical bar is a hyphenation point. */
function wordsOf(text: string): Word[] {
  return text.split(' ').flatMap((word) => {
    const parts = word.split('|');
    return parts.map((part, index) => {
      const last = index === parts.length - 1;
      const space = last ? ' ' : '';
      return {
        style,
        text: part,
        width: part.length,
        space,
        spaceWidth: space.length,
        noBreakAfter: false,
        endsLine: false,
        hyphenWidth: last ? 0 : 1,
      };
    });
  });
}

const breakText = (
  text: string,
  width: number | ((line: number) => number),
  mayHyphenate = () => true,
) =>
  breakByTotalFit(wordsOf(text), {
    widthOf: typeof width === 'number' ? () => width : width,
    mayHyphenate,
  });

const print = (lines: ReturnType<typeof breakText>) =>
  lines.map(
    ({ words, hyphenated }) =>
      words
        .map(({ text, space }) => text + space)
        .join('')
        .trim() + (hyphenated ? '-' : ''),
  );

describe('total-fit line breaking', () => {
  test('breaks a plain paragraph into full lines', () => {
    const lines = print(breakText('aaaa bbbb cc dddd eeee ff gggg hhhh', 12));
    expect(lines).toEqual(['aaaa bbbb cc', 'dddd eeee ff', 'gggg hhhh']);
  });

  test('supports a different width for each line', () => {
    const lines = breakText('aaa bbb ccc ddd eee fff ggg', (line) => (line < 2 ? 7 : 11));
    expect(print(lines)).toEqual(['aaa bbb', 'ccc ddd', 'eee fff ggg']);
  });

  test('hyphenates a word rather than widening the word spaces too much', () => {
    expect(print(breakText('aa bb ccc|cccccc dd ee', 11))[0]).toBe('aa bb ccc-');
  });

  test('hyphenates no word where the rules forbid it', () => {
    const lines = breakText('aa bb ccc|cccccc dd ee', 11, () => false);
    expect(lines.some(({ hyphenated }) => hyphenated)).toBe(false);
  });

  test('does not hyphenate the last word', () => {
    expect(breakText('aa bb ccc|cccccc', 11).some(({ hyphenated }) => hyphenated)).toBe(false);
  });

  test('keeps every letter of a word wider than the line', () => {
    const text = `aa ${'b'.repeat(50)} cc`;
    const lines = breakText(text, 12);
    for (const { width } of lines) expect(width).toBeLessThanOrEqual(12 * 1.1);
    expect(print(lines).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });

  test('does not split a word that fits on a wider line', () => {
    const text = `aaa bbb ${'c'.repeat(9)} dd`;
    expect(print(breakText(text, (line) => (line < 1 ? 7 : 12)))).toEqual([
      'aaa bbb',
      `${'c'.repeat(9)} dd`,
    ]);
  });

  test('splits a word wider than the widest line as rarely as possible', () => {
    const word = 'c'.repeat(25);
    expect(print(breakText(`${word} dd`, (line) => (line < 1 ? 6 : 22)))).toEqual([
      'c'.repeat(6),
      `${'c'.repeat(19)} dd`,
    ]);
  });

  test('keeps a line without spaces within its width', () => {
    for (const { width } of breakText('b'.repeat(65), 12.7))
      expect(width).toBeLessThanOrEqual(12.7);
  });

  test('ends a line at a forced line break', () => {
    const words = wordsOf('aa bb cc').map((word, index) => ({ ...word, endsLine: index === 0 }));
    const lines = breakByTotalFit(words, { widthOf: () => 20, mayHyphenate: () => true });
    expect(print(lines)).toEqual(['aa', 'bb cc']);
  });
});

test('work grows linearly with a paragraph of words too wide for any limit of word spaces', () => {
  /** Counts the tried lines that end in a hyphen. */
  const countTried = (times: number) => {
    let tried = 0;
    // The wide words leave no space for other words on their lines.
    const text = Array(times).fill(`${'aa|aa '.repeat(6)}${'w'.repeat(45)}`);
    breakText(text.join(' '), 50, () => ++tried > 0);
    return tried;
  };
  expect(countTried(20)).toBeGreaterThan(10_000);
  expect(countTried(40) / countTried(20)).toBeLessThan(2.5);
});
