import type { Memory, Shelf } from '../memory/memory.ts';

/** Characters that are not seen and so cannot be found by looking; Source: the Unicode Standard. */
const INVISIBLE: Readonly<Record<number, string>> = {
  173: 'soft hyphen',
  8203: 'zero width space',
  8204: 'zero width non-joiner',
  8205: 'zero width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8232: 'line separator',
  8233: 'paragraph separator',
  65039: 'variation selector of an emoji',
  65279: 'byte order mark',
};

/** Characters that lay out text and are never printed. */
const LAYOUT = new Set(['\t', '\n', '\r']);

/** A character that cannot be printed, with its places in the text in UTF-16 units. */
export interface MissingCharacter {
  readonly character: string;
  /** Its name for people, such as “漢” (U+6F22). */
  readonly name: string;
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
  print: (text: string) => string = (same) => same,
): MissingCharacter[] {
  if (isCovered(print(text.normalize('NFC')), canPrint)) return [];
  const found = new Map<string, MissingCharacter>();
  for (const { segment, index } of new Intl.Segmenter('en').segment(text)) {
    for (const character of print(segment.normalize('NFC'))) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (found.has(character) || isCovered(character, canPrint)) continue;
      const name = nameCharacter(character, codePoint);
      found.set(character, { character, name, from: index, to: index + segment.length });
    }
  }
  return [...found.values()];
}

/** Finds missing characters as findMissingCharacters does. */
export type MissingFinder = (text: string, print?: (text: string) => string) => MissingCharacter[];

/** Makes a finder for fonts; it looks at no text twice. */
export function createMissingFinder(
  canPrint: (codePoint: number) => boolean,
  memory: Memory,
): MissingFinder {
  const asTyped: Shelf<string, MissingCharacter[]> = memory.shelf();
  return (text, print) => {
    if (print) return findMissingCharacters(text, canPrint, print);
    return asTyped.get(text, () => findMissingCharacters(text, canPrint));
  };
}

function isCovered(text: string, canPrint: (codePoint: number) => boolean): boolean {
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (LAYOUT.has(character)) continue;
    if (INVISIBLE[codePoint] !== undefined || !canPrint(codePoint)) return false;
  }
  return true;
}

function nameCharacter(character: string, codePoint: number): string {
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  const invisible = INVISIBLE[codePoint];
  if (invisible) return `${invisible} (${code})`;
  return /\p{C}/u.test(character) ? `control character (${code})` : `“${character}” (${code})`;
}
