import { dayOfMonth, UNIT } from '../languages/figures/units.ts';
import type { Reading } from './fact.ts';

/** What the digits of a number may mean before its unit is known. */
export interface NumberLiteral {
  readonly amounts: readonly (number | string)[];
  /** Meanings that no unit changes: a time, the day of a month. */
  readonly readings: readonly Reading[];
  /** Day, month and year of a date in digits. */
  readonly date?: readonly [day: number, month: number, year: number];
}

/** More digits are a code: a number could not hold them. */
const MAX_DIGITS = 15;
const DATE = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/;

/** Reads "1,204.5", "1 204,5", "10.30", "16.11.2024" by the decimal separator of a language. */
export function readLiteral(text: string, decimal: '.' | ',' | undefined): NumberLiteral {
  const compact = text.replace(/\s/g, '');
  const isSpaced = compact !== text;
  const parts = compact.split(/[.,]/);
  if (parts.join('').length > MAX_DIGITS) return { amounts: [parts.join('')], readings: [] };
  if (parts.length === 1) return { amounts: [Number(compact)], readings: [] };
  const separators = compact.replace(/\d/g, '');
  if (parts.length === 2) return readTwoParts(parts, separators, decimal, isSpaced);
  const [, day, month, year] = DATE.exec(compact)?.map(Number) ?? [];
  if (day !== undefined && month !== undefined && year !== undefined && isDay(day, month)) {
    return { amounts: [], readings: [], date: [day, month, year < 100 ? 2000 + year : year] };
  }
  return { amounts: [readManyParts(parts, separators)], readings: [] };
}

function readTwoParts(
  [head = '', tail = '']: readonly string[],
  separator: string,
  decimal: '.' | ',' | undefined,
  isSpaced: boolean,
): NumberLiteral {
  const fraction = Number(`${head}.${tail}`);
  if (tail.length === 3 && /^[1-9]\d{0,2}$/.test(head) && !isSpaced && separator !== decimal) {
    const group = Number(head + tail);
    // 1,204 is no decimal in English; 1.204 may be one in Russian.
    return {
      amounts: decimal === '.' ? [group] : [group, fraction],
      readings: [],
    };
  }
  const readings: Reading[] = [];
  if (separator === '.' && head.length <= 2 && tail.length === 2) {
    const [first, second] = [Number(head), Number(tail)];
    if (isTime(first, second)) readings.push(timeOfDay(first, second));
    if (isDay(first, second)) readings.push({ amount: first, unit: dayOfMonth(second) });
  }
  return { amounts: [fraction], readings };
}

function readManyParts(parts: readonly string[], separators: string): number | string {
  const isGrouped = (groups: readonly string[]) => groups.every((group) => group.length === 3);
  const [first = '', last = ''] = [separators[0], separators.at(-1)];
  const isUniform = separators === first.repeat(separators.length);
  if (isUniform && isGrouped(parts.slice(1))) return Number(parts.join(''));
  const isMixed = separators === first.repeat(separators.length - 1) + last;
  if (isMixed && !isUniform && isGrouped(parts.slice(1, -1))) {
    return Number(`${parts.slice(0, -1).join('')}.${parts.at(-1)}`);
  }
  return parts.join('.');
}

/** Whether the numbers can be a day and a month. */
export function isDay(day: number, month: number): boolean {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/** Whether the numbers can be hours and minutes. */
export function isTime(hours: number, minutes: number): boolean {
  return hours <= 24 && minutes < 60;
}

/** A time of day. */
export function timeOfDay(hours: number, minutes: number): Reading {
  return { amount: hours + minutes / 60, unit: UNIT.clock };
}
