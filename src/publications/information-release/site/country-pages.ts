import { issuePage } from '../../../site/addresses.ts';
import { ADDRESSES, countryPage, flagFile } from './addresses.ts';
import { showChart, showTables } from './figures.ts';
import { framePage, type Site } from './page-frame.ts';
import type { SiteCountry } from './site-countries.ts';
import { articleId } from './site-issue.ts';
/** The list of countries. */
export function fillCountriesPage(site: Site, countries: readonly SiteCountry[]): string {
  const { words, pages } = site.template;
  const { heading, description } = words.countries;
  return pages.fill('countries', {
    ...framePage(site, { address: ADDRESSES.countries, heading, description }),
    countries: countries.map(({ country, name, flag, events }) => ({
      page: countryPage(country),
      name,
      flag: flag === undefined ? undefined : flagFile(country),
      events: site.say.events(events),
    })),
  });
}

/** A country's page: its events in all issues, the newest first, and their number over time. */
export function fillCountryPage(site: Site, country: SiteCountry): string {
  const { words, phrases, pages } = site.template;
  const { name, flag, events, entries } = country;
  const description = phrases.renderText(words.country.description, { name });
  return pages.fill('country', {
    ...framePage(site, { address: countryPage(country.country), heading: name, description }),
    flag: flag === undefined ? undefined : flagFile(country.country),
    events: site.say.events(events),
    chart: showChart(site, [country]),
    tables: showTables(site, [country]),
    issues: entries.map(({ issue, section }) => ({
      name: issue.name,
      label: site.say.name(issue),
      days: site.say.days(issue),
      page: `${issuePage(issue.name)}#${section.id}`,
      articles: section.articles.map(({ title }, index) => ({
        title,
        page: `${issuePage(issue.name)}#${articleId(section.id, index)}`,
      })),
    })),
  });
}

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
  const years = new Set(site.issues.map(({ composed }) => composed.year));
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
