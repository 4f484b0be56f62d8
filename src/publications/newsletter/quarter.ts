// A newsletter covers a quarter of a year, written as 2022-Q3.
import { z } from 'zod';

const QUARTER = /^(\d{4})-Q([1-4])$/;
const MONTHS = 3;

/** A quarter of a year, such as 2022-Q3. */
export const quarter = () =>
  z
    .string()
    .refine((value) => QUARTER.test(value), {
      error: ({ input }) => {
        const guess = guessQuarter(String(input));
        const rule = 'is not a quarter written as YEAR-Q1 to YEAR-Q4';
        return guess ? `${rule}: did you mean ${guess}?` : `${rule}, such as 2022-Q3`;
      },
    })
    .meta({
      pattern: QUARTER.source,
      patternErrorMessage: 'This is not a quarter written as YEAR-Q1 to YEAR-Q4, such as 2022-Q3.',
    });

/** Returns the probable quarter of one typed in another format: Q3 2022, 2022/3. */
export function guessQuarter(typed: string): string | undefined {
  const numbers = typed.match(/\d+/g)?.map(Number) ?? [];
  const year = numbers.find((number) => number >= 1000 && number <= 9999);
  const [number] = numbers.filter((one) => one !== year);
  if (numbers.length !== 2 || year === undefined || number === undefined) return undefined;
  return number >= 1 && number <= 4 ? `${year}-Q${number}` : undefined;
}

/** Returns the days of a quarter, as YEAR-MONTH-DAY. */
export function daysOf(period: string): { readonly first: string; readonly last: string } {
  const [, year = '', number = ''] = QUARTER.exec(period) ?? [];
  const lastMonth = Number(number) * MONTHS;
  const lastDay = new Date(Date.UTC(Number(year), lastMonth, 0));
  const month = String(lastMonth - MONTHS + 1).padStart(2, '0');
  return { first: `${year}-${month}-01`, last: lastDay.toISOString().slice(0, 10) };
}

/** Returns the quarter that is `count` quarters after another. */
export function quarterAfter(period: string, count = 1): string {
  const [, year = '', number = ''] = QUARTER.exec(period) ?? [];
  const quarters = Number(year) * 4 + Number(number) - 1 + count;
  return `${Math.floor(quarters / 4)}-Q${(quarters % 4) + 1}`;
}
