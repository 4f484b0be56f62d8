import type { Finding } from '../../../source/finding.ts';
import { dayAfter } from '../fortnight.ts';
import { type Issue, yearOf } from '../schema.ts';
import type { IssueRecord } from './issue-record.ts';

/** How an issue's number and period follow those of the one before. */
export function findSeriesBreaks(issue: Issue, before: IssueRecord | undefined): Finding[] {
  if (!before) return [];
  return [...checkNumber(issue, before), ...checkPeriod(issue, before)];
}

function checkNumber(issue: Issue, before: IssueRecord): Finding[] {
  const year = yearOf(issue);
  const expected = year === before.year ? before.number + 1 : 1;
  if (issue.number === expected) return [];
  const reason =
    year === before.year
      ? `the issue before is ${before.name}`
      : `no issue of ${year} comes before it`;
  return [
    {
      code: 'number-jump',
      severity: 'warning',
      message: `the number is ${issue.number}, but ${reason}`,
      path: ['number'],
      restsOn: [['period', 'to']],
      hints: [`The next number would be ${expected}.`],
    },
  ];
}

function checkPeriod({ period }: Issue, before: IssueRecord): Finding[] {
  const next = dayAfter(before.period.to);
  if (period.from === next) return [];
  const severity = 'warning';
  const path = ['period', 'from'];
  // The issue before is found by them.
  const restsOn = [['number'], ['period', 'to']];
  if (period.from < next) {
    const message = `the period overlaps that of issue ${before.name}, which ends on ${before.period.to}`;
    const hints = [`Begin on ${next}.`];
    return [{ code: 'period-overlap', severity, message, path, restsOn, hints }];
  }
  const message = `between issue ${before.name}, which ends on ${before.period.to}, and this one days are left out`;
  const hints = [`Begin on ${next}, unless an issue between the two is kept elsewhere.`];
  return [{ code: 'period-gap', severity, message, path, restsOn, hints }];
}
