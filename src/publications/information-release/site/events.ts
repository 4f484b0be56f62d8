import { stringify } from 'csv-stringify/sync';
import { issuePage } from '../../../site/addresses.ts';
import { type SearchedArticle, serializeSearchIndex } from '../../../site/search-index.ts';
import { textOfBlocks } from '../../../site/show-text.ts';
import type { ComposedArticle, ComposedSection } from '../composed-issue.ts';
import { articleId, type PublishedIssue } from './site-issue.ts';
/** An event with where it stands. */
export interface SiteEvent {
  readonly issue: PublishedIssue;
  readonly section: ComposedSection;
  readonly article: ComposedArticle;
  /** Its place on its issue's page. */
  readonly id: string;
  /** Its page and place, from the site's home. */
  readonly address: string;
}

/** Every event of the archive in the order of the issues given. */
export function listEvents(issues: readonly PublishedIssue[]): SiteEvent[] {
  return issues.flatMap((issue) =>
    issue.composed.sections.flatMap((section) =>
      section.articles.map((article, index) => {
        const id = articleId(section.id, index);
        const address = `${issuePage(issue.name)}#${id}`;
        return { issue, section, article, id, address };
      }),
    ),
  );
}

/** All events for programs; `base` is the site's address or empty. */
export function printEventsJson(issues: readonly PublishedIssue[], base: string): string {
  const printed = issues.map(({ name, composed }) => ({
    issue: name,
    number: composed.number,
    year: composed.year,
    period: composed.period,
    events: composed.events,
    page: base + issuePage(name),
  }));
  const events = listEvents(issues).map((event) => describe(event, base));
  return `${JSON.stringify({ issues: printed, events }, null, 2)}\n`;
}

/**
 * All events for a spreadsheet, RFC 4180. A mark tells that it is UTF-8, and a text that begins like
 * a formula is kept from being one: https://owasp.org/www-community/attacks/CSV_Injection.
 */
export function printEventsCsv(issues: readonly PublishedIssue[], base: string): string {
  const rows = listEvents(issues).map((event) => describe(event, base));
  return stringify(rows, {
    header: true,
    columns: ['issue', 'from', 'to', 'country', 'countryName', 'title', 'source', 'page'],
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_match: /\n/,
  });
}

function describe(
  { issue: { name, composed }, section, article, address }: SiteEvent,
  base: string,
) {
  return {
    issue: name,
    from: composed.period.from,
    to: composed.period.to,
    country: section.country,
    countryName: section.shortName,
    title: article.title,
    source: article.source,
    page: base + address,
  };
}

/** Letters of an article's text that a result shows, at the most. */
const EXCERPT = 200;

/** The search index of some issues, as JSON for the page; `daysOf` says an issue's period in words. */
export function printSearchShard(
  issues: readonly PublishedIssue[],
  daysOf: (issue: PublishedIssue) => string,
  labelOf: (issue: PublishedIssue) => string,
): string {
  const events = listEvents(issues);
  return serializeSearchIndex(
    events.map((event) => describeFound(event, daysOf(event.issue), labelOf(event.issue))),
  );
}

function describeFound(
  { section, article, address }: SiteEvent,
  days: string,
  issue: string,
): SearchedArticle {
  const { title, lead, body, photo } = article;
  const text = [lead, textOfBlocks(body)].filter(Boolean).join(' ');
  return {
    id: address,
    title: title,
    excerpt: shorten(text),
    group: section.country,
    groupName: section.shortName,
    issue,
    days,
    text: [text, photo?.caption, photo?.credit].filter(Boolean).join(' '),
  };
}

/** The beginning of a text, ended between two words. */
function shorten(text: string): string {
  if (text.length <= EXCERPT) return text;
  const end = text.lastIndexOf(' ', EXCERPT);
  return `${text.slice(0, end > 0 ? end : EXCERPT)} …`;
}
