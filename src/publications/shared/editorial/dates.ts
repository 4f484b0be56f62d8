// Rules about dates: the calendar, weekdays, and dates with slashes.
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { replacePiece, type ValueEdit } from '../../../source/value-changes.ts';
import {
  dayNumber,
  daysInMonth,
  isInCalendar,
  type Period,
  readPeriod,
  weekdayOf,
  yearOf,
} from '../../../text/figures/calendar.ts';
import { findDates, type WrittenDate } from '../../../text/figures/find-dates.ts';
import type { Language } from '../../../text/languages/language.ts';
import type { FigureWords } from '../../../text/languages/prose/language-prose.ts';
import type { Passage } from './passages.ts';

/** Problem codes of the rules about dates. */
export const DATE_CODES = {
  'date-impossible': warning('The month has no such day, so the date is mistyped.', {
    bad: 'The officers met on 31 November.',
    good: 'The officers met on 30 November.',
  }),
  'weekday-wrong': warning(
    'One of the two is wrong, and readers who want to come need to know which.',
    {
      fix: 'suggested',
      bad: 'They met on Wednesday, 18 November 2024.',
      good: 'They met on Monday, 18 November 2024.',
    },
  ),
  'date-slashes': warning('Readers do not know which number is the day and which the month.', {
    fix: 'automatic',
    bad: 'The quiz was held on 11/15/2024.',
    good: 'The quiz was held on 15 November 2024.',
  }),
} satisfies CodeNotes;

/** The dates of the passages of an issue; of a language without tables there are none. */
export type DatedPassages = ReadonlyMap<Passage, readonly WrittenDate[]>;

/** Reads the dates of passages once, for all rules about dates. */
export function readDates(
  passages: readonly Passage[],
  { figures }: Pick<Language, 'figures'>,
): DatedPassages {
  if (!figures) return new Map();
  return new Map(passages.map((passage) => [passage, findDates(passage.text, figures)]));
}

/** Finds dates that are in no calendar, do not agree with their weekday, or are written with slashes. */
export function findDateMistakes(
  dated: DatedPassages,
  period: { readonly from: string; readonly to: string },
  { prose, dates: locale }: Pick<Language, 'prose' | 'dates'>,
): Finding[] {
  if (!prose) return [];
  const days = readPeriod(period);
  const nameMonth = (month: number) =>
    locale.localize.month((month - 1) as 0, { width: 'wide', context: 'formatting' });
  return [...dated].flatMap(([passage, dates]) =>
    dates.flatMap((date) => [
      ...checkCalendar(date, passage),
      ...checkWeekday(date, passage, days, prose.figures),
      ...checkSlashes(date, passage, nameMonth),
    ]),
  );
}

function report(
  code: keyof typeof DATE_CODES,
  { path }: Passage,
  piece: { readonly from: number; readonly to: number },
  message: string,
  hint: string,
  edits: readonly ValueEdit[] = [],
): Finding {
  const { from, to } = piece;
  return { code, severity: 'warning', message, path, piece: { from, to }, hints: [hint], edits };
}

function checkCalendar(date: WrittenDate, passage: Passage): Finding[] {
  const { from, to, day, month, year, first } = date;
  const written = passage.text.slice(from, to);
  const isFirstWrong = first && (first.value < 1 || first.value > daysInMonth(month, year?.value));
  // 00.00.2024 is a placeholder, which is reported as such.
  const isPlaceholder = day.value === 0 && month === 0;
  if (isPlaceholder || (isInCalendar(date) && !isFirstWrong)) return [];
  const wrong = isFirstWrong ? first.value : day.value;
  const message =
    month < 1 || month > 12
      ? `“${written}” is no date: there is no month ${month}`
      : `“${written}” is no date: the month has no day ${wrong}`;
  return [report('date-impossible', passage, date, message, 'Look the date up in the source.')];
}

const BEFORE_DATE = /(\p{L}+)\.?[,\s(]{1,2}(?:\p{L}{1,3}\s)?$/u;
const AFTER_DATE = /^\s?\((?:\p{L}{1,2}\s)?(\p{L}+)\)|^,\s(?:\p{L}{1,2}\s)?(\p{L}+)(?=[,.;)]|$)/u;

function checkWeekday(
  date: WrittenDate,
  passage: Passage,
  period: Period,
  { weekdays }: FigureWords,
): Finding[] {
  if (!isInCalendar(date) || date.first) return [];
  const before = BEFORE_DATE.exec(passage.text.slice(Math.max(0, date.from - 24), date.from));
  const after = AFTER_DATE.exec(passage.text.slice(date.to, date.to + 24));
  const place = [
    before && { name: before[1] ?? '', from: date.from - (before[0]?.length ?? 0) },
    after && { name: after[1] ?? after[2] ?? '', from: date.to },
  ].find((one) => one && weekdayNamed(one.name, weekdays) >= 0);
  if (!place) return [];
  const named = weekdayNamed(place.name, weekdays);
  const right = weekdayOf(dayNumber(yearOf(date, period), date.month, date.day.value));
  if (named === right) return [];
  const form = weekdays[named]?.indexOf(place.name) ?? 0;
  const meant = weekdays[right]?.[Math.max(0, form)] ?? '';
  const from = passage.text.indexOf(place.name, place.from);
  const name = { from, to: from + place.name.length };
  const piece = { from: Math.min(from, date.from), to: Math.max(name.to, date.to) };
  const written = passage.text.slice(date.from, date.to);
  return [
    report(
      'weekday-wrong',
      passage,
      piece,
      `${written} is a ${weekdays[right]?.[0]}, not a ${weekdays[named]?.[0]}`,
      'Look up in the source whether the weekday or the date is wrong.',
      [replacePiece(`Write “${meant}”`, passage.path, name, meant)],
    ),
  ];
}

function weekdayNamed(name: string, weekdays: FigureWords['weekdays']): number {
  return weekdays.findIndex((forms) =>
    forms.some((form) => form.toLowerCase() === name.toLowerCase()),
  );
}

function checkSlashes(
  date: WrittenDate,
  passage: Passage,
  nameMonth: (month: number) => string,
): Finding[] {
  if (!date.hasSlashes || !isInCalendar(date)) return [];
  const { day, month, year, from, to } = date;
  const isSure = day.value > 12;
  const months = isSure
    ? [[day.value, month]]
    : [
        [day.value, month],
        [month, day.value],
      ];
  const edits = months.map(([d = 1, m = 1]) => {
    const text = `${d} ${nameMonth(m)} ${year?.value}`;
    return replacePiece(`Write “${text}”`, passage.path, { from, to }, text, isSure);
  });
  const message = `“${passage.text.slice(from, to)}” may be read with the month or the day first`;
  return [report('date-slashes', passage, date, message, 'Write the name of the month.', edits)];
}
