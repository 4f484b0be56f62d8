// Dates with a day and a month in a text, also those that no calendar has.
import type { LanguageFigures } from '../languages/figures/language-figures.ts';
import { UNIT } from '../languages/figures/units.ts';

/** A number of a date, with its place in the text. */
export interface DatePart {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/** A date as a text has it. Its day may be one that the month does not have. */
export interface WrittenDate {
  readonly from: number;
  readonly to: number;
  readonly day: DatePart;
  /** From 1 to 12; a date in digits may have a higher one. */
  readonly month: number;
  readonly year?: DatePart | undefined;
  /** First day of a span that ends with this date in the same month, and the words between the two. */
  readonly first?: (DatePart & { readonly joiner: string }) | undefined;
  /** Whether it is written in digits alone, with slashes between. */
  readonly hasSlashes?: true;
}

/** A letter: \p{L} takes many times longer to compile. */
const LETTER = '[^\\s!-@\\[-`{-\\u00bf\\u2010-\\u205e\\u2116]';
const SPAN = `(?:(\\d{1,2})(?:${LETTER}{2})?(\\s?[-–—]\\s?|\\s${LETTER}{1,7}\\s))?`;
/** The 27-28 November 2024, 16th of November, 5 мая 2025. */
const DAY_FIRST = new RegExp(
  `(?<!${LETTER}|[\\d.,:/№#-])${SPAN}(\\d{1,2})(?:-?(${LETTER}{1,3}))?\\s(?:(${LETTER}{1,3})\\s)?(${LETTER}{3,9})(?:\\.?,?\\s(\\d{4})(?!\\d))?`,
  'dgu',
);
/** November 15, 2024. Without a year only at the end of a phrase: in May 42 people met. */
const MONTH_FIRST =
  /(?<!\p{L})(\p{Lu}\p{L}{2,8})\.?\s(\d{1,2})(?:\p{L}{2})?(?:,?\s(\d{4})(?!\d)|(?=[,;)]|\.?$|\.\s))/dgu;
const DIGITS = /(?<![\d./-])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?![\d/-]|\.\d)/dg;
const ISO = /(?<![\d./-])(\d{4})-(\d\d)-(\d\d)(?![\d-])/dg;

/** Returns the dates of a text that have a day, in their order. */
export function findDates(text: string, figures: LanguageFigures): WrittenDate[] {
  if (!/\d/.test(text)) return [];
  const dates = [
    ...findDayFirst(text, figures),
    ...(figures.months.isDayAfter ? findMonthFirst(text, figures) : []),
    ...findInDigits(text),
  ].sort((a, b) => a.from - b.from);
  // In "15 November 16" the month belongs to the day before it.
  return dates.filter(({ from }, index) => from >= (dates[index - 1]?.to ?? 0));
}

function findDayFirst(text: string, figures: LanguageFigures): WrittenDate[] {
  const { months, ordinalSuffixes } = figures;
  return [...text.matchAll(DAY_FIRST)].flatMap((match): WrittenDate[] => {
    const [, , joiner = '', , suffix, word, name = ''] = match;
    const month = monthOf(name, figures);
    const day = partOf(match, 3);
    if (month === undefined || !day) return [];
    if (suffix !== undefined && !ordinalSuffixes.has(suffix.toLowerCase())) return [];
    if (word !== undefined && !months.joiners.has(word.toLowerCase())) return [];
    const year = partOf(match, 7);
    const first = partOf(match, 1);
    const isSpan = first && isJoiner(joiner, figures);
    const from = isSpan ? first.from : day.from;
    const end = (year ?? { to: match.indices?.[6]?.[1] ?? day.to }).to;
    const to = end + yearWordLength(text.slice(end), year, figures);
    return [{ from, to, day, month, year, first: isSpan ? { ...first, joiner } : undefined }];
  });
}

function findMonthFirst(text: string, figures: LanguageFigures): WrittenDate[] {
  return [...text.matchAll(MONTH_FIRST)].flatMap((match): WrittenDate[] => {
    const month = monthOf(match[1] ?? '', figures);
    const day = partOf(match, 2);
    const year = partOf(match, 3);
    if (month === undefined || !day) return [];
    return [{ from: match.index, to: (year ?? day).to, day, month, year }];
  });
}

function findInDigits(text: string): WrittenDate[] {
  const written = [...text.matchAll(DIGITS)].flatMap((match): WrittenDate[] => {
    const [one, two, year] = [partOf(match, 1), partOf(match, 3), partOf(match, 4)];
    if (!one || !two || !year) return [];
    const place = { from: match.index, to: match.index + match[0].length, year };
    if (match[2] !== '/') return [{ ...place, day: one, month: two.value }];
    // 11/15/2024 begins with the month.
    const [day, month] = two.value > 12 ? [two, one.value] : [one, two.value];
    return [{ ...place, day, month, hasSlashes: true }];
  });
  const iso = [...text.matchAll(ISO)].flatMap((match): WrittenDate[] => {
    const [year, day] = [partOf(match, 1), partOf(match, 3)];
    const place = { from: match.index, to: match.index + match[0].length };
    return year && day ? [{ ...place, day, month: Number(match[2]), year }] : [];
  });
  return [...written, ...iso];
}

function partOf(match: RegExpExecArray, group: number): DatePart | undefined {
  const place = match.indices?.[group];
  return place && { value: Number(match[group]), from: place[0], to: place[1] };
}

function monthOf(name: string, { months }: LanguageFigures): number | undefined {
  const isLower = /^\p{Ll}/u.test(name);
  return months.isCapitalised && isLower ? undefined : months.names.get(name.toLowerCase());
}

function isJoiner(joiner: string, { connectors }: LanguageFigures): boolean {
  return /^\s?[-–—]\s?$/.test(joiner) || connectors.has(joiner.trim().toLowerCase());
}

/** Length of the word behind a year: 2024 года, 2024 г. */
function yearWordLength(
  after: string,
  year: DatePart | undefined,
  { units, yearAbbreviations }: LanguageFigures,
): number {
  const [found = '', word = '', stop = ''] = /^\s(\p{L}{1,5})(\.?)/u.exec(after) ?? [];
  const key = word.toLowerCase();
  if (!year || found === '') return 0;
  if (yearAbbreviations.has(key)) return found.length;
  return units.get(key)?.includes(UNIT.year) ? found.length - stop.length : 0;
}
