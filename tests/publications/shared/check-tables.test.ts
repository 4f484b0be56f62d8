import { expect, test } from '@jest/globals';
import type { MeasuredLine } from '../../../src/pdf/definition.ts';
import { checkTables } from '../../../src/publications/shared/check-tables.ts';
import { parseRichText } from '../../../src/text/parse-rich-text.ts';
import { theme } from '../../helpers/read-template.ts';

/** Widths of letters in pt: of common and of bold text. */
const LETTER = 5;
const BOLD_LETTER = 6;

const measure = async (lines: readonly MeasuredLine[]) =>
  lines.map(({ text, bold }) => text.length * (bold ? BOLD_LETTER : LETTER));

/** Checks a body in a column that is `width` pt wide; tables have gaps of 10 pt. */
function check(text: string, width: number) {
  const { blocks } = parseRichText(text);
  return checkTables([{ text, blocks, path: ['body'] }], {
    theme: { ...theme, table: { ...theme.table, columnGap: 10 } },
    width,
    typeset: (spans) => [...spans],
    measure,
  });
}

const TABLE = `| a long heading | word |
|---|---|
| https://example.org/news | half-yearly |`;
/** Widths of the longest pieces, "example." and "yearly", and the gap. */
const NEEDED = 'https://example.'.length * LETTER + 'yearly'.length * LETTER + 10;

test('a table whose longest pieces fit beside each other is allowed', async () => {
  expect(await check(TABLE, NEEDED)).toEqual([]);
  expect(await check(`| ${'word '.repeat(200)} |\n|---|`, 100)).toEqual([]);
});

test('a table that is too wide is reported at its first line, with its longest words', async () => {
  const text = `Before.\n\n${TABLE}\n\nAfter.`;
  const [found, ...others] = await check(text, NEEDED - 1);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ code: 'table-too-wide', path: ['body'] });
  const { from = 0, to = 0 } = found?.piece ?? {};
  expect(text.slice(from, to)).toBe('| a long heading | word |');
  expect(found?.message).toBe(
    'the longest words of the table’s columns need 42 mm beside each other, but the text is 42 mm wide',
  );
  expect(found?.hints?.[0]).toContain('“https://example.”, “yearly”');
});

test.each([
  ['bold headings', '| abcdef |\n|---|', 6 * BOLD_LETTER],
  ['bold words', '| a |\n|---|\n| **cd**ab |', 2 * LETTER + 2 * BOLD_LETTER],
  ['numbers with spaces', '| a |\n|---|\n| 1 000 000 |', 9 * LETTER],
  ['many empty columns', `|${' |'.repeat(5)}\n|${'-|'.repeat(5)}\n|${' |'.repeat(5)}`, 40],
])('%s are measured', async (_, text, width) => {
  expect(await check(text, width)).toEqual([]);
  expect(await check(text, width - 1)).toHaveLength(1);
});

test('a table in a quote or a list has less space', async () => {
  const quoted = '> | abcdef |\n> |---|';
  const { indent } = theme.quote;
  expect(await check(quoted, 6 * BOLD_LETTER + 2 * indent)).toEqual([]);
  expect(await check(quoted, 6 * BOLD_LETTER + 2 * indent - 1)).toHaveLength(1);
  expect(await check('* | abcdef |\n  |---|', 6 * BOLD_LETTER + 5)).toHaveLength(1);
});
