import type { Memo } from '../cache/build-cache.ts';
import { requireLanguage } from './languages/index.ts';
import type { Language } from './languages/language.ts';

/** Returns the parts between which a word may be hyphenated; a single part if it must not be. */
export type Hyphenator = (word: string) => readonly string[];

/** A lower-case or capitalized word, with surrounding characters; no abbreviation, no address. */
const HYPHENATABLE = /^(\P{L}*)(\p{L}\p{Ll}{4,})(\P{L}*|[’']\p{Ll}{1,2}\P{L}*)$/u;
/** Letters of the longest word that is hyphenated; no real word is longer. */
const MAX_LETTERS = 60;
const MARK = '|';

/**
 * Returns a hyphenator for a language; it uses the language's patterns from CTAN (Liang's algorithm).
 * Words with capitals or other characters inside are not hyphenated.
 */
export async function createHyphenator(
  code: string,
  memo: Memo<string, readonly string[]>,
): Promise<Hyphenator> {
  const { hyphenation } = requireLanguage(code);
  const patterns = await hyphenation.loadPatterns();
  const mark = (word: string) =>
    patterns.hyphenateSync(word, { hyphenChar: MARK, minWordLength: 5 });
  return (word) => memo.get(word, () => divide(word, mark, hyphenation));
}

function divide(
  word: string,
  mark: (word: string) => string,
  minimum: Language['hyphenation'],
): readonly string[] {
  const [, before = '', letters, after = ''] = HYPHENATABLE.exec(word) ?? [];
  if (letters === undefined || letters.length > MAX_LETTERS) return [word];
  const parts = mergeShort(splitAt(letters, mark(letters.toLowerCase())), minimum);
  return parts.map((part, index) => {
    const head = index === 0 ? before : '';
    return head + part + (index === parts.length - 1 ? after : '');
  });
}

/** Splits a word where its lower-case copy, which matches the patterns, is marked. */
function splitAt(word: string, marked: string): string[] {
  let from = 0;
  return marked.split(MARK).map((part) => {
    from += part.length;
    return word.slice(from - part.length, from);
  });
}

/** Joins syllables at both ends until they have the minimum number of letters. */
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
