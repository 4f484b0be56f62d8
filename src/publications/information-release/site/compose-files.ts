import { hashedAddress, issuePage, searchShard } from '../../../site/addresses.ts';
import type {
  FrameTemplate,
  LoadedSiteTemplate,
  SiteContent,
  SiteFile,
  SiteSettings,
} from '../../../site/site-pages.ts';
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
import { createSite, homeAddress, type Site } from './page-frame.ts';
import { type PageTools, readPageTools, wordsFile } from './page-tools.ts';
import {
  composeSectionPages,
  lastDay,
  listSearched,
  listSectionIssues,
  searchYears,
} from './sections.ts';
import { listSiteCountries, type SiteCountry } from './site-countries.ts';
import { newestFirst, type PublishedIssue } from './site-issue.ts';

/** Whether templates/information-release/site has words in a language. */
export async function hasSiteLanguage(folder: TemplateFolder, language: string): Promise<boolean> {
  return (await folder.findText(wordsFile(language))) !== undefined;
}

/** Loads templates/information-release/site. */
export async function loadSiteTemplate(
  folder: TemplateFolder,
  language: string,
): Promise<LoadedSiteTemplate<FrameTemplate<ComposedIssue>>> {
  const { tools, ...read } = await readPageTools(folder, language);
  return { ...read, template: tools && createSiteTemplate(tools) };
}

/** Creates the template of a language from what was read. */
export function createSiteTemplate(tools: PageTools): FrameTemplate<ComposedIssue> {
  return {
    language: tools.language,
    pictures: tools.settings,
    photosOf({ sections }) {
      const photos = sections.flatMap(({ articles }) => articles.flatMap((one) => one.photos));
      return [...new Set(photos.map(({ value }) => value.image))];
    },
    composeAssets: ({ issues }, settings) => composeAssets(issues, tools, settings),
    composePages: (content, settings) => composePages(content, tools, settings),
  };
}

/** Returns style sheet and scripts with their addresses. */
function composeStyleAndScripts({ fonts, colors, pages }: PageTools, { scripts }: SiteSettings) {
  const style = pages.fill('style', { fonts, colors });
  const address = {
    style: hashedAddress(ADDRESSES.style, style),
    searchScript: hashedAddress(ADDRESSES.searchScript, scripts.search),
    languageScript: hashedAddress(ADDRESSES.languageScript, scripts.switchLanguage),
  };
  return {
    address,
    files: [
      { address: address.style, content: style },
      { address: address.searchScript, content: scripts.search },
    ],
    languageScript: { address: address.languageScript, content: scripts.switchLanguage },
  };
}

function* composeAssets(
  issues: readonly PublishedIssue[],
  tools: PageTools,
  settings: SiteSettings,
): Generator<SiteFile> {
  const { files, languageScript } = composeStyleAndScripts(tools, settings);
  yield* files;
  if (settings.languages.length > 1) yield languageScript;
  yield { address: ADDRESSES.emblem, content: tools.emblem };
  for (const { name, bytes } of tools.fonts) {
    yield { address: `assets/fonts/${name}`, content: bytes };
  }
  for (const { country, flag } of listSiteCountries(newestFirst(issues), tools.language)) {
    if (flag !== undefined) yield { address: flagFile(country), content: flag };
  }
}

function* composePages(
  { issues, sections }: SiteContent<ComposedIssue>,
  tools: PageTools,
  settings: SiteSettings,
): Generator<SiteFile> {
  const { base, languages } = settings;
  const language = languages.find(({ code }) => code === tools.language);
  if (!language) throw new Error(`The site has no pages in ${tools.language}`);
  const assets = composeStyleAndScripts(tools, settings).address;
  const site = createSite(newestFirst(issues), {
    sections,
    template: tools,
    base,
    language,
    languages,
    assets,
  });
  const countries = listSiteCountries(site.issues, language.code);
  for (const { address, content } of composeLanguage(site, countries)) {
    yield { address: language.folder + address, content };
  }
}

function* composeLanguage(site: Site, countries: readonly SiteCountry[]): Generator<SiteFile> {
  yield* composeData(site, countries);
  for (const issue of site.issues) {
    yield { address: issuePage(issue.name), content: fillIssuePage(site, issue) };
  }
  yield* composeSectionPages(site);
  for (const country of countries) {
    yield { address: countryPage(country.country), content: fillCountryPage(site, country) };
  }
  if (site.issues.length > 0) {
    yield { address: ADDRESSES.countries, content: fillCountriesPage(site, countries) };
    yield { address: ADDRESSES.charts, content: fillChartsPage(site, countries) };
  }
  yield { address: ADDRESSES.search, content: fillSearchPage(site, countries) };
  yield { address: ADDRESSES.notFound, content: fillNotFoundPage(site) };
  const isFirst = site.language.folder === '';
  if (site.base && isFirst)
    yield { address: ADDRESSES.sitemap, content: fillSitemap(site, countries) };
  yield { address: ADDRESSES.feed, content: fillFeed(site) };
  yield { address: ADDRESSES.home, content: fillHomePage(site) };
}

function* composeData(site: Site, countries: readonly SiteCountry[]): Generator<SiteFile> {
  const { issues } = site;
  const names = new Map(countries.map(({ country, name }) => [country, name]));
  for (const year of searchYears(site)) {
    const ofYear = issues.filter(({ composed }) => composed.year === year);
    const others = listSearched(site, year);
    yield { address: searchShard(year), content: printSearchShard(site, ofYear, names, others) };
  }
  if (issues.length === 0) return;
  const address = homeAddress(site);
  yield { address: ADDRESSES.eventsJson, content: printEventsJson(issues, address, names) };
  yield { address: ADDRESSES.eventsCsv, content: printEventsCsv(issues, address, names) };
}

/** The sitemap of all languages, which have the same pages. */
function fillSitemap(site: Site, countries: readonly SiteCountry[]) {
  const { issues, base, template, languages } = site;
  const last = lastDay(site);
  const { countries: list, charts, search } = ADDRESSES;
  const pages = [
    ...(issues.length > 0 ? ['', list, charts, search] : ['', search]).map((page) => ({
      page,
      day: last,
    })),
    ...issues.map(({ name, composed }) => ({ page: issuePage(name), day: composed.period.to })),
    ...listSectionIssues(site).map(({ issue: { file, day } }) => ({
      page: issuePage(file.name),
      day,
    })),
    ...countries.map(({ country, entries }) => ({
      page: countryPage(country),
      day: entries[0]?.issue.composed.period.to ?? last,
    })),
  ];
  const alternates = (page: string) =>
    languages.map(({ code, folder }) => ({ code, address: base + folder + page }));
  return template.pages.fill('sitemap', {
    hasLanguages: languages.length > 1,
    pages: languages.flatMap(({ folder }) =>
      pages.map(({ page, day }) => ({
        address: base + folder + page,
        day,
        first: base + page,
        alternates: alternates(page),
      })),
    ),
  });
}
