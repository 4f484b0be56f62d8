import type { Unit } from './language-figures.ts';

const unit = (dimension: string, factor = 1): Unit => ({ dimension, factor });

/** Units by name; the base units are gram, metre, square metre, litre, day and month. */
export const UNIT = {
  microgram: unit('mass', 1e-6),
  milligram: unit('mass', 1e-3),
  gram: unit('mass'),
  kilogram: unit('mass', 1e3),
  centner: unit('mass', 1e5),
  tonne: unit('mass', 1e6),
  millimetre: unit('length', 1e-3),
  centimetre: unit('length', 1e-2),
  metre: unit('length'),
  kilometre: unit('length', 1e3),
  hectare: unit('area', 1e4),
  millilitre: unit('volume', 1e-3),
  litre: unit('volume'),
  second: unit('day', 1 / 86_400),
  minute: unit('day', 1 / 1440),
  hour: unit('day', 1 / 24),
  day: unit('day'),
  week: unit('day', 7),
  month: unit('month'),
  year: unit('month', 12),
  century: unit('month', 1200),
  /** A time of day, counted in hours. */
  clock: unit('clock', 60),
  /** A month by its name, counted from 1. */
  monthName: unit('month name'),
  percent: unit('percent'),
  times: unit('times'),
  degree: unit('degree'),
  article: unit('article'),
  part: unit('part'),
} as const;

/** A currency by its code (ISO 4217). */
export function currency(code: string): Unit {
  return unit(`currency ${code}`);
}

/** The currencies of Turkmenistan and Azerbaijan, which have one name. */
export const MANAT = currency('AZN');

/** The day of a month. */
export function dayOfMonth(month: number): Unit {
  return unit(`day of month ${month}`);
}

/** The area of a square whose side is a length. */
export function squareOf({ factor }: Unit): Unit {
  return unit('area', factor ** 2);
}

/** The volume of a cube whose side is a length, in litres. */
export function cubeOf({ factor }: Unit): Unit {
  return unit('volume', factor ** 3 * 1000);
}

/** Signs before or behind a number, in all languages. */
export const UNIT_SIGNS: ReadonlyMap<string, Unit> = new Map([
  ['%', UNIT.percent],
  ['°', UNIT.degree],
  ['$', currency('USD')],
  ['€', currency('EUR')],
  ['£', currency('GBP')],
  ['₽', currency('RUB')],
  ['₸', currency('KZT')],
  ['₼', MANAT],
  ['¥', currency('CNY')],
]);

/** Currency codes, which stand before or behind a number. */
export const CURRENCY_CODES: ReadonlyMap<string, Unit> = new Map([
  ...['USD', 'EUR', 'GBP', 'RUB', 'KZT', 'KGS', 'UZS', 'TJS', 'CNY'].map(
    (code) => [code.toLowerCase(), currency(code)] as const,
  ),
  ['tmt', MANAT],
  ['azn', MANAT],
]);

/** Symbols of the International System of Units and codes, which texts in any language use. */
export const INTERNATIONAL_UNITS: readonly (readonly [string, readonly Unit[]])[] = [
  ['µg', [UNIT.microgram]],
  ['μg', [UNIT.microgram]],
  ['mg', [UNIT.milligram]],
  ['g', [UNIT.gram]],
  ['kg', [UNIT.kilogram]],
  ['t', [UNIT.tonne]],
  ['mm', [UNIT.millimetre]],
  ['cm', [UNIT.centimetre]],
  ['m', [UNIT.metre]],
  ['km', [UNIT.kilometre]],
  ['ha', [UNIT.hectare]],
  ['ml', [UNIT.millilitre]],
  ['l', [UNIT.litre]],
  ...[...CURRENCY_CODES].map(([code, of]) => [code, [of]] as const),
];
