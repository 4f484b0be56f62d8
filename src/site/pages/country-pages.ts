import { ADDRESSES, countryPage, flagFile, issuePage } from '../addresses.ts';
import { showChart, showTables } from '../figures.ts';
import { framePage, type Site } from '../page-frame.ts';
import type { SiteCountry } from '../site-countries.ts';
import { articleId } from '../site-issue.ts';

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
  const { words, speaker, pages } = site.template;
  const { name, flag, events, entries } = country;
  const description = speaker.speakPlainly(words.country.description, { name });
  return pages.fill('country', {
    ...framePage(site, { address: countryPage(country.country), heading: name, description }),
    flag: flag === undefined ? undefined : flagFile(country.country),
    events: site.say.events(events),
    chart: showChart(site, [country]),
    tables: showTables(site, [country]),
    issues: entries.map(({ issue, section }) => ({
      name: issue.view.name,
      label: site.say.name(issue),
      days: site.say.days(issue),
      page: `${issuePage(issue.view.name)}#${section.id}`,
      articles: section.articles.map(({ headline }, index) => ({
        headline,
        page: `${issuePage(issue.view.name)}#${articleId(section.id, index)}`,
      })),
    })),
  });
}
