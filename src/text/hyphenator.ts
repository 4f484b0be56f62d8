import type { Memo } from '../cache/build-cache.ts';
import { requireLanguage } from './languages/index.ts';
import type { Language } from './languages/language.ts';

/** The parts a word may be divided into at a line's end; one part when it must stay whole. */
export type Hyphenator = (word: string) => readonly string[];

/** A word of small letters, also one that begins with a capital: no abbreviation, no address. */
const DIVISIBLE = /^(\P{L}*)(\p{L}\p{Ll}{4,})(\P{L}*|[’']\p{Ll}{1,2}\P{L}*)$/u;
/** Longer than any word of a language: nothing that a pattern knows. */
const LONGEST = 60;
const MARK = '|';

/**
 * Divides words by the patterns of their language (Liang's, from CTAN). A word with capitals or
 * signs inside stays whole.
 */
export async function createHyphenator(
  code: string,
  divided: Memo<string, readonly string[]>,
): Promise<Hyphenator> {
  const { hyphenation } = requireLanguage(code);
  const patterns = await hyphenation.loadPatterns();
  const mark = (word: string) =>
    patterns.hyphenateSync(word, { hyphenChar: MARK, minWordLength: 5 });
  return (word) => divided.get(word, () => divide(word, mark, hyphenation));
}

function divide(
  word: string,
  mark: (word: string) => string,
  least: Language['hyphenation'],
): readonly string[] {
  const [, before = '', letters, after = ''] = DIVISIBLE.exec(word) ?? [];
  if (letters === undefined || letters.length > LONGEST) return [word];
  const parts = mergeShort(splitAt(letters, mark(letters.toLowerCase())), least);
  return parts.map((part, index) => {
    const head = index === 0 ? before : '';
    return head + part + (index === parts.length - 1 ? after : '');
  });
}

/** The word parted where its copy in small letters, which the patterns know, is marked. */
function splitAt(word: string, marked: string): string[] {
  let from = 0;
  return marked.split(MARK).map((part) => {
    from += part.length;
    return word.slice(from - part.length, from);
  });
}

/** Joins the syllables at either end until they have letters enough. */
function mergeShort(
  parts: readonly string[],
  { before, after }: Language['hyphenation'],
): string[] {
  const merged = [...parts];
  while (merged.length > 1 && (merged[0] ?? '').length < before) {
    merged.splice(0, 2, merged.slice(0, 2).join(''));
  }
  while (merged.length > 1 && (merged.at(-1) ?? '').length < after) {
    merged.splice(-2, 2, merged.slice(-2).join(''));
  }
  return merged;
}
