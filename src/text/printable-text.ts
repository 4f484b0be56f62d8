// The characters of a text as they are printed: composed letters, no invisible characters, no letters
// that imitate a style. They come with pasted text, and nobody typed them on purpose.

/**
 * Characters that change nothing of what is seen: soft hyphens, zero-width spaces, word joiners, byte-order
 * marks, marks and isolates of writing direction, variation selectors but those of emoji. Overrides of the writing direction
 * are not among them, as they change the order of letters. Source: the Unicode Standard, chapter 23.
 */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufeff]|(?<![\p{Extended_Pictographic}\d])[\ufe00-\ufe0f]|\u034f/u;
/** Joiners belong to the letters of some scripts and to emoji; between other letters they are invisible. */
const JOINER =
  /(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}\p{Script=Malayalam}\p{Extended_Pictographic}]|\ufe0f)(?:\u200c|\u200d)(?!\p{Extended_Pictographic})/u;
const INVISIBLES = new RegExp(`${JOINER.source}|${INVISIBLE.source}`, 'gu');
/** The same; also the variation selectors of emoji, without which their sign is printed if a font has it. */
const REMOVED = new RegExp(`${INVISIBLES.source}|[\\ufe00-\\ufe0f]`, 'gu');

/** Letters of mathematics in a style, letters in circles and squares, full-width characters, ligatures. */
const STYLED = /[\u{1d400}-\u{1d7ff}\u249c-\u24e9\u{1f110}-\u{1f149}\uff01-\uff5e\ufb00-\ufb06]/u;
/** Letters that the alphabets of mathematics have elsewhere, such as the italic h. */
const LETTERLIKE =
  /[\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124\u212c\u212d\u212f-\u2131\u2133\u2134]/u;
const EACH_STYLED = new RegExp(`${LETTERLIKE.source}|${STYLED.source}`, 'gu');
const LETTER = `(?:[\\p{L}\\p{M}\\p{N}]|${STYLED.source})*`;
const STYLED_WORDS = new RegExp(`[\\p{L}\\p{M}\\p{N}]*${STYLED.source}${LETTER}`, 'gu');

/** Spaces of other widths and the minus sign, which few fonts have, with what looks the same. */
const LOOK_ALIKES: readonly (readonly [RegExp, string])[] = [
  [/[\u2000-\u2006\u2008-\u200a\u205f\u3000]/g, ' '],
  [/[\u2007\u202f]/g, '\u00a0'],
  [/\u2212/g, '–'],
];

/** Characters that may have to be replaced; a quick test of a text. */
const MAY_CHANGE = new RegExp(
  `[\\u2000-\\u200a\\u202f\\u205f\\u2212\\u3000]|\\u200c|\\u200d|[\\ufe00-\\ufe0f]|${INVISIBLE.source}|${STYLED.source}`,
  'u',
);

/** A part of a text, with what is printed for it. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly printed: string;
}

/** Finds the invisible characters of a text, each with its offset in UTF-16 units. */
export function findInvisible(text: string): { readonly character: string; readonly at: number }[] {
  if (!MAY_CHANGE.test(text)) return [];
  return [...text.matchAll(INVISIBLES)].map(({ 0: character, index }) => ({
    character,
    at: index,
  }));
}

/** Finds letters that imitate a style, in words, with the plain letters. */
export function findStyledWords(text: string): Replacement[] {
  if (!MAY_CHANGE.test(text)) return [];
  return [...text.matchAll(STYLED_WORDS)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    printed: plainLetters(word),
  }));
}

/** Returns a text as it is printed: in NFC, without invisible characters, in plain letters and spaces. */
export function toPrintable(text: string): string {
  if (!MAY_CHANGE.test(text)) return text.normalize('NFC');
  const plain = text.replace(REMOVED, '').replace(STYLED_WORDS, plainLetters);
  return LOOK_ALIKES.reduce(
    (now, [found, printed]) => now.replace(found, printed),
    plain,
  ).normalize('NFC');
}

function plainLetters(word: string): string {
  return word.replace(EACH_STYLED, (letter) => letter.normalize('NFKC'));
}
