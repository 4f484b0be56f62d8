import type { Finding } from '../../../source/finding.ts';
import { findAddressFaults } from '../../shared/editorial/links/address-rules.ts';
import { sourcesOf } from '../article-sources.ts';
import { type Issue, listArticles } from '../schema.ts';
import { findSuspiciousHosts } from './hosts.ts';
import type { IndexEntry } from './index-entry.ts';
import { findExampleSites } from './leftover-examples.ts';
import { findForeignSources, type Sites } from './source-countries.ts';
import { findUnencrypted, findWrongPages } from './source-pages.ts';

/** Codes of parts of an address that can be wrong beside its site and its page. */
const OF_PARTS: ReadonlySet<string> = new Set(['address-tracking', 'address-end']);

/**
 * Applies the rules about the addresses of sources. A wrong site or page is reported once: the rules come
 * in the order of what explains most.
 */
export function reviewSources(
  issue: Issue,
  earlier: readonly IndexEntry[],
  sites: Sites,
): Finding[] {
  const sources = listArticles(issue).flatMap(({ article, path }) => sourcesOf(article, path));
  const known = earlier.flatMap((entry) => entry.sources.map(({ address }) => address));
  const addressFaults = findAddressFaults(sources.map((source) => ({ ...source, at: 0 })));
  const rules = [
    findExampleSites(issue),
    findSuspiciousHosts(issue, earlier),
    addressFaults.filter(({ code }) => !OF_PARTS.has(code)),
    findWrongPages(sources, known),
    findForeignSources(issue, sites, known),
  ];
  const reported = new Set<string>();
  const once = rules.flatMap((findings) => {
    const found = findings.filter(({ path }) => !reported.has(path.join('/')));
    for (const { path } of found) reported.add(path.join('/'));
    return found;
  });
  return [
    ...addressFaults.filter(({ code }) => OF_PARTS.has(code)),
    ...once,
    ...findUnencrypted(sources, known),
  ];
}
