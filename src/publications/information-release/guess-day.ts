/** The day that was probably meant by a date written another way, as YEAR-MONTH-DAY. */
export function guessDay(typed: string): string | undefined {
  const parts = typed.trim().split(/[./\-\s]+/);
  if (parts.length !== 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const [first = '', middle = '', last = ''] = parts;
  if (first.length === 4) return asDay(first, middle, last);
  const year = last.length === 2 ? `20${last}` : last;
  // The day comes first in the member states; the month, where there is no other way to read it.
  return asDay(year, middle, first) ?? asDay(year, first, middle);
}

/** The date where it is on the calendar. */
function asDay(year: string, month: string, day: string): string | undefined {
  if (year.length !== 4) return undefined;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return isReal ? text : undefined;
}
