import { stringify } from 'csv-stringify/sync';
import { issuePage } from '../../../site/addresses.ts';
import { articleId, type SiteIssue } from '../../../site/site-issue.ts';
import type { ArticleView, SectionView } from '../../issue-view.ts';

/** An event with where it stands. */
export interface SiteEvent {
  readonly issue: SiteIssue;
  readonly section: SectionView;
  readonly article: ArticleView;
  /** Its place on its issue's page. */
  readonly id: string;
  /** Its page and place, from the site's home. */
  readonly address: string;
}

/** Every event of the archive in the order of the issues given. */
export function listEvents(issues: readonly SiteIssue[]): SiteEvent[] {
  return issues.flatMap((issue) =>
    issue.view.sections.flatMap((section) =>
      section.articles.map((article, index) => {
        const id = articleId(section.id, index);
        const address = `${issuePage(issue.view.name)}#${id}`;
        return { issue, section, article, id, address };
      }),
    ),
  );
}

/** All events for programs; `base` is the site's address or empty. */
export function printEventsJson(issues: readonly SiteIssue[], base: string): string {
  const printed = issues.map(({ view }) => ({
    issue: view.name,
    number: view.number,
    year: view.year,
    period: view.period,
    events: view.events,
    page: base + issuePage(view.name),
  }));
  const events = listEvents(issues).map((event) => describe(event, base));
  return `${JSON.stringify({ issues: printed, events }, null, 2)}\n`;
}

/**
 * All events for a spreadsheet, RFC 4180. A mark tells that it is UTF-8, and a text that begins like
 * a formula is kept from being one: https://owasp.org/www-community/attacks/CSV_Injection.
 */
export function printEventsCsv(issues: readonly SiteIssue[], base: string): string {
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

function describe({ issue: { view }, section, article, address }: SiteEvent, base: string) {
  return {
    issue: view.name,
    from: view.period.from,
    to: view.period.to,
    country: section.country,
    countryName: section.shortName,
    title: article.headline,
    source: article.source,
    page: base + address,
  };
}
