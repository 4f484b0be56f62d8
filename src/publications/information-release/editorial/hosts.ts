import { domainToASCII, domainToUnicode } from 'node:url';
import { distance } from 'fastest-levenshtein';
import tlds from 'tlds' with { type: 'json' };
import type { Finding } from '../../../source/finding.ts';
import { replacePiece } from '../../../source/value-changes.ts';
import { sourcesOf } from '../article-sources.ts';
import type { Issue } from '../schema.ts';
import { listArticles } from '../schema.ts';
import type { IndexEntry } from './index-entry.ts';

/** Top-level domains; source: IANA. */
const TOP_LEVEL = new Set(tlds);
/** Shorter labels that differ in one letter are often different names: 24.kg and 24.kz. */
const MIN_LABEL_LETTERS = 5;
/** A label of a host name; source: RFC 1123, section 2.1. */
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** Finds hosts of sources that cannot exist, or that look like a typo of a host used before. */
export function findSuspiciousHosts(issue: Issue, earlier: readonly IndexEntry[]): Finding[] {
  const used = countHosts(earlier.flatMap(({ sources }) => sources.map(({ address }) => address)));
  const sources = listArticles(issue).flatMap(({ article, path }) => sourcesOf(article, path));
  const here = countHosts(sources.map(({ address }) => address));
  return sources.flatMap(({ address, path }): Finding[] => {
    const host = hostOf(address);
    if (host === undefined || used.has(host)) return [];
    // Of two similar names in one issue, the rarer one is probably the typo.
    const rivals = [...here].filter(([, count]) => count > (here.get(host) ?? 0));
    const meant = findIntendedHost(host, [...used.keys(), ...rivals.map(([name]) => name)]);
    const invalid = !isHostName(host);
    if (!invalid && meant === undefined) return [];
    const question = meant === undefined ? '' : `: did you mean \`${meant}\`?`;
    const message = invalid
      ? `\`${host}\` is not a valid site name${question}`
      : `\`${host}\` differs by one letter from a site used before${question}`;
    const from = address.toLowerCase().indexOf(host);
    const piece = from < 0 ? undefined : { from, to: from + host.length };
    return [
      {
        code: invalid ? 'host-invalid' : 'host-slip',
        severity: 'warning',
        message,
        path,
        ...(piece && { piece }),
        hints: ['Copy the address from the browser, and check that it opens.'],
        ...(piece &&
          meant !== undefined && {
            edits: [replacePiece(`Write \`${meant}\``, path, piece, meant)],
          }),
      },
    ];
  });
}

/** Returns the host of an address in lower case, also if the address is not a valid URL. */
export function hostOf(address: string): string | undefined {
  const [, host] = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(address.trim()) ?? [];
  return host?.toLowerCase();
}

/** Returns whether a host name could be registered: its labels are valid and its top-level domain exists. */
export function isHostName(host: string): boolean {
  const ascii = domainToASCII(host);
  const labels = ascii.split('.');
  const last = domainToUnicode(labels.at(-1) ?? '');
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && TOP_LEVEL.has(last);
}

function countHosts(addresses: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const address of addresses) {
    const host = hostOf(address);
    if (host !== undefined) counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  return counts;
}

function findIntendedHost(host: string, known: readonly string[]): string | undefined {
  return known.find((other) => isTypoOf(host, other));
}

/** Returns whether two names differ in one letter of one long label. */
function isTypoOf(host: string, other: string): boolean {
  const [labels, others] = [host.split('.'), other.split('.')];
  const different = labels.filter((label, index) => label !== others[index]);
  const index = labels.indexOf(different[0] ?? '');
  const [label = '', meant = ''] = [labels[index], others[index]];
  if (labels.length !== others.length || different.length !== 1) return false;
  return Math.min(label.length, meant.length) >= MIN_LABEL_LETTERS && distance(label, meant) === 1;
}
