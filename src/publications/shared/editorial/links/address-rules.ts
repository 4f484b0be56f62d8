// Rules about any web address: a source, a link in a text.
import { type CodeNotes, warning } from '../../../../diagnostics/problem-code.ts';
import { unifyAlphabet } from '../../../../diagnostics/suggestions.ts';
import type { Finding } from '../../../../source/finding.ts';
import type { ValuePath } from '../../../../source/positions.ts';
import { replacePiece } from '../../../../source/value-changes.ts';
import { findTracking } from '../../../../text/address-key.ts';

/** Problem codes of web addresses. */
export const ADDRESS_RULE_CODES = {
  'address-tracking': warning(
    'It tells a site from where its readers come, and makes the address long.',
    {
      fix: 'automatic',
      bad: { source: 'https://polisia.kz/ru/slet?utm_source=telegram' },
      good: { source: 'https://polisia.kz/ru/slet' },
    },
  ),
  'address-end': warning('A mark that was copied with the address leads to no page.', {
    fix: 'automatic',
    bad: { source: 'https://polisia.kz/ru/slet.' },
    good: { source: 'https://polisia.kz/ru/slet' },
  }),
  'address-short': warning('A shortened address hides the site, and may stop working.', {
    bad: { source: 'https://bit.ly/4fQm2Xz' },
    good: { source: 'https://polisia.kz/ru/slet' },
  }),
  'address-copy': warning(
    'The address leads to a copy, a translation or a redirection of another site.',
    {
      bad: { source: 'https://polisia-kz.translate.goog/ru/slet' },
      good: { source: 'https://polisia.kz/ru/slet' },
    },
  ),
  'address-private': warning('Only the author can open the address.', {
    bad: { source: 'https://docs.google.com/document/d/1aB3/edit' },
    good: { source: 'https://polisia.kz/ru/slet' },
  }),
} satisfies CodeNotes;

/** An address in a text. */
export interface PlacedAddress {
  readonly address: string;
  readonly path: ValuePath;
  /** Offset of the address in the text, in UTF-16 units. */
  readonly at: number;
}

/** Services that shorten addresses. */
const SHORTENERS = siteSet(
  'bit.ly j.mp t.co goo.gl tinyurl.com tiny.cc clck.ru is.gd v.gd ow.ly cutt.ly vk.cc lnkd.in fb.me t.ly rb.gy ' +
    'shorturl.at u.to qps.ru wp.me buff.ly dlvr.it ift.tt trib.al surl.li s.id bl.ink lnk.to clc.to gg.gg rebrand.ly ' +
    'shorturl.gg short.gy goo.su clc.am',
);
/** Sites that show, translate or forward to other sites. */
const COPIES =
  /(?:^|\.)(?:translate\.goog|googleusercontent\.com|cdn\.ampproject\.org|turbopages\.org|12ft\.io|archive\.(?:is|ph|today))$|^(?:translate\.google\.\w+|translate\.yandex\.\w+|lm?\.facebook\.com|away\.vk\.com|l\.instagram\.com|slov\.?ari\.yandex\.ru)$/i;
const COPY_PATHS =
  /^https?:\/\/(?:www\.)?(?:google\.\w+(?:\.\w+)?\/(?:url|amp)|yandex\.\w+\/(?:turbo|clck))(?:[/?]|$)/i;
/** Documents, mail and files of an author. */
const PRIVATE =
  /^(?:(?:docs|drive|mail|photos|sites)\.google\.com|(?:mail|disk|docs)\.yandex\.\w+|e\.mail\.ru|cloud\.mail\.ru|(?:www\.)?dropbox\.com|1drv\.ms|onedrive\.live\.com|outlook\.\w+\.com|web\.(?:telegram\.org|whatsapp\.com)|[\w-]+\.sharepoint\.com|[\w-]+\.(?:local|localhost|lan|internal|test|invalid))$/i;

function siteSet(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}

/** Returns the host of an address in lower case, without www. */
export function siteOf(address: string): string | undefined {
  const [, host] = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(address.trim()) ?? [];
  return host?.toLowerCase().replace(/^www\./, '');
}

/** Finds addresses that track the reader, hide their site or cannot be opened. */
export function findAddressFaults(addresses: readonly PlacedAddress[]): Finding[] {
  return addresses.flatMap((placed): Finding[] => [
    ...findTrackingPart(placed),
    ...findTrailingMark(placed),
    ...findMixedAlphabets(placed),
    ...findSite(placed),
  ]);
}

function findTrackingPart({ address, path, at }: PlacedAddress): Finding[] {
  const tracked = findTracking(address);
  if (!tracked) return [];
  const piece = { from: at + tracked.from, to: at + tracked.to };
  const isHighlight = address.slice(tracked.from).startsWith('#');
  return [
    {
      code: 'address-tracking',
      severity: 'warning',
      message: isHighlight
        ? 'the address has a part that only highlights words of the page'
        : 'the address has a part that tracks its readers',
      path,
      piece,
      hints: [
        `Remove \`${address.slice(tracked.from, tracked.to)}\`.`.replace(/.{80,}/s, 'Remove it.'),
      ],
      edits: [replacePiece('Remove it from the address', path, piece, tracked.cleaned, true)],
    },
  ];
}

function findTrailingMark({ address, path, at }: PlacedAddress): Finding[] {
  const text = address.trimEnd();
  const [mark] =
    /[.,;:!'"»”’…]+$/.exec(text) ?? (text.includes('(') ? [] : (/\)+$/.exec(text) ?? []));
  if (mark === undefined) return [];
  const piece = { from: at + text.length - mark.length, to: at + text.length };
  return [
    {
      code: 'address-end',
      severity: 'warning',
      message: `the address ends with “${mark}”`,
      path,
      piece,
      hints: ['Remove the mark.'],
      edits: [replacePiece('Remove the mark', path, piece, '', true)],
    },
  ];
}

/** Finds names of sites with letters of two alphabets in one label, which imitate other sites. */
function findMixedAlphabets({ address, path, at }: PlacedAddress): Finding[] {
  const site = siteOf(address) ?? '';
  const label = site
    .split('.')
    .find((one) => /\p{Script=Cyrillic}/u.test(one) && /\p{Script=Latin}/u.test(one));
  if (label === undefined) return [];
  const from = at + address.toLowerCase().indexOf(label);
  const piece = { from, to: from + label.length };
  return [
    {
      code: 'letters-mixed',
      severity: 'warning',
      message: `the name of the site, \`${site}\`, mixes Latin and Cyrillic letters`,
      path,
      piece,
      hints: ['Copy the address from the browser.'],
      edits: unifyAlphabet(label).map((meant, _, { length }) =>
        replacePiece(`Write \`${meant}\` in one alphabet`, path, piece, meant, length === 1),
      ),
    },
  ];
}

function findSite({ address, path, at }: PlacedAddress): Finding[] {
  const site = siteOf(address);
  if (site === undefined) return [];
  const from = address.toLowerCase().indexOf(site);
  const found = explainSite(site, address);
  if (!found) return [];
  return [
    {
      ...found,
      severity: 'warning',
      path,
      piece: { from: at + from, to: at + from + site.length },
    },
  ];
}

function explainSite(
  site: string,
  address: string,
): Pick<Finding, 'code' | 'message' | 'hints'> | undefined {
  if (SHORTENERS.has(site)) {
    return {
      code: 'address-short',
      message: `\`${site}\` shortens the addresses of other sites`,
      hints: ['Open the address, and copy the one that the browser shows then.'],
    };
  }
  if (COPIES.test(site) || COPY_PATHS.test(address)) {
    return {
      code: 'address-copy',
      message: `\`${site}\` shows or forwards to another site`,
      hints: ['Copy the address from the site itself.'],
    };
  }
  if (PRIVATE.test(site)) {
    return {
      code: 'address-private',
      message: `\`${site}\` shows this page only to its author`,
      hints: ['Write the address of the public page.'],
    };
  }
  return undefined;
}
