import { ADDRESSES } from '../addresses.ts';
import { showChart, showTables } from '../figures.ts';
import { framePage, type Site } from '../page-frame.ts';
import type { SiteCountry } from '../site-countries.ts';

/** The figures of all countries over time, as charts, as a table and as data. */
export function fillChartsPage(site: Site, countries: readonly SiteCountry[]): string {
  const { words, pages } = site.template;
  const { heading, description } = words.charts;
  return pages.fill('charts', {
    ...framePage(site, { address: ADDRESSES.charts, heading, description }),
    chart: showChart(site, countries),
    tables: showTables(site, countries),
  });
}

/** The search: the one page that needs a script. */
export function fillSearchPage(site: Site, countries: readonly SiteCountry[]): string {
  const { words, pages } = site.template;
  const { heading, description } = words.search;
  const { script } = site;
  const years = new Set(site.issues.map(({ view }) => view.year));
  return pages.fill('search', {
    ...framePage(site, { address: ADDRESSES.search, heading, description, script }),
    years: [...years].join(' '),
    countries: countries.map(({ country, name }) => ({ code: country, name })),
  });
}

/** What a host shows in place of a page that is not there, whatever its address was. */
export function fillLostPage(site: Site): string {
  const { words, pages } = site.template;
  const { heading, text } = words.lost;
  const home = site.base ? new URL(site.base).pathname : './';
  const facts = { address: ADDRESSES.lost, heading, description: text, home };
  return pages.fill('lost', framePage(site, facts));
}
