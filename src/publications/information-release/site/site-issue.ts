import type { SiteIssue } from '../../../site/site-pages.ts';
import type { ComposedIssue } from '../composed-issue.ts';

/** An issue of the Information Release on the site. */
export type PublishedIssue = SiteIssue<ComposedIssue>;

/** Returns the issues sorted from the newest to the oldest. */
export function newestFirst(issues: readonly PublishedIssue[]): PublishedIssue[] {
  return [...issues].sort(
    ({ composed: a }, { composed: b }) => b.year - a.year || b.number - a.number,
  );
}
