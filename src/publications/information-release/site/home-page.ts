import { ADDRESSES, issueFile, issuePage } from '../../../site/addresses.ts';
import type { SiteIssue } from '../../../site/site-issue.ts';
import { framePage, type Site } from './page-frame.ts';

/** Covers that a browser loads at once; the others when they come into sight. */
const FIRST_COVERS = 8;

/** The first page: the issues by year, the newest first. */
export function fillHomePage(site: Site): string {
  const { issues, newest, template } = site;
  const { words, phrases, pages } = template;
  const years = [...new Set(issues.map(({ view }) => view.year))];
  const events = issues.reduce((sum, { view }) => sum + view.events, 0);
  const { cover, view } = newest;
  return pages.fill('home', {
    ...framePage(site, {
      address: ADDRESSES.home,
      heading: words.home.heading,
      description: words.site.description,
      picture: { file: issueFile(view.name, cover.file), alt: coverAlt(site, newest) },
    }),
    count: phrases.renderText(words.home.count, { issues: issues.length, events }),
    years: years.map((year) => ({
      year,
      issues: issues.flatMap((issue, place) =>
        issue.view.year === year ? [{ ...card(site, issue), later: place >= FIRST_COVERS }] : [],
      ),
    })),
  });
}

/** An issue's cover in words. */
export function coverAlt({ template: { words, phrases } }: Site, { view }: SiteIssue): string {
  return phrases.renderText(words.home.cover, { label: view.label, year: view.year });
}

function card({ say }: Site, issue: SiteIssue) {
  const { name } = issue.view;
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
