import { domainToASCII, domainToUnicode } from 'node:url';
import { distance } from 'fastest-levenshtein';
import tlds from 'tlds' with { type: 'json' };
import type { Finding } from '../../../source/finding.ts';
import type { Issue } from '../schema.ts';
import { listArticles } from '../schema.ts';
import type { IndexEntry } from './index-entry.ts';

/** The ends of the web's names; source: IANA's list of top-level domains. */
const TOP_LEVEL = new Set(tlds);
/** A part of a name that is longer is not likely to differ from another's by meaning in one letter. */
const LEAST_LETTERS = 5;
/** A part of a name; source: RFC 1123, section 2.1. */
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** Hosts of sources that no name of the web can be, or that look like a slip of one used before. */
export function findHostSlips(issue: Issue, earlier: readonly IndexEntry[]): Finding[] {
  const used = countHosts(earlier.flatMap(({ sources }) => sources.map(({ address }) => address)));
  const here = countHosts(issue.sections.flatMap(({ articles }) => articles.map((a) => a.source)));
  return listArticles(issue).flatMap(({ article, path }): Finding[] => {
    const host = hostOf(article.source);
    if (host === undefined || used.has(host)) return [];
    // In one issue the rarer of two like names is the slip.
    const rivals = [...here].filter(([, count]) => count > (here.get(host) ?? 0));
    const meant = findMeant(host, [...used.keys(), ...rivals.map(([name]) => name)]);
    const invalid = !isHostName(host);
    if (!invalid && meant === undefined) return [];
    const question = meant === undefined ? '' : `: did you mean \`${meant}\`?`;
    const message = invalid
      ? `\`${host}\` is no valid name of a site${question}`
      : `\`${host}\` differs by one letter from a site used before${question}`;
    const from = article.source.toLowerCase().indexOf(host);
    const piece = from < 0 ? undefined : { from, to: from + host.length };
    return [
      {
        code: invalid ? 'host-invalid' : 'host-slip',
        severity: 'warning',
        message,
        path: [...path, 'source'],
        ...(piece && { piece }),
        hints: ['Copy the address from the browser, and open it once.'],
      },
    ];
  });
}

/** The host of an address in small letters, as it is typed; also of one that no browser would take. */
export function hostOf(address: string): string | undefined {
  const [, host] = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(address.trim()) ?? [];
  return host?.toLowerCase();
}

/** Whether the name could be registered: its parts are well-formed and its end exists. */
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

function findMeant(host: string, known: readonly string[]): string | undefined {
  return known.find((other) => isSlipOf(host, other));
}

/** Two names that differ in one letter of one long part. Short parts differ by country: 24.kg, 24.kz. */
function isSlipOf(host: string, other: string): boolean {
  const [labels, others] = [host.split('.'), other.split('.')];
  const different = labels.filter((label, index) => label !== others[index]);
  const index = labels.indexOf(different[0] ?? '');
  const [label = '', meant = ''] = [labels[index], others[index]];
  if (labels.length !== others.length || different.length !== 1) return false;
  return Math.min(label.length, meant.length) >= LEAST_LETTERS && distance(label, meant) === 1;
}
