// The calendar of written dates.
import type { WrittenDate } from './find-dates.ts';

const DAY = 86_400_000;

/** Returns the number of a day, counted from 1 January 1970. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

/** Returns the number of a day that is written as YEAR-MONTH-DAY. */
export function readDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

/** Returns the weekday of a day, from 0 for Sunday. */
export function weekdayOf(day: number): number {
  return new Date(day * DAY).getUTCDay();
}

/** Returns the number of days of a month; without a year, February has 29. */
export function daysInMonth(month: number, year = 2024): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether the month of a date has its day. */
export function isInCalendar({ day, month, year }: WrittenDate): boolean {
  return (
    month >= 1 && month <= 12 && day.value >= 1 && day.value <= daysInMonth(month, year?.value)
  );
}

/** The days that an issue reports on. */
export interface Period {
  /** Numbers of the first and the last day. */
  readonly from: number;
  readonly to: number;
  /** The year of the last day. */
  readonly year: number;
}

/** Returns a period whose days are written as YEAR-MONTH-DAY. */
export function readPeriod({ from, to }: { readonly from: string; readonly to: string }): Period {
  return { from: readDay(from), to: readDay(to), year: Number(to.slice(0, 4)) };
}

/** Returns the year of a date: its own, or the one that brings it nearest to the period. */
export function yearOf({ day, month, year }: WrittenDate, period: Period): number {
  if (year) return year.value;
  const distance = (one: number) => Math.abs(dayNumber(one, month, day.value) - period.to);
  const years = [period.year - 1, period.year, period.year + 1];
  return years.reduce((best, one) => (distance(one) < distance(best) ? one : best));
}
