import { printSearchIndex, type SearchedArticle } from '../../../site/search-index.ts';
import { textOfBlocks } from '../../../site/show-text.ts';
import { listEvents, type SiteEvent } from './events.ts';
import type { PublishedIssue } from './site-issue.ts';

/** Letters of an article's text that a result shows, at the most. */
const EXCERPT = 200;

/** The search index of some issues, as JSON for the page; `daysOf` says an issue's period in words. */
export function printSearchShard(
  issues: readonly PublishedIssue[],
  daysOf: (issue: PublishedIssue) => string,
  labelOf: (issue: PublishedIssue) => string,
): string {
  const events = listEvents(issues);
  return printSearchIndex(
    events.map((event) => describe(event, daysOf(event.issue), labelOf(event.issue))),
  );
}

function describe(
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
