import { ADDRESSES, countryPage, flagFile, issuePage, searchShard } from './addresses.ts';
import { printEventsCsv, printEventsJson } from './events.ts';
import { fillFeed } from './feed.ts';
import { createSite, type Site } from './page-frame.ts';
import { fillCountriesPage, fillCountryPage } from './pages/country-pages.ts';
import { fillHomePage } from './pages/home-page.ts';
import { fillIssuePage } from './pages/issue-page.ts';
import { fillChartsPage, fillLostPage, fillSearchPage } from './pages/other-pages.ts';
import { printSearchShard } from './search-shard.ts';
import { listCountries, type SiteCountry } from './site-countries.ts';
import { newestFirst, type SiteIssue } from './site-issue.ts';
import type { SiteTemplate } from './site-template.ts';

/** A file of the site by its place from the site's home. */
export interface SiteFile {
  readonly address: string;
  readonly content: string | Uint8Array;
}

/**
 * All files of the site but those that lie beside an issue's page and the script of the search.
 * `base` is the site's address, ending in a slash, or empty: the sitemap, which is nothing without
 * one, is then left out.
 */
export function* composeSite(
  issues: readonly SiteIssue[],
  template: SiteTemplate,
  base: string,
): Generator<SiteFile> {
  const site = createSite(newestFirst(issues), template, base);
  const countries = listCountries(site.issues);
  yield* composePages(site, countries);
  yield* composeData(site);
  yield* composeAssets(site, countries);
  if (base) {
    const content = fillSitemap(site, countries);
    yield { address: ADDRESSES.sitemap, content };
  }
}

function* composePages(site: Site, countries: readonly SiteCountry[]): Generator<SiteFile> {
  yield { address: ADDRESSES.home, content: fillHomePage(site) };
  yield { address: ADDRESSES.countries, content: fillCountriesPage(site, countries) };
  yield { address: ADDRESSES.charts, content: fillChartsPage(site, countries) };
  yield { address: ADDRESSES.search, content: fillSearchPage(site, countries) };
  yield { address: ADDRESSES.lost, content: fillLostPage(site) };
  for (const issue of site.issues) {
    yield { address: issuePage(issue.view.name), content: fillIssuePage(site, issue) };
  }
  for (const country of countries) {
    yield { address: countryPage(country.country), content: fillCountryPage(site, country) };
  }
}

function* composeData(site: Site): Generator<SiteFile> {
  const { issues, base, say } = site;
  yield { address: ADDRESSES.feed, content: fillFeed(site) };
  yield { address: ADDRESSES.eventsJson, content: printEventsJson(issues, base) };
  yield { address: ADDRESSES.eventsCsv, content: printEventsCsv(issues, base) };
  for (const year of new Set(issues.map(({ view }) => view.year))) {
    const ofYear = issues.filter(({ view }) => view.year === year);
    yield { address: searchShard(year), content: printSearchShard(ofYear, say.days, say.name) };
  }
}

function* composeAssets(
  { template }: Site,
  countries: readonly SiteCountry[],
): Generator<SiteFile> {
  const { emblem, fonts, colors, pages } = template;
  yield { address: ADDRESSES.style, content: pages.fill('style', { fonts, colors }) };
  yield { address: ADDRESSES.emblem, content: emblem };
  for (const { name, bytes } of fonts) yield { address: `assets/fonts/${name}`, content: bytes };
  for (const { country, flag } of countries) {
    if (flag !== undefined) yield { address: flagFile(country), content: flag };
  }
}

function fillSitemap({ issues, newest, base, template }: Site, countries: readonly SiteCountry[]) {
  const last = newest.view.period.to;
  const { countries: list, charts, search } = ADDRESSES;
  const pages = [
    ...['', list, charts, search].map((page) => ({ page, day: last })),
    ...issues.map(({ view }) => ({ page: issuePage(view.name), day: view.period.to })),
    ...countries.map(({ country, entries }) => ({
      page: countryPage(country),
      day: entries[0]?.issue.view.period.to ?? last,
    })),
  ];
  return template.pages.fill('sitemap', {
    pages: pages.map(({ page, day }) => ({ address: base + page, day })),
  });
}
