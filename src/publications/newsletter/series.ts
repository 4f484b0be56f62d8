// Rules that compare a newsletter with the others of its programme.
import { basename, dirname } from 'node:path';
import type { Finding } from '../../source/finding.ts';
import type { SourceDocument } from '../../source/read-yaml.ts';
import { quarterAfter } from './quarter.ts';
import type { Newsletter } from './schema.ts';

/** The facts of a newsletter that others are compared with. They are cached as JSON. */
export interface SeriesEntry {
  /** Name of its folder. */
  readonly name: string;
  readonly programme: string;
  readonly number: number;
  readonly period: string;
}

/** Returns the index entry of a newsletter. */
export function createSeriesEntry(
  { programme, number, period }: Newsletter,
  { file }: Pick<SourceDocument, 'file'>,
): SeriesEntry {
  return { name: basename(dirname(file)), programme, number, period };
}

/** Finds a number or a period that does not continue the earlier newsletters of the programme. */
export function findSeriesBreaks(
  newsletter: Newsletter,
  others: readonly SeriesEntry[],
): Finding[] {
  const series = others.filter(({ programme }) => programme === newsletter.programme);
  return [...checkNumber(newsletter, series), ...checkPeriod(newsletter, series)];
}

function checkNumber({ number, period }: Newsletter, series: readonly SeriesEntry[]): Finding[] {
  const earlier = series.filter((other) => other.period < period);
  const report = (message: string, hint: string): Finding[] => [
    {
      code: 'newsletter-number',
      severity: 'warning',
      message,
      path: ['number'],
      dependsOn: [['period'], ['programme']],
      hints: [hint],
    },
  ];
  const same = series.find((other) => other.number === number);
  if (same) return report(`${same.name} also has the number ${number}`, 'Correct one of the two.');
  const last = highest(earlier, (entry) => entry.number);
  if (!last || last.number === number - 1) return [];
  const between = series.some((other) => other.number === number - 1);
  // The newsletter before has a wrong period, which is reported there or at this one's period.
  if (last.number < number && between) return [];
  return report(
    `the number is ${number}, but the newsletter before, ${last.name}, has the number ${last.number}`,
    `Use number ${last.number + 1}, unless an earlier newsletter is kept elsewhere.`,
  );
}

function checkPeriod({ number, period }: Newsletter, series: readonly SeriesEntry[]): Finding[] {
  const before = highest(
    series.filter((other) => other.number < number),
    (entry) => entry.number,
  );
  if (!before) return [];
  const next = quarterAfter(before.period);
  if (period === next) return [];
  const common = {
    severity: 'warning',
    path: ['period'],
    dependsOn: [['number'], ['programme']],
  } as const;
  if (period < next) {
    return [
      {
        ...common,
        code: 'newsletter-period',
        message: `the period is ${period}, but ${before.name} already covers ${before.period}`,
        hints: [`Use ${next}, or correct the period of ${before.name}.`],
      },
    ];
  }
  if (before.number !== number - 1) return [];
  return [
    {
      ...common,
      code: 'newsletter-gap',
      message: `no newsletter covers ${next}, the quarter after ${before.name}`,
      hints: [`Use ${next}, unless that quarter had no newsletter.`],
    },
  ];
}

function highest<Entry>(
  entries: readonly Entry[],
  rank: (entry: Entry) => number,
): Entry | undefined {
  return entries.reduce<Entry | undefined>(
    (best, entry) => (best && rank(best) >= rank(entry) ? best : entry),
    undefined,
  );
}
