// Telephone numbers: digits in any grouping, with or without calling and area codes.

/** A telephone number of a text. */
export interface Telephone {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
}

/** Up to three of these stand between two digits: +7 (727) 259-99-90. */
const GAP = '[ \\u00a0\\u2009\\u202f()\\u2010-\\u2013-]{0,3}';
const PATTERNS = [
  // International: 8 to 13 digits with the calling code; source: ITU-T E.164, and the numbering
  // plans of Central Asia for the limit.
  `\\+\\d(?:${GAP}\\d){7,12}`,
  // The long-distance prefix and ten digits: 8 800 080 77 77.
  `8(?:${GAP}\\d){10}`,
  // With the area code in brackets: (727) 259-99-90.
  `\\(\\d{3,5}\\)${GAP}\\d(?:[ \\u2010-\\u2013-]?\\d){4,7}`,
  // Local: 259-99-90.
  `\\d{3}-\\d{2}-\\d{2}`,
];
const TELEPHONE = new RegExp(
  `(?<![\\p{L}\\d-]|\\d[.,])(?:${PATTERNS.join('|')})(?!\\d|-\\d)`,
  'gu',
);

/** Fewest digits of a complete local number. */
const MIN_LOCAL_DIGITS = 6;

/** The telephone numbers of a text. */
export function findTelephones(text: string): Telephone[] {
  return Array.from(text.matchAll(TELEPHONE), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
    digits: telephoneDigits(match[0]),
  }));
}

/** The digits of a number; the long-distance prefix 8 becomes the calling code 7. */
export function telephoneDigits(written: string): string {
  const digits = written.replace(/\D/g, '');
  const hasPrefix = digits.length === 11 && !written.startsWith('+');
  return hasPrefix ? digits.replace(/^8/, '7') : digits;
}

/** Those numbers of one text that the other does not have; a missing code is no difference. */
export function missingTelephones<T extends { readonly digits: string }>(
  ofOne: readonly T[],
  ofOther: readonly { readonly digits: string }[],
): T[] {
  const others = new Set(ofOther.map(({ digits }) => digits));
  const endings = new Set(ofOther.flatMap(({ digits }) => endingsOf(digits)));
  return ofOne.filter(
    ({ digits }) => !endings.has(digits) && !endingsOf(digits).some((ending) => others.has(ending)),
  );
}

function endingsOf(digits: string): string[] {
  const count = Math.max(0, digits.length - MIN_LOCAL_DIGITS) + 1;
  return Array.from({ length: count }, (_, start) => digits.slice(start));
}
