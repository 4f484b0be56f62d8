// Rules about sums: the total row of a table, and the parts of a count in brackets.
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { readLiteral } from '../../../text/figures/number-literal.ts';
import type { LanguageFigures } from '../../../text/languages/figures/language-figures.ts';
import type { Language } from '../../../text/languages/language.ts';
import type { FigureWords } from '../../../text/languages/prose/language-prose.ts';
import type { Passage } from './passages.ts';

/** Problem codes of the rules about sums. */
export const SUM_CODES = {
  'table-total': warning('Readers who add up the column find another total.', {
    bad: '| City | Talks |\n|---|---|\n| Osh | 12 |\n| Naryn | 18 |\n| Total | 40 |',
    good: '| City | Talks |\n|---|---|\n| Osh | 12 |\n| Naryn | 18 |\n| Total | 30 |',
  }),
  'parts-sum': warning('The parts of a count add up to it, or one of the numbers is mistyped.', {
    bad: 'The talk was attended by 220 pupils (130 girls and 80 boys).',
    good: 'The talk was attended by 220 pupils (130 girls and 90 boys).',
  }),
} satisfies CodeNotes;

/** Finds totals that are not the sum of their parts. */
export function findWrongSums(
  passages: readonly Passage[],
  { figures, prose }: Pick<Language, 'figures' | 'prose'>,
): Finding[] {
  if (!figures || !prose) return [];
  return passages.flatMap((passage) => [
    ...(passage.kind === 'body' ? checkTables(passage, figures, prose.figures) : []),
    ...checkParts(passage, prose.figures),
  ]);
}

interface Cell {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const TABLE = /(?:^[ \t]*\|.*\|[ \t]*(?:\n|$)){3,}/gm;

function checkTables(passage: Passage, figures: LanguageFigures, words: FigureWords): Finding[] {
  if (!passage.text.includes('|')) return [];
  return [...passage.text.matchAll(TABLE)].flatMap(({ index, 0: table }) => {
    const rows = readRows(table, index).filter(
      (row) => !row.every(({ text }) => /^:?-*:?$/.test(text)),
    );
    const columns = transpose(rows);
    return [...checkTotals(rows, figures, words), ...checkTotals(columns, figures, words)].map(
      ({ cell, sum }): Finding => ({
        code: 'table-total',
        severity: 'warning',
        message: `the numbers add up to ${sum}, not ${cell.text}`,
        path: passage.path,
        piece: { from: cell.from, to: cell.to },
        hints: ['Look the numbers up in the source.'],
      }),
    );
  });
}

function readRows(table: string, offset: number): Cell[][] {
  let at = offset;
  return table.split('\n').flatMap((line) => {
    const start = at;
    at += line.length + 1;
    const cells = [...line.matchAll(/(?<=\|)[^|\n]*(?=\|)/g)].map(({ index, 0: text }): Cell => {
      const from = start + index + text.length - text.trimStart().length;
      return { text: text.trim(), from, to: from + text.trim().length };
    });
    return cells.length > 0 ? [cells] : [];
  });
}

function transpose(rows: readonly (readonly Cell[])[]): Cell[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => rows.flatMap((row) => row[column] ?? []));
}

/** Checks the last line of numbers, if its first cell says that it is the total. */
function checkTotals(
  lines: readonly (readonly Cell[])[],
  figures: LanguageFigures,
  { total, subtotal }: FigureWords,
): { readonly cell: Cell; readonly sum: number }[] {
  const [, ...body] = lines;
  const last = body.at(-1);
  const parts = body.slice(0, -1);
  const nameOf = (line: readonly Cell[]) => line[0]?.text ?? '';
  const isTotal = last && total.test(nameOf(last));
  const hasOthers = parts.some((line) => total.test(nameOf(line)) || subtotal.test(nameOf(line)));
  if (!isTotal || hasOthers || parts.length < 2) return [];
  return last.slice(1).flatMap((cell, column) => {
    const header = lines[0]?.[column + 1]?.text ?? '';
    const addends = parts.map((line) => readNumber(line[column + 1]?.text ?? '', figures));
    const written = readNumber(cell.text, figures);
    if (written === undefined || subtotal.test(header) || header.includes('%')) return [];
    const sum = addends.reduce<number | undefined>(
      (all, one) => (all === undefined || one === undefined ? undefined : all + one),
      0,
    );
    if (sum === undefined) return [];
    // Rounded parts may add up to a little more or less.
    const hasDecimals = [...addends, written].some((one) => !Number.isInteger(one));
    const rounding = hasDecimals ? 0.06 * parts.length : cell.text.includes('%') ? 1 : 0;
    return Math.abs(sum - written) <= rounding ? [] : [{ cell, sum: Number(sum.toFixed(2)) }];
  });
}

/** Returns the number of a cell; undefined if the cell has another text. */
function readNumber(text: string, { decimal }: LanguageFigures): number | undefined {
  if (/^[-–—]?$/.test(text)) return 0;
  const written = text.replaceAll('*', '').replace(/\s?%$/, '').trim();
  if (!/^\d[\d\s.,]*$/.test(written)) return undefined;
  const [amount] = readLiteral(written, decimal).amounts;
  return typeof amount === 'number' ? amount : undefined;
}

/** A word: letters, hyphens and apostrophes. Classes of marks compile much faster than \p{L}. */
const WORD = '[^\\s\\d.,;:()/]+';
/** A count with up to five words, and its parts behind a comma, a colon, a dash or a bracket. */
const COUNT_WITH_PARTS = new RegExp(
  `(?<![^\\s("«“])(\\d{1,6})((?:\\s${WORD}){1,5})(?:\\s\\(|,\\s|:\\s|\\s[-–—]\\s)((?:\\d{1,6}\\s${WORD}(?:\\s${WORD})?(?:,\\s(?:${WORD}\\s)?|\\s${WORD}\\s)){1,4}\\d{1,6}\\s${WORD})`,
  'gu',
);
/** A count with names and numbers in brackets: 30 events (Almaty - 9, Osh - 21). */
const COUNT_WITH_NAMES = new RegExp(
  `(?<![^\\s("«“])(\\d{1,6})((?:\\s${WORD}){1,12})\\s\\(((?:[*_]?${WORD}(?:\\s${WORD}){0,3}?\\s?[-–—:]\\s?\\d{1,6}(?:[,;]\\s|\\s${WORD}\\s)?){2,})[*_]?\\)`,
  'gu',
);
/** Three numbers that stand near each other, as a count and its parts do. */
const THREE_NUMBERS = /\d\s[^.;\n]{2,120}\d\s[^.;\n\d]{2,40}\d|\([^()\d\n]{2,40}[-–—:]\s?\d/;

function checkParts(passage: Passage, words: FigureWords): Finding[] {
  const { text, path } = passage;
  if (!THREE_NUMBERS.test(text)) return [];
  const counts = [
    ...[...text.matchAll(COUNT_WITH_PARTS)].filter(({ 2: noun = '', 3: parts = '' }) =>
      areComplements(noun, parts, words),
    ),
    ...text.matchAll(COUNT_WITH_NAMES),
  ];
  return counts.flatMap(({ index, 0: found, 1: count, 2: noun = '', 3: parts = '' }): Finding[] => {
    const numbers = [...parts.matchAll(/\d+/g)].map(([number]) => Number(number));
    const sum = numbers.reduce((all, one) => all + one, 0);
    if (sum === Number(count) || words.incomplete.test(noun)) return [];
    return [
      {
        code: 'parts-sum',
        severity: 'warning',
        message: `${numbers.join(' + ')} is ${sum}, not ${count}`,
        path,
        piece: { from: index, to: index + found.length },
        hints: ['Look the numbers up in the source.'],
      },
    ];
  });
}

/** Whether the parts are all of a whole, such as women and men; teams of girls and boys are not. */
function areComplements(
  noun: string,
  parts: string,
  { complements, groups }: FigureWords,
): boolean {
  const names = [...parts.matchAll(/\d+\s([\p{L}’-]+)/gu)].map(([, name = '']) =>
    name.toLowerCase(),
  );
  const arePair = complements.some(
    ([one, other]) =>
      names.length === 2 &&
      ((one.test(names[0] ?? '') && other.test(names[1] ?? '')) ||
        (other.test(names[0] ?? '') && one.test(names[1] ?? ''))),
  );
  return arePair && !groups.test(noun);
}
