// Web and mail addresses that stand in a text without markup, by the rules of GitHub's Markdown, and with the
// letters and quotation marks of every language. Source: GitHub Flavored Markdown 0.29, 6.9 "Autolinks".

/** An address in a text; offsets in UTF-16 units. */
export interface BareAddress {
  readonly from: number;
  readonly to: number;
  /** The address with its scheme, for a link. */
  readonly target: string;
}

const MAIL = '[\\w.+-]{1,64}@(?:[\\p{L}\\d_-]{1,63}\\.){1,8}[\\p{L}\\d-]{0,62}[\\p{L}\\d]';
const WEB = '(?:https?:\\/\\/|www\\.)[^\\s<>«»“”„‹›"`|]+';
const ADDRESS = new RegExp(
  `(?<![\\p{L}\\p{N}@./+_-])(?:(${MAIL})(?![\\p{L}\\d_@/])|${WEB})`,
  'giu',
);
/** Characters that an address has; a cheap test before the search. */
const MAY_HAVE_ADDRESS = /@|https?:|www\./i;
/** Marks at the end that belong to the sentence. */
const SENTENCE_MARKS = /[?!.,:;~'’‘…–—]$/u;
const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Finds the addresses of a text in their order. */
export function findBareAddresses(text: string): BareAddress[] {
  if (!MAY_HAVE_ADDRESS.test(text)) return [];
  return [...text.matchAll(ADDRESS)].flatMap((match): BareAddress[] => {
    const { 0: found, 1: mail, index: from } = match;
    if (mail !== undefined) return [{ from, to: from + mail.length, target: `mailto:${mail}` }];
    // A backslash at the end of a line breaks it.
    const written = trimSentence(found.replace(/\\$/, ''));
    const target = /^www\./i.test(written) ? `http://${written}` : written;
    return hasSite(target) ? [{ from, to: from + written.length, target }] : [];
  });
}

/** Removes the marks of the sentence around an address from its end. */
export function trimSentence(address: string): string {
  for (let end = address.length; ; ) {
    const rest = address.slice(0, end);
    const last = rest.at(-1) ?? '';
    const opening = CLOSING[last];
    if (SENTENCE_MARKS.test(rest)) end -= 1;
    else if (opening && countOf(last, rest) > countOf(opening, rest)) end -= 1;
    else if (last === '*' || last === '_') {
      const bare = trimEnd(rest, last);
      // An odd number before them means that they close a pair within the address: ?a=*drug*.
      if (countOf(last, bare) % 2 === 1) return rest;
      end = bare.length;
    } else return rest;
  }
}

function trimEnd(text: string, mark: string): string {
  let end = text.length;
  while (text[end - 1] === mark) end -= 1;
  return text.slice(0, end);
}

function countOf(character: string, text: string): number {
  return text.split(character).length - 1;
}

/** Whether an address names a site with a domain: not http://localhost or www.example. */
function hasSite(target: string): boolean {
  if (!URL.canParse(target)) return false;
  const labels = new URL(target).hostname.split('.').filter((label) => label !== '');
  return labels.length > (/^www\./i.test(labels[0] ?? '') || labels[0] === 'www' ? 2 : 1);
}
