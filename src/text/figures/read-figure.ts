// A number in digits with everything that belongs to it.
import { CURRENCY_CODES } from '../languages/figures/units.ts';
import type { Draft, Reader } from './draft.ts';
import { isTime, readLiteral, timeOfDay } from './number-literal.ts';
import { addDayPart, addMonth, readDigitsDate } from './read-date.ts';
import { addMeasure, addPrefix } from './read-measure.ts';
import { findHalf, shareReadings } from './read-numeral.ts';

/** Signs for fractions. */
const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
]);
/** Round the clock: a figure that other languages say in words. */
const ROUND_THE_CLOCK = '24/7';

/** The facts that begin with a number; `from` is the first token that belongs to no other fact. */
export function readFigure(index: number, from: number, reader: Reader): Draft[] {
  const date = readDigitsDate(index, reader);
  if (date) return date;
  const number = addHalf(addSuffix(readNumber(index, reader), reader), reader);
  const month = addMonth(number, from, reader);
  if (month) return month;
  return [addPrefix(addDayPart(addMeasure(number, reader), reader), from, reader)];
}

/** A fraction by its sign alone. */
export function readFractionSign(index: number, reader: Reader): Draft | undefined {
  const share = FRACTIONS.get(reader.tokens.at(index)?.text ?? '');
  if (share === undefined) return undefined;
  const place = { first: index, last: index, magnitude: 1, units: [], isRequired: true };
  return addMeasure({ ...place, amounts: [share], readings: shareReadings(share) }, reader);
}

function readNumber(index: number, reader: Reader): Draft {
  const { tokens, language } = reader;
  const text = tokens.at(index)?.text ?? '';
  const { amounts, readings } = readLiteral(text, language.decimal);
  const draft: Draft = {
    first: index,
    last: index,
    amounts,
    magnitude: 1,
    units: [],
    readings,
    isRequired: !isInWord(index, reader),
  };
  const sign = tokens.at(index + 1)?.text ?? '';
  const fraction = tokens.gapBefore(index + 1) <= 1 ? FRACTIONS.get(sign) : undefined;
  const [amount] = amounts;
  if (typeof amount !== 'number') return draft;
  if (fraction !== undefined) return { ...draft, amounts: [amount + fraction], last: index + 1 };
  const second = tokens.attached(index + 2, 'number')?.text;
  if (second === undefined || !/^\d{1,3}$/.test(second)) return draft;
  const last = index + 2;
  if (tokens.isSign(index + 1, ':')) {
    const isClock = second.length === 2 && isTime(amount, Number(second));
    const time = timeOfDay(amount, Number(second));
    return isClock ? { ...draft, amounts: [], readings: [time], last } : draft;
  }
  if (!tokens.isSign(index + 1, '/') || amount === 0) return draft;
  const isRoundTheClock = `${text}/${second}` === ROUND_THE_CLOCK;
  if (!isRoundTheClock && amount >= Number(second)) return draft;
  const share = amount / Number(second);
  return {
    ...draft,
    amounts: [share],
    readings: shareReadings(share),
    isRequired: draft.isRequired && !isRoundTheClock,
    last,
  };
}

/** Digits that follow letters directly are a part of a name, which may be written otherwise. */
function isInWord(index: number, { tokens, language }: Reader): boolean {
  const before = tokens.at(index - 1);
  if (before?.kind !== 'word' || tokens.gapBefore(index) > 0) return false;
  return !CURRENCY_CODES.has(before.key) && !language.labels.has(before.key);
}

/** The ending of an ordinal or a decade: 21st, 8-х, 1990s. */
function addSuffix(draft: Draft, { tokens, language }: Reader): Draft {
  const isHyphened = tokens.isSign(draft.last + 1, '-‑');
  const at = isHyphened ? draft.last + 2 : draft.last + 1;
  const suffix = tokens.attached(at, 'word')?.key ?? '';
  if (!language.ordinalSuffixes.has(suffix) && !language.decadeSuffixes.has(suffix)) return draft;
  // "5м" is five metres, "5-м" is an ordinal.
  if (!isHyphened && language.units.has(suffix)) return draft;
  const [amount] = draft.amounts;
  const isDecade =
    typeof amount === 'number' &&
    amount < 100 &&
    amount % 10 === 0 &&
    language.decadeSuffixes.has(suffix);
  return { ...draft, amounts: isDecade ? [amount, 1900 + amount] : draft.amounts, last: at };
}

function addHalf(draft: Draft, reader: Reader): Draft {
  const half = findHalf(draft.last, reader);
  const [amount] = draft.amounts;
  if (half === undefined || typeof amount !== 'number') return draft;
  return { ...draft, amounts: [amount + 1 / 2], last: half };
}
