import { hashedAddress, issuePage, searchShard } from '../../../site/addresses.ts';
import type { LoadedSiteTemplate, SiteFile, SiteTemplate } from '../../../site/site-pages.ts';
import type { TemplateFolder } from '../../../templates/template-folder.ts';
import type { ComposedIssue } from '../composed-issue.ts';
import { ADDRESSES, countryPage, flagFile } from './addresses.ts';
import {
  fillChartsPage,
  fillCountriesPage,
  fillCountryPage,
  fillNotFoundPage,
  fillSearchPage,
} from './country-pages.ts';
import { printEventsCsv, printEventsJson, printSearchShard } from './events.ts';
import { fillFeed } from './feed.ts';
import { fillHomePage, fillIssuePage } from './issue-pages.ts';
import { createSite, type Site } from './page-frame.ts';
import { type PageTools, readPageTools } from './page-tools.ts';
import { listSiteCountries, type SiteCountry } from './site-countries.ts';
import { newestFirst, type PublishedIssue } from './site-issue.ts';

/** Input of the site's files beside the issues. */
export interface SiteParts {
  readonly template: PageTools;
  /** Source text of the search script. */
  readonly script: string;
  /** Web address of the site, ending in a slash, or empty. Without it, there is no sitemap. */
  readonly base: string;
}

/** Loads templates/information-release/site. */
export async function loadSiteTemplate(
  folder: TemplateFolder,
  language: string,
): Promise<LoadedSiteTemplate<ComposedIssue>> {
  const { tools, ...read } = await readPageTools(folder, language);
  return { ...read, template: tools && createSiteTemplate(tools) };
}

function createSiteTemplate(tools: PageTools): SiteTemplate<ComposedIssue> {
  return {
    pictures: tools.settings,
    photosOf({ sections }) {
      const articles = sections.flatMap((section) => section.articles);
      return [...new Set(articles.flatMap(({ photo }) => (photo ? [photo.image] : [])))];
    },
    composeFiles: (issues, site) => composeFiles(issues, { ...site, template: tools }),
  };
}

/**
 * Yields the files of the site, except those in the issues' folders. Each file comes after the files
 * that it needs or links to, so the home page is last.
 */
export function* composeFiles(
  issues: readonly PublishedIssue[],
  { template, script, base }: SiteParts,
): Generator<SiteFile> {
  const { fonts, colors, pages } = template;
  const style = pages.fill('style', { fonts, colors });
  const places = {
    style: hashedAddress(ADDRESSES.style, style),
    script: hashedAddress(ADDRESSES.searchScript, script),
  };
  const site = createSite(newestFirst(issues), { template, base, ...places });
  const countries = listSiteCountries(site.issues);
  yield { address: places.style, content: style };
  yield { address: places.script, content: script };
  yield* composeAssets(site, countries);
  yield* composeData(site);
  yield* composePages(site, countries);
}

function* composeAssets(
  { template: { emblem, fonts } }: Site,
  countries: readonly SiteCountry[],
): Generator<SiteFile> {
  yield { address: ADDRESSES.emblem, content: emblem };
  for (const { name, bytes } of fonts) yield { address: `assets/fonts/${name}`, content: bytes };
  for (const { country, flag } of countries) {
    if (flag !== undefined) yield { address: flagFile(country), content: flag };
  }
}

function* composeData(site: Site): Generator<SiteFile> {
  const { issues, base, issuePhrases } = site;
  for (const year of new Set(issues.map(({ composed }) => composed.year))) {
    const ofYear = issues.filter(({ composed }) => composed.year === year);
    yield {
      address: searchShard(year),
      content: printSearchShard(ofYear, issuePhrases.days, issuePhrases.name),
    };
  }
  yield { address: ADDRESSES.eventsJson, content: printEventsJson(issues, base) };
  yield { address: ADDRESSES.eventsCsv, content: printEventsCsv(issues, base) };
}

function* composePages(site: Site, countries: readonly SiteCountry[]): Generator<SiteFile> {
  for (const issue of site.issues) {
    yield { address: issuePage(issue.name), content: fillIssuePage(site, issue) };
  }
  for (const country of countries) {
    yield { address: countryPage(country.country), content: fillCountryPage(site, country) };
  }
  yield { address: ADDRESSES.countries, content: fillCountriesPage(site, countries) };
  yield { address: ADDRESSES.charts, content: fillChartsPage(site, countries) };
  yield { address: ADDRESSES.search, content: fillSearchPage(site, countries) };
  yield { address: ADDRESSES.notFound, content: fillNotFoundPage(site) };
  if (site.base) yield { address: ADDRESSES.sitemap, content: fillSitemap(site, countries) };
  yield { address: ADDRESSES.feed, content: fillFeed(site) };
  yield { address: ADDRESSES.home, content: fillHomePage(site) };
}

function fillSitemap({ issues, newest, base, template }: Site, countries: readonly SiteCountry[]) {
  const last = newest.composed.period.to;
  const { countries: list, charts, search } = ADDRESSES;
  const pages = [
    ...['', list, charts, search].map((page) => ({ page, day: last })),
    ...issues.map(({ name, composed }) => ({ page: issuePage(name), day: composed.period.to })),
    ...countries.map(({ country, entries }) => ({
      page: countryPage(country),
      day: entries[0]?.issue.composed.period.to ?? last,
    })),
  ];
  return template.pages.fill('sitemap', {
    pages: pages.map(({ page, day }) => ({ address: base + page, day })),
  });
}
