// What stands behind or before a number: a power of ten, a unit, a currency, a label.
import type { Unit } from '../languages/figures/language-figures.ts';
import { CURRENCY_CODES, cubeOf, squareOf, UNIT, UNIT_SIGNS } from '../languages/figures/units.ts';
import type { Draft, Reader } from './draft.ts';
import type { Found } from './tokens.ts';

/** Adds to a number the power of ten and the unit behind it. */
export function addMeasure(draft: Draft, reader: Reader): Draft {
  const { tokens, language } = reader;
  const multiplier = tokens.term(language.numerals, tokens.wordAfter(draft.last));
  if (multiplier?.value.kind !== 'multiply') return addUnit(draft, reader);
  // "5 m" may be metres as well as millions; "5 m²" is an area.
  const other = findUnit(draft.last, reader);
  if (other && other.last > multiplier.last) return addUnit(draft, reader);
  const scaled = addUnit(
    { ...draft, magnitude: multiplier.value.value, last: multiplier.last },
    reader,
  );
  if (!other) return scaled;
  const readings = draft.amounts.flatMap((amount) => other.value.map((unit) => ({ amount, unit })));
  return { ...scaled, readings: [...scaled.readings, ...readings] };
}

function addUnit(draft: Draft, reader: Reader): Draft {
  const found = findUnit(draft.last, reader);
  if (!found) return draft;
  const { tokens, language } = reader;
  const isYearWord = language.yearAbbreviations.has(tokens.keyAt(found.last));
  const [amount] = draft.amounts;
  const isYear = typeof amount === 'number' && amount >= 1000 && amount < 3000;
  const units = isYearWord && isYear ? [UNIT.year, ...found.value] : found.value;
  return { ...draft, units, last: found.last };
}

/** The unit behind a token: a word, an abbreviation, a sign. */
function findUnit(index: number, reader: Reader): Found<readonly Unit[]> | undefined {
  const { tokens, language } = reader;
  // An abbreviated power of ten has a full stop: 5 тыс. тенге.
  const isAbbreviation = tokens.at(index)?.kind === 'word' && tokens.isSign(index + 1, '.');
  const before = isAbbreviation && tokens.at(index + 2)?.kind === 'word' ? index + 1 : index;
  const word = tokens.term(language.units, tokens.wordAfter(before));
  if (word && !isNextSentence(before, word.last, reader)) return addPower(word, reader);
  return findSign(index, reader);
}

/** Behind a full stop a capital letter opens a sentence. */
function isNextSentence(before: number, word: number, { tokens }: Reader): boolean {
  return tokens.at(before)?.text === '.' && /^\p{Lu}/u.test(tokens.at(word)?.text ?? '');
}

function findSign(index: number, { tokens, language }: Reader): Found<Unit[]> | undefined {
  const sign = tokens.at(index + 1);
  const unit = sign?.kind === 'sign' ? UNIT_SIGNS.get(sign.text) : undefined;
  if (!unit || language.units.size === 0 || tokens.gapBefore(index + 1) > 1) return undefined;
  // A currency's sign that touches the next number belongs to it.
  if (unit !== UNIT.percent && tokens.attached(index + 2, 'number')) return undefined;
  const hasScale =
    unit === UNIT.degree && /^[cс]$/.test(tokens.attached(index + 2, 'word')?.key ?? '');
  return { value: [unit], last: hasScale ? index + 2 : index + 1 };
}

/** Squares and cubes: м², м2, m³. */
function addPower(found: Found<readonly Unit[]>, { tokens }: Reader): Found<readonly Unit[]> {
  const { value, last } = found;
  if (!value.every(({ dimension }) => dimension === 'length')) return found;
  const sign = tokens.gapBefore(last + 1) === 0 ? tokens.at(last + 1)?.text : undefined;
  if (sign === '²' || sign === '2') return { value: value.map(squareOf), last: last + 1 };
  if (sign === '³' || sign === '3') return { value: value.map(cubeOf), last: last + 1 };
  return found;
}

/** Adds to a number the currency or the label before it; `from` is the first token that is free. */
export function addPrefix(draft: Draft, from: number, { tokens, language }: Reader): Draft {
  if (draft.units.length > 0 || language.units.size === 0) return draft;
  const index = draft.first - 1;
  const before = tokens.at(index);
  if (!before || index < from || tokens.gapBefore(draft.first) > 2) return draft;
  const sign = before.kind === 'sign' ? UNIT_SIGNS.get(before.text) : undefined;
  if (sign && sign !== UNIT.percent && sign !== UNIT.degree) {
    const isAmerican = tokens.attached(index, 'sign') && tokens.at(index - 1)?.key === 'us';
    return { ...draft, units: [sign], first: isAmerican ? index - 1 : index };
  }
  const code = CURRENCY_CODES.get(before.key);
  if (code && /^[A-Z]{3}$/.test(before.text)) return { ...draft, units: [code], first: index };
  // An abbreviated label has a full stop: ст. 297.
  const word = before.text === '.' && tokens.gapBefore(index) === 0 ? index - 1 : index;
  const label = word < from ? undefined : language.labels.get(tokens.keyAt(word));
  return label ? { ...draft, units: [label], first: word } : draft;
}
