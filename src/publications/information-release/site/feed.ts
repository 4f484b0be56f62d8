import { issueFile, issuePage } from '../../../site/addresses.ts';
import { articleId, type SiteIssue } from '../../../site/site-issue.ts';
import { plainText } from '../../../text/rich-text.ts';
import type { Site } from './page-frame.ts';

/**
 * The Atom feed of the newest issues, RFC 4287. Its dates are the last days of the issues: the same
 * issues give the same feed.
 */
export function fillFeed(site: Site): string {
  const { issues, newest, template, base } = site;
  const { words, settings, pages } = template;
  return pages.fill('feed', {
    language: newest.view.language,
    tag: settings.feed.tag,
    title: words.site.title,
    description: words.site.description,
    updated: momentOf(newest),
    author: plainText(newest.view.publisher.name),
    base,
    entries: issues.slice(0, settings.feed.issues).map(showEntry),
  });
}

function showEntry(issue: SiteIssue) {
  const { view, pdf, bytes } = issue;
  const page = issuePage(view.name);
  return {
    name: view.name,
    title: view.title,
    updated: momentOf(issue),
    page,
    pdf: issueFile(view.name, pdf),
    bytes,
    summary: plainText(view.introduction[0] ?? []),
    sections: view.sections.map(({ id, shortName, articles }) => ({
      shortName,
      articles: articles.map(({ headline }, index) => ({
        headline,
        page: `${page}#${articleId(id, index)}`,
      })),
    })),
  };
}

/** The last day of an issue as a moment, RFC 3339. */
function momentOf({ view }: SiteIssue): string {
  return `${view.period.to}T00:00:00Z`;
}
