// Figures that stand beside each other and are one statement: "3 кг 500 г", "5–8 million".
import { UNIT } from '../languages/figures/units.ts';
import { type Draft, type Reader, wholeAmount } from './draft.ts';
import type { Reading } from './fact.ts';
import { isTime, timeOfDay } from './number-literal.ts';

const DASH = /^[-\u2010-\u2015−]$/;

/**
 * Adds to each figure what it means together with its neighbours. The neighbours remain facts of
 * their own, so that a text which writes them in another way still has each of them.
 */
export function combineDrafts(drafts: readonly Draft[], reader: Reader): Draft[] {
  const combined = [...drafts];
  // From the end: in "5, 6 and 8 million" 6 gets its magnitude first and passes it on.
  let inherited: Pick<Draft, 'magnitude' | 'units'> | undefined;
  for (let i = combined.length - 2; i >= 0; i--) {
    const [one, other] = [combined[i], combined[i + 1]];
    if (!one || !other || other.first <= one.last) {
      inherited = undefined;
      continue;
    }
    const link = linkBetween(one, other, reader);
    const sum = link === 'none' || link === 'joined' ? sumOf(one, other, link) : [];
    if (sum.length > 0) {
      combined[i] = withReadings(one, sum);
      combined[i + 1] = withReadings(other, sum);
    }
    const source = other.magnitude === 1 ? inherited : other;
    inherited = link !== 'far' && link !== 'none' && one.magnitude === 1 ? source : undefined;
    if (inherited && one.units.length === 0) {
      combined[i] = withReadings(one, scale(one, inherited));
    }
    if (link !== 'far') combined[i] = addHalfDay(combined[i] ?? one, other);
    if (link === 'attached') addPair(combined, i, reader);
  }
  return combined;
}

/** How two figures are joined: by nothing, by a word, by a dash with or without spaces. */
type Link = 'none' | 'joined' | 'dash' | 'attached' | 'far';

function linkBetween(one: Draft, other: Draft, { tokens, language }: Reader): Link {
  const count = other.first - one.last - 1;
  const between = tokens.at(one.last + 1);
  if (count === 0) return tokens.gapBefore(other.first) <= 2 ? 'none' : 'far';
  if (count !== 1 || !between) return 'far';
  const isAttached = tokens.gapBefore(other.first) === 0 && tokens.gapBefore(other.first - 1) === 0;
  if (DASH.test(between.text) || between.text === '/') return isAttached ? 'attached' : 'dash';
  const isConnector = between.text === ',' || language.connectors.has(between.key);
  return isConnector ? 'joined' : 'far';
}

/** 3 kg 500 g is 3.5 kg; 2 млн 450 тыс. is 2,450,000; 10 часов 30 минут is 10:30. */
function sumOf(one: Draft, other: Draft, link: Link): Reading[] {
  const [a, b] = [one.amounts[0], other.amounts[0]];
  if (typeof a !== 'number' || typeof b !== 'number') return [];
  if (one.units.length === 0) {
    const [great, small] = [a * one.magnitude, b * other.magnitude];
    const isSum = link === 'none' && one.magnitude >= 1000 && small < one.magnitude;
    if (!isSum) return [];
    const [unit] = other.units;
    return [{ amount: great + small, unit }];
  }
  const isTimeOfDay = one.units.includes(UNIT.clock) && other.units.includes(UNIT.minute);
  const time = isTimeOfDay && isTime(a, b) ? [timeOfDay(a, b)] : [];
  const sums = one.units.flatMap((unit) =>
    other.units
      .filter(({ dimension, factor }) => dimension === unit.dimension && factor < unit.factor)
      .map(({ factor }) => ({
        amount: a * one.magnitude + (b * other.magnitude * factor) / unit.factor,
        unit,
      })),
  );
  return [...time, ...sums];
}

function scale(one: Draft, { magnitude, units }: Pick<Draft, 'magnitude' | 'units'>): Reading[] {
  return one.amounts.flatMap((amount): Reading[] => {
    if (typeof amount !== 'number') return [];
    const scaled = amount * magnitude;
    return units.length === 0
      ? [{ amount: scaled }]
      : units.map((unit) => ({ amount: scaled, unit }));
  });
}

/** From 1 to 3 p.m.: the first hour is after noon as well. */
function addHalfDay(one: Draft, other: Draft): Draft {
  const hour = wholeAmount(one, 11);
  const isAfterNoon = other.readings.some(
    ({ amount, unit }) => unit === UNIT.clock && Number(amount) > 12,
  );
  const isHour = hour !== undefined && one.units.length === 0 && one.magnitude === 1;
  if (!isHour || !isAfterNoon || other.amounts.length > 0) return one;
  return withReadings(one, [timeOfDay(hour + 12, 0)]);
}

/** 2023–24 are two years; 10-30 may be a time of day. */
function addPair(combined: Draft[], i: number, { tokens }: Reader): void {
  const [one, other] = [combined[i], combined[i + 1]];
  const [first, second] = [one, other].map((draft) => draft && tokens.at(draft.first)?.text);
  if (!one || !other || first === undefined || second === undefined) return;
  if (!/^\d\d$/.test(second)) return;
  if (/^[12]\d{3}$/.test(first)) {
    const year = Number(first.slice(0, 2) + second);
    combined[i + 1] = withReadings(other, [{ amount: year }]);
  } else if (
    other.units.length === 0 &&
    /^\d\d?$/.test(first) &&
    isTime(Number(first), Number(second))
  ) {
    const time = [timeOfDay(Number(first), Number(second))];
    combined[i] = withReadings(one, time);
    combined[i + 1] = withReadings(other, time);
  }
}

function withReadings(draft: Draft, readings: readonly Reading[]): Draft {
  return { ...draft, readings: [...draft.readings, ...readings] };
}
