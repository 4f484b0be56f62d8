// Rule about spans of days, years and other numbers that run backwards.
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { replacePiece, type ValueEdit } from '../../../source/value-changes.ts';
import { dayNumber } from '../../../text/figures/calendar.ts';
import type { WrittenDate } from '../../../text/figures/find-dates.ts';
import type { LanguageFigures, Unit } from '../../../text/languages/figures/language-figures.ts';
import type { Language } from '../../../text/languages/language.ts';
import type { FigureWords } from '../../../text/languages/prose/language-prose.ts';
import type { DatedPassages } from './dates.ts';
import type { Passage } from './passages.ts';
import { sentenceAt } from './sentence-at.ts';

/** Problem code of the rule about spans. */
export const SPAN_CODES = {
  'span-reversed': warning(
    'A span ends after it begins; otherwise one of its numbers is mistyped.',
    {
      fix: 'suggested',
      bad: 'The contest is open on 28-27 November 2024.',
      good: 'The contest is open on 27-28 November 2024.',
    },
  ),
} satisfies CodeNotes;

interface Part {
  readonly from: number;
  readonly to: number;
}

/** A span that runs backwards: its ends as they are written, in this order. */
interface ReversedSpan {
  readonly first: Part;
  readonly last: Part;
}

/** Finds spans whose end is before their beginning. */
export function findReversedSpans(
  dated: DatedPassages,
  { figures, prose }: Pick<Language, 'figures' | 'prose'>,
): Finding[] {
  if (!figures || !prose) return [];
  return [...dated].flatMap(([passage, dates]) => {
    const { text } = passage;
    if (!/\d/.test(text)) return [];
    const spans = [
      ...dates.flatMap((date) => checkDays(date, prose.figures)),
      ...checkDates(dates, text, prose.figures),
      ...findYears(text, prose.figures),
      ...findNumbers(text, figures, prose.figures),
    ];
    return spans.map((span) => report(span, passage));
  });
}

const YEAR_AT_END = /\d{4}\D{0,6}$/;

function report({ first, last }: ReversedSpan, { text, path }: Passage): Finding {
  const [one, other] = [first, last].map(({ from, to }) => text.slice(from, to));
  const between = text.slice(first.to, last.from);
  const piece = { from: first.from, to: last.to };
  // The year behind the second date belongs to both.
  const isSwappable = YEAR_AT_END.test(one ?? '') === YEAR_AT_END.test(other ?? '');
  const swapped = `${other}${between}${one}`;
  const edits: ValueEdit[] = isSwappable
    ? [replacePiece(`Write “${swapped}”`, path, piece, swapped)]
    : [];
  return {
    code: 'span-reversed',
    severity: 'warning',
    message: `the span “${text.slice(first.from, last.to)}” ends before it begins`,
    path,
    piece,
    hints: ['Swap the two, or correct the wrong one.'],
    edits,
  };
}

/** 28-27 November, from 20 to 10 January. */
function checkDays({ first, day }: WrittenDate, { spanTo }: FigureWords): ReversedSpan[] {
  if (!first || first.value <= day.value) return [];
  const isSpan = /[-–—]/.test(first.joiner) || spanTo.test(first.joiner);
  return isSpan ? [{ first, last: day }] : [];
}

/** A span over a new year may have only the year of its end; a longer one runs backwards. */
const MAX_DAYS_OVER_NEW_YEAR = 310;

/** From 20 February to 10 January 2025. */
function checkDates(
  dates: readonly WrittenDate[],
  text: string,
  words: FigureWords,
): ReversedSpan[] {
  return dates.flatMap((last, index) => {
    const first = dates[index - 1];
    if (!first || !isSpanBetween(first, last, text, words)) return [];
    const year = last.year?.value ?? first.year?.value ?? 2000;
    const begin = dayNumber(first.year?.value ?? year, first.month, first.day.value);
    const end = dayNumber(year, last.month, last.day.value);
    if (begin <= end) return [];
    const daysOverNewYear = dayNumber(year + 1, last.month, last.day.value) - begin;
    const isOverNewYear = !first.year && daysOverNewYear <= MAX_DAYS_OVER_NEW_YEAR;
    return isOverNewYear ? [] : [{ first, last }];
  });
}

function isSpanBetween(
  first: Part,
  last: Part,
  text: string,
  { spanFrom, spanTo, between: betweenWord, listJoiner }: FigureWords,
): boolean {
  const between = text.slice(first.to, last.from);
  if (/^\s?[-–—]\s?$/.test(between)) return true;
  if (!/^\s\p{L}+\s$/u.test(between)) return false;
  const before = text.slice(0, first.from);
  const isPair = listJoiner.test(between) && endsWith(before, betweenWord);
  return isPair || (spanTo.test(between) && endsWith(before, spanFrom));
}

/** Whether a text ends with such a word before the next one. */
function endsWith(text: string, words: RegExp): boolean {
  const [, word] = /(\p{L}+)\s$/u.exec(text.slice(-30)) ?? [];
  return word !== undefined && words.test(word);
}

const YEARS =
  /(?<![\d.,/-])((?:19|20|21)\d{2})(\s?[-–—]\s?|\s\p{L}{1,7}\s)((?:19|20)\d{2})(?![\d/]|[-.,]\d)/gu;

/** 2025–2023, the years 2024 to 2018. */
function findYears(text: string, { spanTo, between, listJoiner }: FigureWords): ReversedSpan[] {
  return [...text.matchAll(YEARS)].flatMap(
    ({ index, 0: found, 1: one = '', 2: joiner = '', 3: other = '' }) => {
      const isPair = listJoiner.test(joiner) && endsWith(text.slice(0, index), between);
      const isSpan = /[-–—]/.test(joiner) || spanTo.test(joiner) || isPair;
      if (!isSpan || Number(one) <= Number(other)) return [];
      const first = { from: index, to: index + one.length };
      return [
        { first, last: { from: index + found.length - other.length, to: index + found.length } },
      ];
    },
  );
}

const NUMBERS =
  /(?<![\p{L}\d.,/:-])(\d{1,3}(?:[.,]\d)?)(\s?[-–—]\s?|\s\p{L}{1,7}\s)(\d{1,3}(?:[.,]\d)?)(?![\d/:-]|[.,]\d)/gu;
/** Dimensions of units in which a span of two numbers is measured. */
const MEASURED = new Set(['month', 'day', 'mass', 'percent', 'length', 'area', 'volume']);

/** Grades 11 to 9, 12 to 8 years. A fall from 12 to 8 is no span. */
function findNumbers(
  text: string,
  { units }: LanguageFigures,
  { spanTo, change, numbered }: FigureWords,
): ReversedSpan[] {
  return [...text.matchAll(NUMBERS)].flatMap(
    ({ index, 0: found, 1: one = '', 2: joiner = '', 3: other = '' }) => {
      const isDash = /[-–—]/.test(joiner);
      if (numberOf(one) <= numberOf(other) || !(isDash || spanTo.test(joiner))) return [];
      const end = index + found.length;
      const [, unit = ''] = /^\s?(\p{L}+|%)/u.exec(text.slice(end, end + 20)) ?? [];
      const isMeasured =
        unit === '%' || isMeasure(units.get(unit.toLowerCase())) || numbered.test(unit);
      const isNumbered = endsWith(text.slice(0, index), numbered);
      if (!(isMeasured || isNumbered) || change.test(sentenceAt(text, index))) return [];
      const first = { from: index, to: index + one.length };
      return [{ first, last: { from: end - other.length, to: end } }];
    },
  );
}

function isMeasure(units: readonly Unit[] | undefined): boolean {
  return units?.some(({ dimension }) => MEASURED.has(dimension)) ?? false;
}

function numberOf(written: string): number {
  return Number(written.replace(',', '.'));
}
