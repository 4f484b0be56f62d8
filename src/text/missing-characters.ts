import type { BuildCache, Memo } from '../cache/build-cache.ts';
import { toPrintable } from './printable-text.ts';

/** Names of invisible characters, which an editor cannot find by looking. Source: the Unicode Standard. */
const INVISIBLE: Readonly<Record<number, string>> = {
  173: 'soft hyphen',
  8203: 'zero width space',
  8204: 'zero width non-joiner',
  8205: 'zero width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8232: 'line separator',
  8233: 'paragraph separator',
  8234: 'left-to-right embedding',
  8235: 'right-to-left embedding',
  8236: 'end of an embedding',
  8237: 'left-to-right override',
  8238: 'right-to-left override',
  8288: 'word joiner',
  8294: 'left-to-right isolate',
  8295: 'right-to-left isolate',
  8296: 'first strong isolate',
  8297: 'end of an isolate',
  65039: 'variation selector of an emoji',
  65279: 'byte order mark',
};

/** Returns the name of an invisible character, or its code point. */
export function nameOfCharacter(character: string): string {
  const codePoint = codePointOf(character);
  return INVISIBLE[codePoint] ?? codeOf(codePoint);
}

/** White space that lays out text and has no glyph. */
const LAYOUT = new Set(['\t', '\n', '\r']);

/** Characters without a visible form: controls, formats, surrogates, private use, unassigned. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
/** Right-to-left letters. Source: Unicode Standard Annex 9, classes R and AL. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A character that cannot be printed, with its range in the text in UTF-16 units. */
export interface MissingCharacter {
  readonly character: string;
  /** Why it cannot be printed: the fonts have no “漢” (U+6F22). */
  readonly reason: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the characters of a text that cannot be printed, each at its first occurrence. `print` is the
 * change that is applied to the text before it is printed, such as capitals; without it, `toPrintable`.
 */
export function findMissingCharacters(
  text: string,
  canPrint: (codePoint: number) => boolean,
  print: (text: string) => string = toPrintable,
): MissingCharacter[] {
  return find(text, allowPrintable(canPrint), print);
}

/** Finds invisible characters, such as controls and formats, in a text that is only read aloud. */
export function findInvisibleCharacters(
  text: string,
  print: (text: string) => string = toPrintable,
): MissingCharacter[] {
  return find(text, isVisible, print);
}

/** Whether a character is allowed. */
type IsAllowed = (character: string) => boolean;

function find(
  text: string,
  isAllowed: IsAllowed,
  print: (text: string) => string,
): MissingCharacter[] {
  const printed = print(text.normalize('NFC'));
  if (isCovered(printed, isAllowed)) return [];
  const found = new Map<string, MissingCharacter>();
  for (const { segment, index } of new Intl.Segmenter('en').segment(text)) {
    const typed = segment.normalize('NFC');
    for (const character of print(typed) + typed) {
      if (found.has(character) || isCovered(character, isAllowed)) continue;
      // The change may depend on the whole text: it may not change a letter that it changes alone.
      if (!printed.includes(character)) continue;
      const reason = explain(character, codePointOf(character));
      found.set(character, { character, reason, from: index, to: index + segment.length });
    }
  }
  return [...found.values()];
}

/** Finds missing characters like `findMissingCharacters`. */
export type MissingCharacterFinder = (
  text: string,
  print?: (text: string) => string,
) => MissingCharacter[];

/** Returns a finder that caches its results for texts and characters. */
export function createMissingCharacterFinder(
  canPrint: (codePoint: number) => boolean,
  buildCache: BuildCache,
): MissingCharacterFinder {
  const asPrinted: Memo<string, MissingCharacter[]> = buildCache.memo();
  const allowed: Memo<string, boolean> = buildCache.memo();
  const isPrintable = allowPrintable(canPrint);
  const isAllowed: IsAllowed = (character) => allowed.get(character, () => isPrintable(character));
  return (text, print) =>
    print
      ? find(text, isAllowed, print)
      : asPrinted.get(text, () => find(text, isAllowed, toPrintable));
}

function isCovered(text: string, isAllowed: IsAllowed): boolean {
  // A text has many characters but few distinct ones.
  for (const character of new Set(text)) {
    if (!LAYOUT.has(character) && !isAllowed(character)) return false;
  }
  return true;
}

/** Allows visible left-to-right characters that the fonts can print. */
function allowPrintable(canPrint: (codePoint: number) => boolean): IsAllowed {
  return (character) => {
    const codePoint = codePointOf(character);
    return isVisible(character) && canPrint(codePoint) && !isRightToLeft(codePoint);
  };
}

/** Whether a character is visible. Invisible ones are rejected even if the fonts have glyphs for them. */
function isVisible(character: string): boolean {
  const codePoint = codePointOf(character);
  if (codePoint < 0x7f && codePoint > 0x1f) return true;
  return INVISIBLE[codePoint] === undefined && !UNPRINTABLE.test(character);
}

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function codeOf(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether a letter is written from right to left; lines are laid out from left to right only. */
function isRightToLeft(codePoint: number): boolean {
  return codePoint > 0x58f && RIGHT_TO_LEFT.test(String.fromCodePoint(codePoint));
}

function explain(character: string, codePoint: number): string {
  const code = codeOf(codePoint);
  const invisible = INVISIBLE[codePoint];
  if (invisible) return `the text contains an invisible character: ${invisible} (${code})`;
  if (/\p{Cs}/u.test(character)) return `the text contains an incomplete character (${code})`;
  if (/[\p{Cc}\p{Cf}]/u.test(character)) {
    return `the text contains an invisible character: control character (${code})`;
  }
  if (isRightToLeft(codePoint)) {
    return `“${character}” (${code}) is written from right to left, which the bulletin cannot print`;
  }
  return `the fonts have no “${character}” (${code})`;
}
