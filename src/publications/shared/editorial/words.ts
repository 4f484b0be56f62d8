import type { Passage } from './passages.ts';

/** A word of a passage. */
export interface PlacedWord {
  /** The word without soft hyphens, with straight apostrophes. */
  readonly word: string;
  readonly passage: Passage;
  /** Offsets in the passage, in UTF-16 code units. */
  readonly from: number;
  readonly to: number;
}

/**
 * Words, in which apostrophes, also those of Uzbek, soft hyphens and accents are letters. What stands
 * directly beside a digit, an @, a slash or an underscore, or is joined by a full stop, belongs to a code or
 * an address.
 */
const WORD =
  /(?<![\p{L}\p{M}\p{N}@/\\_&#]|[\p{L}\p{N}]\.)[\p{L}\p{M}\u00ad]+(?:['’‘ʻʼ][\p{L}\p{M}\u00ad]+)*(?!['’]?[\p{L}\p{M}\p{N}@/\\_&]|\.[\p{L}\p{N}]|:\/)/gu;

/** Lists the words of a passage; a compound with hyphens is as many words as it has parts. */
export function listWords(passage: Passage): PlacedWord[] {
  return [...passage.text.matchAll(WORD)].map(({ 0: typed, index }) => ({
    word: typed
      .replaceAll('\u00ad', '')
      .replaceAll(/[’‘ʻʼ]/g, "'")
      .normalize('NFC'),
    passage,
    from: index,
    to: index + typed.length,
  }));
}

/** Letters on each side of a word in which the rest of its compound is looked for. */
const MAX_COMPOUND = 50;

/** Returns the compound with hyphens that a word is part of. */
export function compoundAt({ passage: { text }, from, to }: PlacedWord): string {
  const start = Math.max(0, from - MAX_COMPOUND);
  const [before = ''] = /[\p{L}\p{M}-]*$/u.exec(text.slice(start, from)) ?? [];
  const [after = ''] = /^[\p{L}\p{M}-]*/u.exec(text.slice(to, to + MAX_COMPOUND)) ?? [];
  return before + text.slice(from, to) + after;
}

/** Returns a text with the capitals of another: none, the first letter or all. */
export function copyCapitals(text: string, typed: string): string {
  if (!/^\p{Lu}/u.test(typed)) return text;
  return /\p{Ll}/u.test(typed) ? capitalize(text) : text.toUpperCase();
}

/** Returns a text with a capital as its first letter. */
export function capitalize(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
