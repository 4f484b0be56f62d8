import { domainToASCII, domainToUnicode } from 'node:url';
import { findBareAddresses } from './bare-addresses.ts';

/** Whether the fonts have every character of a text. */
export type HasLetters = (text: string) => boolean;

/** Returns an address as it is printed. */
export type AddressPrinter = (address: string) => string;

const ENCODED = /(?:%[\da-f]{2})+/gi;
/** Scheme and user, host, and the rest. */
const PARTS = /^((?:[a-z][a-z\d+.-]*:\/\/)?(?:[^/?#@\s]*@)?)([^/?#:\s]*)(.*)$/is;
/**
 * Characters that are decoded: letters, digits and typographic marks outside ASCII. All others either
 * have a meaning in an address (/ ? # %), cannot be seen, or look like one that has a meaning.
 */
const READABLE = /^(?![\0-\x7f])[\p{L}\p{M}\p{N}«»„“”’–—№]$/u;
const LATIN = /\p{Script=Latin}/u;
const OTHER_LETTER = /(?!\p{Script=Latin})\p{L}/u;

/**
 * Returns a printer of addresses: site names and paths in their own letters instead of `xn--` and `%D0`,
 * where the fonts have them, and in ASCII where they do not. The printed address leads to the same page.
 */
export function createAddressPrinter(hasLetters: HasLetters): AddressPrinter {
  return (typed) => {
    const address = hasLetters(typed) || !URL.canParse(typed) ? typed : new URL(typed).href;
    if (!/%[\da-f]{2}|xn--/i.test(address)) return address;
    const [, start = '', host = '', rest = ''] = PARTS.exec(address) ?? [];
    return start + readHost(host, hasLetters) + readPath(rest, hasLetters);
  };
}

/** Whether two addresses have the same standard form, so that they lead to the same page. */
export function isSameTarget(one: string, other: string): boolean {
  const [first, second] = [one, other].map((address) =>
    URL.canParse(address) ? new URL(address).href : undefined,
  );
  return first !== undefined && first === second;
}

/** Returns a text with its addresses as they are printed. */
export function printAddresses(text: string, print: AddressPrinter): string {
  let end = 0;
  const parts = findBareAddresses(text).map(({ from, to }) => {
    const part = text.slice(end, from) + print(text.slice(from, to));
    end = to;
    return part;
  });
  return parts.length === 0 ? text : parts.join('') + text.slice(end);
}

function readHost(host: string, hasLetters: HasLetters): string {
  const labels = host.split('.').map((label) => {
    if (!/^xn--/i.test(label)) return label;
    const decoded = domainToUnicode(label);
    const isSafe =
      [...decoded].every((character) => /[\w-]/.test(character) || READABLE.test(character)) &&
      domainToASCII(decoded) === label.toLowerCase() &&
      !(LATIN.test(decoded) && OTHER_LETTER.test(decoded));
    return decoded !== '' && isSafe && hasLetters(decoded) ? decoded : label;
  });
  return labels.join('.');
}

function readPath(path: string, hasLetters: HasLetters): string {
  return path.replace(ENCODED, (encoded) => {
    const text = decodeUtf8(Buffer.from(encoded.replaceAll('%', ''), 'hex'));
    // Letters that typography would compose lead to another address.
    if (text === undefined || text !== text.normalize('NFC')) return encoded;
    return [...text]
      .map((character) =>
        READABLE.test(character) && hasLetters(character)
          ? character
          : encodeBytes(character, encoded),
      )
      .join('');
  });
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Returns a character's bytes as they are written in an address, in the case that its digits have there. */
function encodeBytes(character: string, written: string): string {
  const bytes = [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`);
  const encoded = bytes.join('');
  return /[a-f]/.test(written) ? encoded : encoded.toUpperCase();
}
