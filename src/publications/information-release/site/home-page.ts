import { issueFile, issuePage } from '../../../site/addresses.ts';
import { ADDRESSES } from './addresses.ts';
import { framePage, type Site } from './page-frame.ts';
import type { PublishedIssue } from './site-issue.ts';

/** Covers that a browser loads at once; the others when they come into sight. */
const FIRST_COVERS = 8;

/** The first page: the issues by year, the newest first. */
export function fillHomePage(site: Site): string {
  const { issues, newest, template } = site;
  const { words, phrases, pages } = template;
  const years = [...new Set(issues.map(({ composed }) => composed.year))];
  const events = issues.reduce((sum, { composed }) => sum + composed.events, 0);
  const { name, cover } = newest;
  return pages.fill('home', {
    ...framePage(site, {
      address: ADDRESSES.home,
      heading: words.home.heading,
      description: words.site.description,
      picture: { file: issueFile(name, cover.file), alt: coverAlt(site, newest) },
    }),
    count: phrases.renderText(words.home.count, { issues: issues.length, events }),
    years: years.map((year) => ({
      year,
      issues: issues.flatMap((issue, place) =>
        issue.composed.year === year
          ? [{ ...card(site, issue), later: place >= FIRST_COVERS }]
          : [],
      ),
    })),
  });
}

/** An issue's cover in words. */
export function coverAlt(
  { template: { words, phrases } }: Site,
  { composed }: PublishedIssue,
): string {
  return phrases.renderText(words.home.cover, {
    label: composed.cover.number,
    year: composed.year,
  });
}

function card({ say }: Site, issue: PublishedIssue) {
  const { name } = issue;
  return {
    page: issuePage(name),
    name: say.name(issue),
    days: say.days(issue),
    events: say.eventsOf(issue),
    countries: say.countries(issue),
    pdf: issueFile(name, issue.pdf),
    pdfWords: say.pdf(issue),
    cover: { ...issue.cover, file: issueFile(name, issue.cover.file) },
  };
}
