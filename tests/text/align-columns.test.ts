import { describe, expect, test } from '@jest/globals';
import { alignColumns } from '../../src/text/align-columns.ts';
import { parseRichText } from '../../src/text/parse-rich-text.ts';
import type { Table } from '../../src/text/rich-text.ts';

/** The alignment of a column of these texts, and the ends of its numbers. */
function align(texts: readonly string[], marks = '---') {
  const rows = texts.map((text) => `| ${text} |`).join('\n');
  const [table] = parseRichText(`| h |\n|${marks}|\n${rows}`).blocks;
  return alignColumns(table as Table)[0];
}

describe('numbers are aligned', () => {
  test.each<[string, string[], string[]]>([
    ['integers', ['12', '1 204', '1,204,000'], ['', '', '']],
    ['decimals', ['12.5', '3', '0.25'], ['.5', '', '.25']],
    ['decimals with a comma', ['12,5', '1 204,25', '−3'], [',5', ',25', '']],
    ['thousands beside decimals', ['1,204.5', '12'], ['.5', '']],
    ['thousands', ['1,204', '56'], ['', '']],
    ['three decimals beside others', ['1.204', '56.5'], ['.204', '.5']],
    ['three decimals after a nought', ['0.125', '3'], ['.125', '']],
    ['per cent', ['5 %', '12.5 %'], [' %', '.5 %']],
    ['amounts', ['5 kg', '12.5 kg'], [' kg', '.5 kg']],
  ])('%s', (_, texts, tails) => {
    expect(align(texts)).toEqual({ alignment: 'right', tails });
  });

  test('with what stands for a missing number', () => {
    expect(align(['12.5', '–', '', 'n/a'])).toEqual({
      alignment: 'right',
      tails: ['.5', '', '', ''],
    });
  });
});

describe('a column is not one of numbers', () => {
  test.each([
    ['words', ['Almaty', 'Astana']],
    ['words and numbers', ['12', 'about ten']],
    ['dates', ['16.11.2024', '17.11.2024']],
    ['times', ['10:30']],
    ['ranges', ['5–10', '12']],
    ['nothing', ['', '–']],
  ])('with %s', (_, texts) => {
    expect(align(texts)).toEqual({ alignment: 'left', tails: texts.map(() => undefined) });
    expect(align(texts, '--:')?.alignment).toBe('right');
  });
});

test('the author’s alignment is kept', () => {
  expect(align(['1', '2'], ':--')?.alignment).toBe('left');
  expect(align(['1', '2'], ':-:')?.alignment).toBe('center');
});
