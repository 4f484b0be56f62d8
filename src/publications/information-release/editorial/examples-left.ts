import type { Finding } from '../../../source/finding.ts';
import { listArticles } from '../list-articles.ts';
import type { Issue } from '../schema.ts';
import { hostOf } from './hosts.ts';
import { sourceKey } from './issue-record.ts';

/** The source that the articles of a new issue begin with. */
export const EXAMPLE_SOURCE = 'https://example.org/copy-the-address-from-the-browser';

/** Sites that are kept for examples, and all below them; source: RFC 2606, section 3. */
const EXAMPLE_SITES = ['example.com', 'example.net', 'example.org'];

/**
 * Articles of a new issue that nobody has replaced. They are told of when an issue is built, too: by
 * then an example is on its way to the readers.
 */
export function findExamplesLeft(issue: Issue): Finding[] {
  return listArticles(issue)
    .filter(({ article }) => isExample(article.source))
    .map(({ path }) => ({
      code: 'example-left-in',
      severity: 'warning',
      message: 'this article is the example of a new issue',
      path: [...path, 'source'],
      hints: ['Replace it by an article, or remove it.'],
    }));
}

/** Other sources on a site that is kept for examples. */
export function findExampleSites(issue: Issue): Finding[] {
  return listArticles(issue).flatMap(({ article: { source }, path }): Finding[] => {
    const host = hostOf(source);
    if (host === undefined || isExample(source) || !isExampleSite(host)) return [];
    const from = source.toLowerCase().indexOf(host);
    return [
      {
        code: 'example-left-in',
        severity: 'warning',
        message: `\`${host}\` is kept for examples; no news is published there`,
        path: [...path, 'source'],
        piece: { from, to: from + host.length },
        hints: ['Copy the address of the article from the browser.'],
      },
    ];
  });
}

function isExample(source: string): boolean {
  return sourceKey(source) === EXAMPLE_SOURCE;
}

function isExampleSite(host: string): boolean {
  return EXAMPLE_SITES.some((site) => host === site || host.endsWith(`.${site}`));
}
