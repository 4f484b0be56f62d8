import { countryPage, issuePage } from './addresses.ts';
import { drawChart } from './draw-chart.ts';
import type { Site } from './page-frame.ts';
import type { SiteCountry } from './site-countries.ts';

/** The events of countries over time as a chart, wide and narrow, for the template `chart`. */
export function showChart({ issues, template, say }: Site, countries: readonly SiteCountry[]) {
  const { words, speaker, settings } = template;
  const bars = countries.flatMap(({ name, entries }) =>
    entries.map(({ issue, section }) => ({
      country: name,
      ...issue.view.period,
      events: section.articles.length,
    })),
  );
  const counted = new Set(countries.flatMap(({ entries }) => entries.map(({ issue }) => issue)));
  const shown = issues.filter((issue) => counted.has(issue));
  const [last, first] = [shown[0], shown.at(-1)];
  const period = [first, last].map((issue) => (issue ? say.days(issue) : '')).join(' – ');
  const sentences = [
    speaker.speakPlainly(words.charts.alternative, {
      issues: shown.length,
      period: first === last && last ? say.days(last) : period,
    }),
    ...countries.map(({ name, events, entries }) => {
      const most = Math.max(...entries.map(({ section }) => section.articles.length));
      return speaker.speakPlainly(words.charts.country, { name, events, most });
    }),
  ];
  const content = {
    bars,
    countries: countries.map(({ name }) => name),
    alternative: sentences.join(' '),
    tick: (day: string, byYear: boolean) =>
      speaker.speakPlainly(byYear ? words.charts.tickOfYear : words.charts.tick, { day }),
  };
  const { wide, narrow } = settings.chart;
  return {
    wide: drawChart(content, wide, settings.chart),
    narrow: drawChart(content, narrow, settings.chart),
  };
}

/** The same figures as a table, the newest issue first, for the template `table`. */
export function showTable({ issues, say, template }: Site, countries: readonly SiteCountry[]) {
  const all = countries.length > 1;
  const counts = countries.map(({ entries }) => {
    const byIssue = new Map(entries.map(({ issue, section }) => [issue, section.articles.length]));
    return issues.map((issue) => byIssue.get(issue) ?? 0);
  });
  const sums = issues.map(({ view }) => view.events);
  const columns = all ? [...counts, sums] : counts;
  const rows = issues.map((issue, place) => ({
    page: issuePage(issue.view.name),
    name: say.name(issue),
    days: say.days(issue),
    numbers: columns.map((column) => column[place] ?? 0),
  }));
  const named = countries.map(({ name, country }) => ({ name, page: countryPage(country) }));
  const { events, total } = template.words.charts;
  return {
    columns: all
      ? [...named, { name: total, page: undefined }]
      : [{ name: events, page: undefined }],
    rows: rows.filter(({ numbers }) => numbers.some((number) => number > 0)),
    totals: columns.map((column) => column.reduce((sum, number) => sum + number, 0)),
  };
}
