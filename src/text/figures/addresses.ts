// Addresses of web pages and e-mail, written in a text or behind its links.
import { telephoneDigits } from './telephones.ts';

/** An address as it is written, and the form in which addresses are compared. */
export interface Address {
  readonly written: string;
  readonly key: string;
}

/** An address that stands in a text. */
export interface WrittenAddress extends Address {
  readonly from: number;
  readonly to: number;
}

const E_MAIL = '[\\w.+-]{1,64}@(?:[\\p{L}\\d-]{1,63}\\.){1,8}\\p{L}{2,63}';
const WEB = '(?:https?:\\/\\/|www\\.)[^\\s<>«»“”„"]+';
/** Without a scheme only with a path: a site's name alone may be written in other letters. */
const SITE = '(?:[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?\\.){1,4}[a-z]{2,24}\\/[^\\s<>«»“”„"]*';
const ADDRESS = new RegExp(`(?<![\\p{L}\\d@.-])(?:(${E_MAIL})|${WEB}|${SITE})`, 'giu');
/** Marks at the end that belong to the sentence. */
const SENTENCE_MARKS = ".,;:!?)]'’";

/** Parts of a path that name its language; source: ISO 639 and the sites of the region. */
const LANGUAGE_CODES = new Set(
  (
    'ru en kk kz ky kg tg tj tk tm uz az hy am ka ge be by uk ua de fr zh ' +
    'rus eng kaz kgz kyr tjk tgk tkm tuk uzb aze oz uz-latn uz-cyrl'
  ).split(' '),
);
/** Parameters that name the language or where a reader came from. */
const IGNORED_PARAMETERS = /^(lang|language|locale|hl|lng|utm_\w+|fbclid|yclid|gclid)$/;

/** The addresses that stand in a text. */
export function findAddresses(text: string): WrittenAddress[] {
  return Array.from(text.matchAll(ADDRESS), (match) => {
    const [found, mail] = match;
    const written = found.slice(0, sentenceEnd(found));
    return {
      written,
      key: mail === undefined ? addressKey(written) : written.toLowerCase(),
      from: match.index,
      to: match.index + written.length,
    };
  });
}

/** Where the address ends before the marks of its sentence. */
function sentenceEnd(found: string): number {
  let end = found.length;
  while (end > 0 && SENTENCE_MARKS.includes(found[end - 1] ?? ' ')) end--;
  return end;
}

/** The address behind a link, or the digits of a telephone number. */
export function readLink(link: string): Address | { readonly digits: string; written: string } {
  const [, scheme, rest = ''] = /^(tel|mailto):([^?]*)/i.exec(link) ?? [];
  if (scheme?.toLowerCase() === 'tel') return { digits: telephoneDigits(rest), written: rest };
  if (scheme) return { key: rest.toLowerCase(), written: rest };
  return { key: addressKey(link), written: link.replace(/^https?:\/\/(?:www\.)?|\/$/gi, '') };
}

/** Host and path without scheme, `www`, final slash, language and tracking parameters. */
function addressKey(written: string): string {
  const address = /^https?:\/\//i.test(written) ? written : `https://${written}`;
  if (!URL.canParse(address)) return written.toLowerCase();
  const { hostname, pathname, searchParams } = new URL(address);
  const [first = '', ...labels] = hostname.replace(/^www\./, '').split('.');
  const isHostOfLanguage = labels.length > 1 && !isNoLanguage(first);
  const host = isHostOfLanguage ? labels : [first, ...labels];
  const path = decode(pathname)
    .split('/')
    .filter((part) => part !== '' && isNoLanguage(part));
  const parameters = [...searchParams]
    .filter(([name]) => !IGNORED_PARAMETERS.test(name))
    .map(([name, value]) => `${name}=${value}`);
  return [host.join('.'), ...path, ...parameters.sort()].join('/');
}

function isNoLanguage(part: string): boolean {
  return !LANGUAGE_CODES.has(part.toLowerCase());
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
