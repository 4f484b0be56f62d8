// Rules about dates that do not belong to the period of an issue.
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { replacePiece, type ValueEdit } from '../../../source/value-changes.ts';
import {
  dayNumber,
  isInCalendar,
  type Period,
  readPeriod,
  yearOf,
} from '../../../text/figures/calendar.ts';
import type { WrittenDate } from '../../../text/figures/find-dates.ts';
import type { Language } from '../../../text/languages/language.ts';
import type { FigureWords } from '../../../text/languages/prose/language-prose.ts';
import type { DatedPassages } from './dates.ts';
import { groupByArticle, type Passage } from './passages.ts';
import { sentenceAt } from './sentence-at.ts';

/** Problem codes of the rules about dates and the period of an issue. */
export const PERIOD_CODES = {
  'date-year': warning(
    'In a new year the old one is often typed; a date a year off looks like old news.',
    {
      fix: 'suggested',
      bad: 'The quiz was held on 18 November 2023.',
      good: 'The quiz was held on 18 November 2024.',
    },
  ),
  'event-outside': warning(
    'An event far outside the period of the issue belongs to another issue, or its date is mistyped.',
    {
      bad: 'The quiz was held on 18 May 2024 in Osh.',
      good: 'The quiz was held on 18 November 2024 in Osh.',
    },
  ),
  'year-improbable': warning('A year in the far future usually has two digits swapped.', {
    bad: 'The region was formed in 2202.',
    good: 'The region was formed in 2022.',
  }),
} satisfies CodeNotes;

/** Days before and after a period in which an event of the issue may be; news are reported late. */
const DAYS_BEFORE = 45;
const DAYS_AFTER = 21;
/** An event of more than four years ago is told as history. */
const DAYS_OF_HISTORY = 4 * 365 + 1;
/** Days around a period in which a date with another year has a wrong year. */
const DAYS_NEAR = 20;

/** Finds dates of events outside the period of an issue, and years in the far future. */
export function findDatesOutside(
  dated: DatedPassages,
  period: { readonly from: string; readonly to: string },
  { prose }: Pick<Language, 'prose'>,
): Finding[] {
  if (!prose) return [];
  const days = readPeriod(period);
  return [
    ...[...dated].flatMap(([passage, dates]) => [
      ...dates.flatMap((date) => checkYear(date, passage, days, prose.figures)),
      ...findImprobableYears(passage, dates, days, prose.figures),
    ]),
    ...groupByArticle([...dated.keys()]).flatMap((article) =>
      checkEvent(article.passages, dated, days, prose.figures),
    ),
  ];
}

function report(
  code: keyof typeof PERIOD_CODES,
  { path }: Passage,
  piece: { readonly from: number; readonly to: number },
  message: string,
  hint: string,
  edits: readonly ValueEdit[] = [],
): Finding {
  const { from, to } = piece;
  return { code, severity: 'warning', message, path, piece: { from, to }, hints: [hint], edits };
}

/** A date that only its year keeps from being near the period. */
function checkYear(
  date: WrittenDate,
  passage: Passage,
  period: Period,
  { background }: Pick<FigureWords, 'background'>,
): Finding[] {
  const { day, month, year } = date;
  if (!year || !isInCalendar(date) || isYearEnd(date)) return [];
  const isNear = (number: number) =>
    number >= period.from - DAYS_NEAR && number <= period.to + DAYS_NEAR;
  const meant = [period.year, period.year - 1].find((one) =>
    isNear(dayNumber(one, month, day.value)),
  );
  if (meant === undefined || isNear(dayNumber(year.value, month, day.value))) return [];
  const isTypo = Math.abs(year.value - meant) === 1 || isSwapped(year.value, meant);
  if (!isTypo || background.test(sentenceAt(passage.text, date.from))) return [];
  return [
    report(
      'date-year',
      passage,
      date,
      `the year ${year.value} is probably mistyped: the day is in the period of the issue in ${meant}`,
      'Look the year up in the source.',
      [replacePiece(`Write ${meant}`, passage.path, year, String(meant))],
    ),
  ];
}

/** The first and the last day of a year are often those of a law or of statistics. */
function isYearEnd({ day, month }: WrittenDate): boolean {
  return (day.value === 1 && month === 1) || (day.value === 31 && month === 12);
}

/** Whether two years differ in the order of two digits that stand side by side: 2042 and 2024. */
function isSwapped(year: number, other: number): boolean {
  const [written, meant] = [String(year), String(other)];
  return [0, 1, 2].some((at) => {
    const [a = '', b = ''] = [written[at], written[at + 1]];
    return a !== b && written.slice(0, at) + b + a + written.slice(at + 2) === meant;
  });
}

/** The date of the event that an article tells of: the first one of its texts. */
function checkEvent(
  passages: readonly Passage[],
  dated: DatedPassages,
  period: Period,
  { past, background }: FigureWords,
): Finding[] {
  const texts = passages.filter(({ kind }) => kind === 'lead' || kind === 'body');
  const passage = texts.find((one) => (dated.get(one) ?? []).length > 0);
  const date = passage && dated.get(passage)?.[0];
  if (!passage || !date || !isInCalendar(date)) return [];
  const day = dayNumber(yearOf(date, period), date.month, date.day.value);
  if (day >= period.from - DAYS_BEFORE && day <= period.to + DAYS_AFTER) return [];
  if (day < period.from - DAYS_OF_HISTORY) return [];
  const sentence = sentenceAt(passage.text, date.from);
  if (!past.test(sentence) || background.test(sentence)) return [];
  if (checkYear(date, passage, period, { background }).length > 0) return [];
  return [
    report(
      'event-outside',
      passage,
      date,
      `${passage.text.slice(date.from, date.to)} is far outside the period of the issue`,
      'Look the date up in the source. If it is right, check whether the event belongs to this issue.',
    ),
  ];
}

/** Years after this one are no year of a plan or a strategy. */
const LAST_YEAR = 2100;
/** A number behind a name: Operation Clean Generation 2042. */
const YEAR_OF_NAME = /\p{Lu}\p{L}+["”»]?\s([12]\d{3})(?=$|[.,;:)”»"!?](?!\d))/gu;

/** Years of dates with a day are left to the rule about those. */
function findImprobableYears(
  passage: Passage,
  dates: readonly WrittenDate[],
  period: Period,
  { year: pattern }: FigureWords,
): Finding[] {
  const isSwappedYear = (year: number) =>
    [-1, 0, 1].some((step) => isSwapped(year, period.year + step)) && year > period.year + 1;
  const found = new Map<number, string>();
  for (const match of passage.text.matchAll(pattern)) {
    const year = Number(match[1]);
    if (year > LAST_YEAR || isSwappedYear(year)) found.set(endOf(match), match[1] ?? '');
  }
  for (const match of passage.text.matchAll(YEAR_OF_NAME)) {
    if (isSwappedYear(Number(match[1]))) found.set(endOf(match), match[1] ?? '');
  }
  for (const { year } of dates) found.delete(year?.to ?? 0);
  return [...found].map(([to, digits]) => {
    const piece = { from: to - digits.length, to };
    const message = `the year ${digits} is in the far future`;
    return report('year-improbable', passage, piece, message, 'Look the year up in the source.');
  });
}

/** Offset behind a year with which a match ends, before the word of its language for year. */
function endOf({ index, 0: found, 1: digits = '' }: RegExpExecArray): number {
  return index + found.lastIndexOf(digits) + digits.length;
}
