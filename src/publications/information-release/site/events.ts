import { stringify } from 'csv-stringify/sync';
import { issuePage } from '../../../site/addresses.ts';
import { type SearchedArticle, serializeSearchIndex } from '../../../site/search-index.ts';
import { shortenText, textOfBlocks } from '../../../site/show-text.ts';
import type { ComposedArticle, ComposedSection } from '../composed-issue.ts';
import { foreignLanguage, type Site } from './page-frame.ts';
import type { PublishedIssue } from './site-issue.ts';

/** An event with its place on the site. */
export interface SiteEvent {
  readonly issue: PublishedIssue;
  readonly section: ComposedSection;
  readonly article: ComposedArticle;
  /** Address with fragment, relative to the home page. */
  readonly address: string;
}

/** Returns the events of all issues, in the order of the issues. */
export function listEvents(issues: readonly PublishedIssue[]): SiteEvent[] {
  return issues.flatMap((issue) =>
    issue.composed.sections.flatMap((section) =>
      section.articles.map((article) => {
        const address = `${issuePage(issue.name)}#${article.id}`;
        return { issue, section, article, address };
      }),
    ),
  );
}

/** Names of countries by their codes. */
type CountryNames = ReadonlyMap<string, string>;

/** Returns the name of a section's country in the language of the site, or its heading. */
function nameOfSection({ country = '', shortName }: ComposedSection, names: CountryNames): string {
  return names.get(country) ?? shortName;
}

/**
 * Returns all events as JSON.
 * @param base web address of the folder of the home page, or empty
 */
export function printEventsJson(
  issues: readonly PublishedIssue[],
  base: string,
  names: CountryNames,
): string {
  const printed = issues.map(({ name, composed }) => ({
    issue: name,
    number: composed.number,
    year: composed.year,
    period: composed.period,
    events: composed.events,
    page: base + issuePage(name),
  }));
  const events = listEvents(issues).map((event) => toEventRecord(event, base, names));
  return `${JSON.stringify({ issues: printed, events }, null, 2)}\n`;
}

/**
 * Returns all events as CSV, RFC 4180. A byte order mark lets spreadsheets detect UTF-8. Formulas are
 * escaped: https://owasp.org/www-community/attacks/CSV_Injection.
 * @param base web address of the folder of the home page, or empty
 */
export function printEventsCsv(
  issues: readonly PublishedIssue[],
  base: string,
  names: CountryNames,
): string {
  const rows = listEvents(issues).map((event) => ({
    ...toEventRecord(event, base, names),
    // Addresses and codes have no spaces.
    source: event.article.sources.map(({ address }) => address).join(' '),
    also: event.article.also.map(({ country }) => country).join(' '),
  }));
  return stringify(rows, {
    header: true,
    columns: [
      'issue',
      'from',
      'to',
      'country',
      'countryName',
      'title',
      'source',
      'page',
      'date',
      'place',
      'also',
    ],
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_match: /\n/,
  });
}

function toEventRecord(
  { issue: { name, composed }, section, article, address }: SiteEvent,
  base: string,
  names: CountryNames,
) {
  return {
    issue: name,
    from: composed.period.from,
    to: composed.period.to,
    // Empty for a section with a heading, which stands in place of the country's name.
    country: section.country ?? '',
    countryName: nameOfSection(section, names),
    title: article.title,
    source: article.sources[0]?.address ?? '',
    sources: article.sources.map(({ address, name }) => ({ address, name })),
    page: base + address,
    date: article.date,
    place: article.place,
    also: article.also.map(({ country }) => country),
  };
}

/**
 * Returns the search index of some issues of a site, as JSON.
 * @param others articles of other publications
 */
export function printSearchShard(
  site: Site,
  issues: readonly PublishedIssue[],
  names: CountryNames,
  others: readonly SearchedArticle[] = [],
): string {
  const articles = listEvents(issues).map((event) => describeForSearch(site, event, names));
  return serializeSearchIndex([...articles, ...others], site.template.stem);
}

function describeForSearch(
  site: Site,
  { issue, section, article, address }: SiteEvent,
  names: CountryNames,
): SearchedArticle {
  const { title, place, lead, body, photos } = article;
  const captions = photos.flatMap(({ value }) => [value.caption, value.credit]);
  const text = [lead, textOfBlocks(body)].filter(Boolean).join(' ');
  return {
    id: address,
    language: foreignLanguage(site, issue),
    title,
    excerpt: shortenText(text),
    group: section.country ?? '',
    groupName: nameOfSection(section, names),
    issue: site.issuePhrases.name(issue),
    days: site.issuePhrases.days(issue),
    text: [text, place, ...captions].filter(Boolean).join(' '),
  };
}
