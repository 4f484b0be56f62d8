// Numbers in words: numerals, compounds, Roman numerals, words such as "twice".
import type { Numeral, Unit } from '../languages/figures/language-figures.ts';
import { UNIT } from '../languages/figures/units.ts';
import { type Draft, draftOf, type Reader } from './draft.ts';
import type { Reading } from './fact.ts';
import { addMeasure } from './read-measure.ts';

/** The number in words that begins at a token; only a Roman one is required of the other text. */
export function readWord(index: number, reader: Reader): Draft | undefined {
  return (
    readRoman(index, reader) ??
    readNumeral(index, reader) ??
    readAmountWord(index, reader) ??
    readCompound(index, reader) ??
    readLoneUnit(index, reader)
  );
}

function readNumeral(index: number, reader: Reader): Draft | undefined {
  const { tokens, language } = reader;
  const numeral = language.numerals.get(tokens.keyAt(index));
  if (!numeral) return undefined;
  if (numeral.kind === 'fraction') {
    return readPart({ first: index, last: index }, numeral.value, reader);
  }
  const { value, last } = composeNumeral(index, reader);
  const half = findHalf(last, reader);
  const behind = tokens.wordAfter(last);
  const next = behind === undefined ? undefined : language.numerals.get(tokens.keyAt(behind));
  const place = { first: index, last: half ?? last };
  if (half === undefined && behind !== undefined && next?.kind === 'fraction') {
    return readPart({ first: index, last: behind }, value * next.value, reader);
  }
  const draft = addMeasure(draftOf(place, half === undefined ? value : value + 1 / 2), reader);
  // "one fifth", «две пятых»: the ordinal is read again as a number of its own.
  if (next?.kind !== 'ordinal' || next.value < 3) return draft;
  return { ...draft, readings: shareReadings(value / next.value) };
}

/** Adds up the words of one number, from the largest part to the smallest. */
function composeNumeral(
  index: number,
  { tokens, language }: Reader,
): { readonly value: number; readonly last: number } {
  let [total, current, granularity, magnitude] = [0, 0, Number.POSITIVE_INFINITY, Infinity];
  let [last, at] = [index, index as number | undefined];
  while (at !== undefined) {
    const numeral: Numeral | undefined = language.numerals.get(tokens.keyAt(at));
    if (!numeral || numeral.kind === 'fraction') break;
    const { kind, value } = numeral;
    if (kind === 'multiply') {
      if (value >= magnitude || (at !== index && value < 1000 && current >= 100)) break;
      const product = (current === 0 ? 1 : current) * value;
      if (value >= 1000) {
        [total, current, magnitude, granularity] = [total + product, 0, value, value];
      } else [current, granularity] = [product, value === 100 ? 100 : 1];
    } else {
      if (value >= granularity) break;
      current += value;
      granularity = granularityOf(value);
    }
    last = at;
    at = tokens.wordAfter(at);
    const isJoiner = at !== undefined && language.numeralJoiners.has(tokens.keyAt(at));
    if (isJoiner) at = granularity >= 100 && at !== undefined ? tokens.wordAfter(at) : undefined;
  }
  return { value: total + current, last };
}

/** What is added to a number must be smaller: after sixty only one to nine. */
function granularityOf(value: number): number {
  if (value >= 100 && value % 100 === 0) return 100;
  return value >= 20 && value % 10 === 0 ? 10 : 1;
}

/** Where the words "and a half" behind a number end. */
export function findHalf(index: number, { tokens, language }: Reader): number | undefined {
  for (const phrase of language.andAHalf) {
    let at: number | undefined = index;
    const isThere = phrase.every((word) => {
      at = at === undefined ? undefined : tokens.wordAfter(at);
      return at !== undefined && tokens.keyAt(at) === word;
    });
    if (isThere) return at;
  }
  return undefined;
}

/** A fraction in words and what it is a part of: half a million, три четверти тонны. */
function readPart(
  place: Pick<Draft, 'first' | 'last'>,
  value: number,
  reader: Reader,
): Draft | undefined {
  const { tokens, language } = reader;
  let whole = place.last;
  for (let count = 0; count < 2; count++) {
    const next = tokens.wordAfter(whole);
    if (next !== undefined && language.articles.has(tokens.keyAt(next))) whole = next;
  }
  const measured = addMeasure(draftOf({ ...place, last: whole }, value), reader);
  const isMeasured = measured.magnitude !== 1 || measured.units.length > 0;
  const draft = isMeasured ? measured : draftOf(place, value);
  // The first half of a year is six months.
  return { ...draft, readings: [...shareReadings(value), { amount: value, unit: UNIT.year }] };
}

/** A share as a number and in percent. */
export function shareReadings(share: number): Reading[] {
  return [{ amount: share }, { amount: share * 100, unit: UNIT.percent }];
}

function readAmountWord(index: number, { tokens, language }: Reader): Draft | undefined {
  const amount = language.amountWords.get(tokens.keyAt(index));
  if (!amount) return undefined;
  const { value, unit } = amount;
  return draftOf({ first: index, last: index }, value, unit ? { units: [unit] } : {});
}

/** Most numbers at the start of one word: двадцати-пяти-летний. */
const MAX_PREFIXES = 3;
const MAX_WORD = 40;

/** A word that begins with a number: трёхдневный, полмиллиона. */
function readCompound(index: number, { tokens, language }: Reader): Draft | undefined {
  const word = tokens.keyAt(index);
  if (language.numeralPrefixes.size === 0 || word.length > MAX_WORD) return undefined;
  const { units, numerals, compoundEndings } = language;
  const read = (rest: string, value: number, depth: number): Draft | undefined => {
    if (depth > MAX_PREFIXES) return undefined;
    for (let length = rest.length - 1; length > 1; length--) {
      const prefix = language.numeralPrefixes.get(rest.slice(0, length));
      if (prefix === undefined) continue;
      const [sum, end] = [value + prefix, rest.slice(length)];
      const place = { first: index, last: index };
      const unit: readonly Unit[] | undefined = units.get(end);
      if (unit && end.length > 2) return draftOf(place, sum, { units: unit });
      const numeral = numerals.get(end);
      if (numeral?.kind === 'multiply') return draftOf(place, sum * numeral.value);
      if (compoundEndings.has(end)) return draftOf(place, sum);
      const inner = read(end, sum, depth + 1);
      if (inner) return inner;
    }
    return undefined;
  };
  return read(word, 0, 1);
}

/** A unit without a number is one of it: a kilogram, сутки. */
function readLoneUnit(index: number, { tokens, language }: Reader): Draft | undefined {
  const unit = tokens.term(language.units, index);
  if (!unit) return undefined;
  const place = { first: index, last: unit.last };
  return { ...draftOf(place, 1, { units: unit.value }), isStrict: true };
}

/** Letters of Roman numerals, and those of the Cyrillic alphabet that are typed for them. */
const ROMAN_VALUES = new Map(
  [...'IVXLCDMІХСМ'].map((letter, i) => {
    return [letter, [1, 5, 10, 50, 100, 500, 1000, 1, 10, 100, 1000][i] ?? 0] as const;
  }),
);
const ROMAN = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
/** A number that is required of the other text; single letters and IV have other meanings. */
const CERTAIN_ROMAN = /^(?!IV$)[IVX]{2,}$/;

function readRoman(index: number, { tokens, language }: Reader): Draft | undefined {
  const text = tokens.at(index)?.text ?? '';
  if (text.length > 15 || !/^[IVXІХ]$|^[IVXLCDMІХСМ]{2,}$/.test(text)) return undefined;
  const roman = text.replace(/[ІХСМ]/g, (letter) => 'IXCM'['ІХСМ'.indexOf(letter)] ?? letter);
  if (!ROMAN.test(roman)) return undefined;
  const values = Array.from(roman, (letter) => ROMAN_VALUES.get(letter) ?? 0);
  const number = values.reduce(
    (sum, value, i) => ((values[i + 1] ?? 0) > value ? sum - value : sum + value),
    0,
  );
  const isRequired = CERTAIN_ROMAN.test(roman) && language.numerals.size > 0;
  return draftOf({ first: index, last: index }, number, { isRequired });
}
