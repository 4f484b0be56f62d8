import type { BuildCache, Memo } from '../cache/build-cache.ts';

/** Characters that are not seen and so cannot be found by looking; source: the Unicode Standard. */
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

/** Characters that lay out text and are never printed. */
const LAYOUT = new Set(['\t', '\n', '\r']);

/** No sign of its own: controls, formats, halves of pairs, what Unicode leaves to others. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
/** Letters that run from right to left; source: Unicode Standard Annex 9, classes R and AL. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A character that cannot be printed, with its places in the text in UTF-16 units. */
export interface MissingCharacter {
  readonly character: string;
  /** Why it cannot, with its name: the fonts have no letter for “漢” (U+6F22). */
  readonly reason: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The characters of a text that the fonts lack, each at its first place. `print` is the change that
 * the text goes through before it is printed, such as capitals.
 */
export function findMissingCharacters(
  text: string,
  canPrint: (codePoint: number) => boolean,
  print: (text: string) => string = asItIs,
): MissingCharacter[] {
  return find(text, judgeBy(canPrint), print);
}

/** The characters of a text that is only read aloud that are none: controls, formats, halves. */
export function findInvisibleCharacters(text: string): MissingCharacter[] {
  return find(text, isSeen, asItIs);
}

/** Whether a character can stand in the bulletin. */
type Judge = (character: string) => boolean;

function find(text: string, isFine: Judge, print: (text: string) => string): MissingCharacter[] {
  if (isCovered(print(text.normalize('NFC')), isFine)) return [];
  const found = new Map<string, MissingCharacter>();
  for (const { segment, index } of new Intl.Segmenter('en').segment(text)) {
    for (const character of print(segment.normalize('NFC'))) {
      if (found.has(character) || isCovered(character, isFine)) continue;
      const reason = explain(character, codePointOf(character));
      found.set(character, { character, reason, from: index, to: index + segment.length });
    }
  }
  return [...found.values()];
}

/** Finds missing characters as findMissingCharacters does. */
export type MissingFinder = (text: string, print?: (text: string) => string) => MissingCharacter[];

/** Makes a finder for fonts; it looks at no text twice, and at no character. */
export function createMissingFinder(
  canPrint: (codePoint: number) => boolean,
  buildCache: BuildCache,
): MissingFinder {
  const asTyped: Memo<string, MissingCharacter[]> = buildCache.memo();
  const judged: Memo<string, boolean> = buildCache.memo();
  const judge = judgeBy(canPrint);
  const isFine: Judge = (character) => judged.get(character, () => judge(character));
  return (text, print) =>
    print ? find(text, isFine, print) : asTyped.get(text, () => find(text, isFine, asItIs));
}

function isCovered(text: string, isFine: Judge): boolean {
  // A text has many characters and few different ones.
  for (const character of new Set(text)) {
    if (!LAYOUT.has(character) && !isFine(character)) return false;
  }
  return true;
}

/** What fonts have letters for; lines are set from left to right only. */
function judgeBy(canPrint: (codePoint: number) => boolean): Judge {
  return (character) => {
    const codePoint = codePointOf(character);
    return isSeen(character) && canPrint(codePoint) && !isRightToLeft(codePoint);
  };
}

/** Whether it has a sign of its own: what has none must not be printed even where the fonts know it. */
function isSeen(character: string): boolean {
  const codePoint = codePointOf(character);
  if (codePoint < 0x7f && codePoint > 0x1f) return true;
  return INVISIBLE[codePoint] === undefined && !UNSEEN.test(character);
}

const asItIs = (text: string) => text;

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** Whether a letter runs from right to left: lines are set from left to right only. */
function isRightToLeft(codePoint: number): boolean {
  return codePoint > 0x58f && RIGHT_TO_LEFT.test(String.fromCodePoint(codePoint));
}

function explain(character: string, codePoint: number): string {
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  const invisible = INVISIBLE[codePoint];
  if (invisible) return `a character that is not seen stands here: ${invisible} (${code})`;
  if (/\p{Cs}/u.test(character)) return `half of a character stands here (${code})`;
  if (/[\p{Cc}\p{Cf}]/u.test(character)) {
    return `a character that is not seen stands here: control character (${code})`;
  }
  if (isRightToLeft(codePoint)) {
    return `“${character}” (${code}) is written from right to left, which the bulletin cannot print`;
  }
  return `the fonts have no letter for “${character}” (${code})`;
}
