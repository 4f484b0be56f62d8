// Releases cover the 1st to the 15th of a month, and the 16th to its end. Days are ISO 8601:
// 2024-11-16.
import { addDays, format, getDate, lastDayOfMonth, parseISO, setDate } from 'date-fns';

const MIDDLE = 15;

/** The day after a day. */
export function dayAfter(day: string): string {
  return print(addDays(parseISO(day), 1));
}

/** The last day of the half of the month that a day is in. */
export function endOfFortnight(day: string): string {
  const date = parseISO(day);
  return print(getDate(date) <= MIDDLE ? setDate(date, MIDDLE) : lastDayOfMonth(date));
}

function print(date: Date): string {
  return format(date, 'yyyy-MM-dd');
}
