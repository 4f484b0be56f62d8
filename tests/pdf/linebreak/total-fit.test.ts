import { describe, expect, test } from '@jest/globals';
import { breakByTotalFit } from '../../../src/pdf/linebreak/total-fit.ts';
import type { Word } from '../../../src/pdf/measure/words.ts';
import { plainStyle as style } from '../../helpers/plain-style.ts';

/** Words as wide as they have letters; a bar is where a word may be divided. */
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

describe('breaking a paragraph at once', () => {
  test('gives up a full first line for an even second one', () => {
    // What is best for all lines is not the fullest first line.
    const lines = print(breakText('aaaa bbbb cc dddd eeee ff gggg hhhh', 12));
    expect(lines).toEqual(['aaaa bbbb cc', 'dddd eeee ff', 'gggg hhhh']);
  });

  test('gives every line its own width', () => {
    const lines = breakText('aaa bbb ccc ddd eee fff ggg', (line) => (line < 2 ? 7 : 11));
    expect(print(lines)).toEqual(['aaa bbb', 'ccc ddd', 'eee fff ggg']);
  });

  test('divides a word rather than tear the others apart', () => {
    expect(print(breakText('aa bb ccc|cccccc dd ee', 11))[0]).toBe('aa bb ccc-');
  });

  test('divides no word at the end of a line that may not', () => {
    const lines = breakText('aa bb ccc|cccccc dd ee', 11, () => false);
    expect(lines.some(({ hyphenated }) => hyphenated)).toBe(false);
  });

  test('divides no last word', () => {
    expect(breakText('aa bb ccc|cccccc', 11).some(({ hyphenated }) => hyphenated)).toBe(false);
  });

  test('keeps every letter, also of words wider than the line', () => {
    const text = `aa ${'b'.repeat(50)} cc`;
    const lines = breakText(text, 12);
    for (const { width } of lines) expect(width).toBeLessThanOrEqual(12 * 1.1);
    expect(print(lines).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });

  test('does not cut a word that a wider line can hold', () => {
    const text = `aaa bbb ${'c'.repeat(9)} dd`;
    expect(print(breakText(text, (line) => (line < 1 ? 7 : 12)))).toEqual([
      'aaa bbb',
      `${'c'.repeat(9)} dd`,
    ]);
  });

  test('cuts what exceeds the widest line, and as seldom as can be', () => {
    const word = 'c'.repeat(25);
    expect(print(breakText(`${word} dd`, (line) => (line < 1 ? 6 : 22)))).toEqual([
      'c'.repeat(6),
      `${'c'.repeat(19)} dd`,
    ]);
  });

  test('keeps a line without spaces, which no setting narrows, within its width', () => {
    for (const { width } of breakText('b'.repeat(65), 12.7))
      expect(width).toBeLessThanOrEqual(12.7);
  });

  test('ends a line where the text says so', () => {
    const words = wordsOf('aa bb cc').map((word, index) => ({ ...word, endsLine: index === 0 }));
    const lines = breakByTotalFit(words, { widthOf: () => 20, mayHyphenate: () => true });
    expect(print(lines)).toEqual(['aa', 'bb cc']);
  });
});

test('the work grows with the length of a paragraph, also where any space is tried', () => {
  /** How often a line is tried whose last word is divided. */
  const countTried = (times: number) => {
    let tried = 0;
    // The wide words leave no room for a neighbour, and no space fills their lines.
    const text = Array(times).fill(`${'aa|aa '.repeat(6)}${'w'.repeat(45)}`);
    breakText(text.join(' '), 50, () => ++tried > 0);
    return tried;
  };
  expect(countTried(20)).toBeGreaterThan(10_000);
  expect(countTried(40) / countTried(20)).toBeLessThan(2.5);
});
