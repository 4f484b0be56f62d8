import { issueFile, issuePage } from '../../../site/addresses.ts';
import { plainText } from '../../../text/rich-text.ts';
import { foreignLanguage, homeAddress, rootAddress, type Site } from './page-frame.ts';
import { lastDay, showSectionEntries } from './sections.ts';
import type { PublishedIssue } from './site-issue.ts';

/**
 * Returns the Atom feed of the newest issues, RFC 4287. Its dates are the days of the issues, so
 * that the same issues give the same feed.
 */
export function fillFeed(site: Site): string {
  const { issues, template, language, publisher } = site;
  const { words, settings, pages } = template;
  const own = issues.map((issue) => showEntry(site, issue));
  const entries = [...own, ...showSectionEntries(site)].sort((a, b) => compareDays(b.day, a.day));
  return pages.fill('feed', {
    language: language.code,
    tag: settings.feed.tag + (language.folder && `/${language.code}`),
    title: words.site.title,
    description: words.site.description,
    updated: timestampOf(lastDay(site)),
    author: plainText(publisher.centre),
    home: homeAddress(site),
    root: rootAddress(site),
    entries: entries
      .slice(0, settings.feed.issues)
      .map(({ day, ...entry }) => ({ ...entry, updated: timestampOf(day) })),
  });
}

function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function showEntry(site: Site, issue: PublishedIssue) {
  const { name, composed, pdf, bytes } = issue;
  const page = issuePage(name);
  return {
    name,
    lang: foreignLanguage(site, issue),
    title: composed.document.title,
    day: composed.period.to,
    page,
    pdf: issueFile(name, pdf),
    bytes,
    summary: plainText(composed.introduction[0] ?? []),
    sections: composed.sections.map(({ shortName, articles }) => ({
      shortName,
      articles: articles.map(({ id, title }) => ({ title, page: `${page}#${id}` })),
    })),
  };
}

/** Returns a day as an RFC 3339 timestamp. */
function timestampOf(day: string): string {
  return `${day}T00:00:00Z`;
}
