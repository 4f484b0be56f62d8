import { format, parseISO, subDays } from 'date-fns';
import type { Finding } from '../../../source/finding.ts';
import { setValue } from '../../../source/value-changes.ts';
import { type Issue, listArticles } from '../schema.ts';

/** Media report some events weeks later; a date that lies further back is usually mistyped. */
const MAX_DAYS_BEFORE = 31;

/** Finds dates of events that lie after the issue's period or long before it. */
export function findDatesOutside(issue: Issue): Finding[] {
  const { from, to } = issue.period;
  // An invalid day is empty here, and is reported itself.
  if (from === '' || to === '' || from > to) return [];
  const earliest = format(subDays(parseISO(from), MAX_DAYS_BEFORE), 'yyyy-MM-dd');
  return listArticles(issue).flatMap(({ article: { date }, path }): Finding[] => {
    if (!date || (date >= earliest && date <= to)) return [];
    const guess = guessDate(date, issue.period);
    const place = [...path, 'date'];
    const reason =
      date > to
        ? `after the issue’s period, which ends on ${to}`
        : `more than ${MAX_DAYS_BEFORE} days before the issue’s period, which begins on ${from}`;
    return [
      {
        code: 'date-outside',
        severity: 'warning',
        message: `${date} is ${reason}${guess ? `: did you mean ${guess}?` : ''}`,
        path: place,
        dependsOn: [
          ['period', 'from'],
          ['period', 'to'],
        ],
        hints: ['Write the day of the event, or remove `date`.'],
        edits: guess === undefined ? [] : [setValue(place, guess)],
      },
    ];
  });
}

/** Returns the same day in a year and month of the period, if only one such day lies in it. */
function guessDate(date: string, { from, to }: Issue['period']): string | undefined {
  const months = [from.slice(0, 8), to.slice(0, 8)];
  const days = [...new Set(months)]
    .map((month) => month + date.slice(8))
    .filter((day) => day >= from && day <= to);
  return days.length === 1 ? days[0] : undefined;
}
