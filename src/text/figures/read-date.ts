// Dates, months and times of day.
import { dayOfMonth, UNIT } from '../languages/figures/units.ts';
import { type Draft, draftOf, type Reader, wholeAmount } from './draft.ts';
import type { Reading } from './fact.ts';
import { isDay, readLiteral, timeOfDay } from './number-literal.ts';

const MAX_DAY = 31;

/** The facts of a date in digits: day, month and year; undefined where there is none. */
export function readDigitsDate(index: number, reader: Reader): Draft[] | undefined {
  const { tokens, language } = reader;
  const text = tokens.at(index)?.text ?? '';
  const { date } = readLiteral(text, language.decimal);
  if (date) return draftsOfDate({ first: index, last: index }, ...date);
  const [separator, second, , third] = [1, 2, 3, 4].map((step) => tokens.at(index + step)?.text);
  const isJoined =
    tokens.attached(index + 2, 'number') &&
    tokens.attached(index + 4, 'number') &&
    [1, 3].every(
      (step) => tokens.isSign(index + step, '-/.') && tokens.at(index + step)?.text === separator,
    );
  if (!isJoined || second === undefined || third === undefined) return undefined;
  const place = { first: index, last: index + 4 };
  const written = [text, separator, second, separator, third].join('');
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(written)?.map(Number) ?? [];
  if (year && month && day && isDay(day, month)) return draftsOfDate(place, day, month, year);
  const [, one, two, last] = /^(\d\d?)[/.](\d\d?)[/.](\d{4})$/.exec(written)?.map(Number) ?? [];
  if (!one || !two || !last) return undefined;
  if (!isDay(one, two)) return isDay(two, one) ? draftsOfDate(place, two, one, last) : undefined;
  // 11/10/2024 may begin with the month.
  const other: Reading[] = isDay(two, one) ? [{ amount: two, unit: dayOfMonth(one) }] : [];
  const [days, ...rest] = draftsOfDate(place, one, two, last);
  return days ? [{ ...days, readings: other }, ...rest] : undefined;
}

function draftsOfDate(
  place: Pick<Draft, 'first' | 'last'>,
  day: number,
  month: number,
  year: number,
): Draft[] {
  return [
    draftOf(place, day, { units: [dayOfMonth(month)], isRequired: true }),
    namedMonth(place, month, false),
    draftOf(place, year, { isRequired: true }),
  ];
}

/** Adds to a number the month behind or before it; `from` is the first token that is free. */
export function addMonth(draft: Draft, from: number, reader: Reader): Draft[] | undefined {
  const { tokens, language } = reader;
  if (draft.units.length > 0 || draft.magnitude !== 1) return undefined;
  if (wholeAmount(draft, MAX_DAY) === undefined) return undefined;
  let behind = tokens.wordAfter(draft.last);
  if (behind !== undefined && language.months.joiners.has(tokens.keyAt(behind))) {
    behind = tokens.wordAfter(behind);
  }
  const place = { first: draft.first, last: behind ?? draft.last };
  let month = monthAt(behind, reader);
  if (month === undefined && language.months.isDayAfter && draft.first > from) {
    const isNear = tokens.gapBefore(draft.first) <= 2;
    month = isNear ? monthAt(draft.first - 1, reader) : undefined;
    place.first = draft.first - 1;
    place.last = draft.last;
  }
  if (month === undefined) return undefined;
  return [{ ...draft, ...place, units: [dayOfMonth(month)] }, namedMonth(place, month, false)];
}

/** A month that is named without a day. */
export function readMonth(index: number, reader: Reader): Draft | undefined {
  const { tokens, language } = reader;
  const month = monthAt(index, reader);
  if (month === undefined) return undefined;
  const { weak, doubtful, before, isCapitalised } = language.months;
  const key = tokens.keyAt(index);
  // A capital where the language writes none: a person's name, or the first word of a sentence.
  const isName = !isCapitalised && /^\p{Lu}/u.test(tokens.at(index)?.text ?? '');
  const isDoubtful = doubtful.has(key) && !before.has(tokens.keyAt(index - 1));
  const isRequired = !weak.has(key) && !isName && !isDoubtful;
  return namedMonth({ first: index, last: index }, month, isRequired);
}

function monthAt(index: number | undefined, { tokens, language }: Reader): number | undefined {
  if (index === undefined) return undefined;
  const { names, isCapitalised } = language.months;
  const month = names.get(tokens.keyAt(index));
  const isLower = /^\p{Ll}/u.test(tokens.at(index)?.text ?? '');
  return isCapitalised && isLower ? undefined : month;
}

function namedMonth(
  place: Pick<Draft, 'first' | 'last'>,
  month: number,
  isRequired: boolean,
): Draft {
  return { ...draftOf(place, month, { units: [UNIT.monthName], isRequired }), isStrict: true };
}

/** Adds to an hour its half of the day: 5 p.m., 5 часов вечера. */
export function addDayPart(draft: Draft, { tokens, language }: Reader): Draft {
  const part = tokens.term(language.dayParts, tokens.wordAfter(draft.last));
  if (!part) return draft;
  const shift = (hours: number) => (hours >= 13 ? hours : (hours % 12) + part.value);
  const hour = wholeAmount(draft, 24);
  const times = draft.readings.filter(({ unit }) => unit === UNIT.clock);
  if (hour === undefined && times.length === 0) return draft;
  const shifted =
    hour === undefined
      ? times.map(({ amount }) => timeOfDay(shift(Number(amount)), 0))
      : [timeOfDay(shift(hour), 0)];
  return { ...draft, amounts: [], units: [], readings: shifted, last: part.last };
}
