import { issuePage } from '../../../site/addresses.ts';
import { drawChart } from '../../../site/draw-chart.ts';
import { countryPage } from './addresses.ts';
import type { Site } from './page-frame.ts';
import type { SiteCountry } from './site-countries.ts';
import type { PublishedIssue } from './site-issue.ts';

/** Countries that fit side by side on a phone. More countries are split into several tables. */
const COUNTRIES_PER_TABLE = 7;

/** Returns charts of countries' events over time, wide and narrow, for the template `chart`. */
export function showChart(
  { issues, template, issuePhrases }: Site,
  countries: readonly SiteCountry[],
) {
  const { words, phrases, settings } = template;
  const bars = countries.flatMap(({ name, entries }) =>
    entries.map(({ issue, section }) => ({
      series: name,
      ...issue.composed.period,
      count: section.articles.length,
    })),
  );
  const counted = new Set(countries.flatMap(({ entries }) => entries.map(({ issue }) => issue)));
  const shown = issues.filter((issue) => counted.has(issue));
  const [last, first] = [shown[0], shown.at(-1)];
  const period = [first, last].map((issue) => (issue ? issuePhrases.days(issue) : '')).join(' – ');
  const sentences = [
    phrases.renderText(words.charts.alternative, {
      issues: shown.length,
      period: first === last && last ? issuePhrases.days(last) : period,
    }),
    ...countries.map(({ name, events, entries }) => {
      const most = Math.max(...entries.map(({ section }) => section.articles.length));
      return phrases.renderText(words.charts.country, { name, events, most });
    }),
  ];
  const content = {
    bars,
    series: countries.map(({ name }) => name),
    alternative: sentences.join(' '),
    tick: (day: string, byYear: boolean) =>
      phrases.renderText(byYear ? words.charts.tickOfYear : words.charts.tick, { day }),
  };
  const { wide, narrow } = settings.chart;
  return {
    wide: drawChart(content, wide, settings.chart),
    narrow: drawChart(content, narrow, settings.chart),
  };
}

/**
 * Returns the figures of the chart as tables, newest issue first, for the template `table`. Of several
 * tables, the first also has the sum of all countries.
 */
export function showTables(
  { issues, issuePhrases, template, language }: Site,
  countries: readonly SiteCountry[],
) {
  const { words, phrases } = template;
  const { events, total, caption, captionOfSome } = words.charts;
  const counted = countries.map((country) => ({
    name: country.name,
    lang: country.language === language.code ? undefined : country.language,
    page: countryPage(country.country),
    counts: countEvents(country, issues),
  }));
  const sums = issues.map(({ composed }) => composed.events);
  const all: TableColumn = { name: total, lang: undefined, page: undefined, counts: sums };
  const groups = counted.flatMap((_, place) =>
    place % COUNTRIES_PER_TABLE === 0 ? [counted.slice(place, place + COUNTRIES_PER_TABLE)] : [],
  );
  return groups.map((group, place) => {
    const [first, last] = [group[0]?.name, group.at(-1)?.name];
    const [only] = counted.length === 1 ? counted : [];
    const columns: readonly TableColumn[] = only
      ? [{ ...only, name: events, lang: undefined, page: undefined }]
      : [...(place === 0 ? [all] : []), ...group];
    const rows = issues.map((issue, row) => ({
      page: issuePage(issue.name),
      name: issuePhrases.name(issue),
      days: issuePhrases.days(issue),
      numbers: columns.map(({ counts }) => counts[row] ?? 0),
    }));
    return {
      caption: groups.length === 1 ? caption : phrases.renderText(captionOfSome, { first, last }),
      columns,
      rows: rows.filter(({ numbers }) => numbers.some((number) => number > 0)),
      totals: columns.map(({ counts }) => counts.reduce((sum, number) => sum + number, 0)),
    };
  });
}

interface TableColumn {
  readonly name: string;
  /** Language of the name, if it is not that of the page. */
  readonly lang: string | undefined;
  readonly page: string | undefined;
  /** Numbers of events, one for each issue. */
  readonly counts: readonly number[];
}

/** Returns the number of a country's events in each issue. */
function countEvents({ entries }: SiteCountry, issues: readonly PublishedIssue[]): number[] {
  const byIssue = new Map(entries.map(({ issue, section }) => [issue, section.articles.length]));
  return issues.map((issue) => byIssue.get(issue) ?? 0);
}
