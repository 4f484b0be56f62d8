// Rules that compare a newsletter with the others of its programme.
import type { Finding } from '../../source/finding.ts';
import { issueName } from './naming.ts';
import { quarterAfter } from './quarter.ts';
import type { Newsletter } from './schema.ts';

/** The facts of a newsletter that others are compared with. They are cached as JSON. */
export interface SeriesEntry {
  readonly programme: string;
  readonly number: number;
  readonly period: string;
}

/** Returns the index entry of a newsletter. */
export function createSeriesEntry({ programme, number, period }: Newsletter): SeriesEntry {
  return { programme, number, period };
}

/** Finds a number or a period that does not continue the earlier newsletters of the programme. */
export function findSeriesBreaks(
  newsletter: Newsletter,
  others: readonly SeriesEntry[],
): Finding[] {
  const { programme, number } = newsletter;
  const series = others.filter((other) => other.programme === programme && other.number !== number);
  return [...checkNumber(newsletter, series), ...checkPeriod(newsletter, series)];
}

/** Compares the number with that of the newsletters of earlier quarters. */
function checkNumber({ number, period }: Newsletter, series: readonly SeriesEntry[]): Finding[] {
  const last = latest(series.filter((other) => other.period < period));
  const isGap = (last?.number ?? 0) < number - 1;
  const isBackward = (last?.number ?? 0) > number;
  // A newsletter with the number between has a period that is out of order; that is reported there.
  const isElsewhere = series.some((other) => other.number === number - 1);
  if (!last || (!isBackward && (!isGap || isElsewhere))) return [];
  return [
    {
      code: 'newsletter-number',
      severity: 'warning',
      message: `the number is ${number}, but ${nameOf(last)} covers an earlier quarter, ${last.period}`,
      path: ['number'],
      dependsOn: [['period'], ['programme']],
      hints: [`Use number ${last.number + 1}, unless an earlier newsletter is kept elsewhere.`],
    },
  ];
}

/** Compares the period with that of the newsletter before. */
function checkPeriod({ number, period }: Newsletter, series: readonly SeriesEntry[]): Finding[] {
  const before = latest(series.filter((other) => other.number < number));
  if (!before) return [];
  const next = quarterAfter(before.period);
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
        message: `the period is ${period}, but ${nameOf(before)} already covers ${before.period}`,
        hints: [`Use ${next}, or correct the period of ${nameOf(before)}.`],
      },
    ];
  }
  if (period === next || before.number !== number - 1) return [];
  return [
    {
      ...common,
      code: 'newsletter-gap',
      message: `no newsletter covers ${next}, the quarter after that of ${nameOf(before)}`,
      hints: [`Use ${next}, unless that quarter had no newsletter.`],
    },
  ];
}

/** Returns the newsletter with the highest number. */
function latest(series: readonly SeriesEntry[]): SeriesEntry | undefined {
  return [...series].sort((a, b) => b.number - a.number)[0];
}

function nameOf({ programme, number }: SeriesEntry): string {
  return issueName(programme, number);
}
