import { issuePage, joinPaths, pathToRoot } from '../../../site/addresses.ts';
import { ADDRESSES, countryPage, flagFile } from './addresses.ts';
import { showChart, showTables } from './figures.ts';
import { foreignLanguage, framePage, type Site, switchScripts } from './page-frame.ts';
import { searchYears } from './sections.ts';
import type { SiteCountry } from './site-countries.ts';

/** Returns the page with the list of countries. */
export function fillCountriesPage(site: Site, countries: readonly SiteCountry[]): string {
  const { words, pages } = site.template;
  const { heading, description } = words.countries;
  return pages.fill('countries', {
    ...framePage(site, { address: ADDRESSES.countries, heading, description }),
    countries: countries.map(({ country, name, language, flag, events }) => ({
      page: countryPage(country),
      name,
      lang: language === site.language.code ? undefined : language,
      flag: flag === undefined ? undefined : flagFile(country),
      events: site.issuePhrases.events(events),
    })),
  });
}

/** Returns a country's page: its events in all issues, newest first, and their number over time. */
export function fillCountryPage(site: Site, country: SiteCountry): string {
  const { words, phrases, pages } = site.template;
  const { name, language, flag, events } = country;
  const description = phrases.renderText(words.country.description, { name });
  return pages.fill('country', {
    ...framePage(site, {
      address: countryPage(country.country),
      heading: name,
      headingLanguage: language === site.language.code ? undefined : language,
      description,
      scripts: switchScripts(site),
    }),
    flag: flag === undefined ? undefined : flagFile(country.country),
    events: site.issuePhrases.events(events),
    ...(events > 0 && {
      chart: showChart(site, [country]),
      tables: showTables(site, [country]),
    }),
    issues: listCountryIssues(site, country),
  });
}

/** Returns the issues that a country has articles in: those of its section, then those of others. */
function listCountryIssues(site: Site, { entries, references }: SiteCountry) {
  return site.issues.flatMap((issue) => {
    const sections = entries.filter((entry) => entry.issue === issue).map(({ section }) => section);
    const elsewhere = references.filter((reference) => reference.issue === issue);
    if (sections.length + elsewhere.length === 0) return [];
    const page = issuePage(issue.name);
    const [own] = sections;
    return [
      {
        name: issue.name,
        label: site.issuePhrases.name(issue),
        days: site.issuePhrases.days(issue),
        page: own ? `${page}#${own.id}` : page,
        lang: foreignLanguage(site, issue),
        articles: [
          ...sections.flatMap(({ articles }) =>
            articles.map(({ id, title }) => ({ title, page: `${page}#${id}`, section: undefined })),
          ),
          ...elsewhere.map(({ section, article: { id, title } }) => ({
            title,
            page: `${page}#${id}`,
            section: section.shortName,
          })),
        ],
      },
    ];
  });
}

/** Returns the page with the number of events of all countries over time, as charts, tables and data. */
export function fillChartsPage(site: Site, countries: readonly SiteCountry[]): string {
  const { words, pages } = site.template;
  const { heading, description } = words.charts;
  return pages.fill('charts', {
    ...framePage(site, { address: ADDRESSES.charts, heading, description }),
    chart: showChart(site, countries.filter(hasEvents)),
    tables: showTables(site, countries.filter(hasEvents)),
  });
}

/** Whether a country has a section of its own; its events are counted and searched there. */
function hasEvents({ events }: SiteCountry): boolean {
  return events > 0;
}

/** Returns the search page, the only page that needs a script. */
export function fillSearchPage(site: Site, countries: readonly SiteCountry[]): string {
  const { words, pages } = site.template;
  const { heading, description } = words.search;
  const { searchScript } = site.assets;
  return pages.fill('search', {
    ...framePage(site, {
      address: ADDRESSES.search,
      heading,
      description,
      scripts: [searchScript],
    }),
    years: searchYears(site).join(' '),
    found: showPluralForms(site, words.search.found),
    countries: countries.filter(hasEvents).map(({ country, name, language }) => ({
      code: country,
      name,
      lang: language === site.language.code ? undefined : language,
    })),
  });
}

/** The numbers among which each plural form of every language has one. */
const SAMPLE_NUMBERS = [...Array(200).keys(), 1_000_000, 0.5, 1.5];

/** Renders a phrase with a count in each plural form of the language, for a script to choose from. */
function showPluralForms({ template: { phrases, language } }: Site, phrase: string) {
  const rules = new Intl.PluralRules(language);
  return rules.resolvedOptions().pluralCategories.flatMap((form) => {
    const count = SAMPLE_NUMBERS.find((number) => rules.select(number) === form);
    return count === undefined ? [] : [{ form, text: phrases.renderText(phrase, { count }) }];
  });
}

/** Returns the page that a host serves for unknown addresses. */
export function fillNotFoundPage(site: Site): string {
  const { words, pages } = site.template;
  const { heading, text } = words.lost;
  const { folder } = site.language;
  const path = site.base && new URL(site.base).pathname;
  const root = path || joinPaths('./', pathToRoot(folder));
  const home = path ? path + folder : './';
  const facts = { address: ADDRESSES.notFound, heading, description: text, paths: { home, root } };
  return pages.fill('not-found', framePage(site, facts));
}
