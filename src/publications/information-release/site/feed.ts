import { issueFile, issuePage } from '../../../site/addresses.ts';
import { plainText } from '../../../text/rich-text.ts';
import { foreignLanguage, homeAddress, rootAddress, type Site } from './page-frame.ts';
import { articleId, type PublishedIssue } from './site-issue.ts';

/**
 * Returns the Atom feed of the newest issues, RFC 4287. Its dates are the last days of the issues, so
 * that the same issues give the same feed.
 */
export function fillFeed(site: Site): string {
  const { issues, newest, template, language } = site;
  const { words, settings, pages } = template;
  return pages.fill('feed', {
    language: language.code,
    tag: settings.feed.tag + (language.folder && `/${language.code}`),
    title: words.site.title,
    description: words.site.description,
    updated: timestampOf(newest),
    author: plainText(newest.composed.masthead.centre),
    home: homeAddress(site),
    root: rootAddress(site),
    entries: issues.slice(0, settings.feed.issues).map((issue) => showEntry(site, issue)),
  });
}

function showEntry(site: Site, issue: PublishedIssue) {
  const { name, composed, pdf, bytes } = issue;
  const page = issuePage(name);
  return {
    name,
    lang: foreignLanguage(site, issue),
    title: composed.document.title,
    updated: timestampOf(issue),
    page,
    pdf: issueFile(name, pdf),
    bytes,
    summary: plainText(composed.introduction[0] ?? []),
    sections: composed.sections.map(({ id, shortName, articles }) => ({
      shortName,
      articles: articles.map(({ title }, index) => ({
        title,
        page: `${page}#${articleId(id, index)}`,
      })),
    })),
  };
}

/** Returns the last day of an issue as an RFC 3339 timestamp. */
function timestampOf({ composed }: PublishedIssue): string {
  return `${composed.period.to}T00:00:00Z`;
}
