import type { Finding } from '../../../source/finding.ts';
import { isTypo } from '../../../text/spelling/is-typo.ts';
import type { Speller } from '../../../text/spelling/speller.ts';
import { describeMisspelling } from './spelling.ts';
import { capitalize, compoundAt, copyCapitals, type PlacedWord } from './words.ts';

/** Shorter words have too many others like them. */
const MIN_LETTERS = 6;
/** What stands before the first word of a sentence. */
const SENTENCE_START = /(?:^|[\n“«„"(*_#|>]|[.!?…:]["”»)]*\s|\n[-–—*]\s)\s*$/u;
/** Letters before a word that are looked at. */
const BEFORE = 10;

/**
 * Finds misspelled words that begin a sentence or are in capitals. No dictionary tells them from names, so
 * only those are reported that differ by one typo from a word which the same issue has in small letters, and
 * that stand nowhere with a capital inside a sentence.
 */
export function findCapitalizedMisspellings(
  words: readonly PlacedWord[],
  speller: Speller,
  isKnown: (word: string) => boolean,
): Finding[] {
  const small = groupByLength(
    words.map(({ word }) => word).filter((word) => /^\p{Ll}+$/u.test(word)),
  );
  const names = new Set(
    words.filter(isNamePlace).map(({ word }) => word.toLowerCase().replace(/'s?$/, '')),
  );
  const verdicts = new Map<string, string | undefined>();
  const findMeant = (lower: string) => {
    const isRight = [lower, capitalize(lower)].some(speller.isWord) || isKnown(lower);
    if (isRight || names.has(lower) || !speller.isNative(lower)) return undefined;
    const lengths = [0, 1, -1].map((more) => lower.length + more);
    return lengths
      .flatMap((length) => [...(small.get(length) ?? [])])
      .find((word) => isTypo(word, lower) && speller.isWord(word));
  };
  return words.flatMap((placed): Finding[] => {
    const { word } = placed;
    if (word.length < MIN_LETTERS || !/^\p{Lu}/u.test(word) || isNamePlace(placed)) return [];
    if (compoundAt(placed).includes('-')) return [];
    const lower = word.toLowerCase();
    if (!verdicts.has(lower)) verdicts.set(lower, findMeant(lower));
    const meant = verdicts.get(lower);
    return meant === undefined ? [] : [describeMisspelling(placed, [copyCapitals(meant, word)])];
  });
}

/** Whether a word has a capital that only a name has: inside a sentence, and not all in capitals. */
function isNamePlace({ word, passage: { text }, from }: PlacedWord): boolean {
  if (!/^\p{Lu}.*\p{Ll}/u.test(word)) return false;
  const before = text.slice(Math.max(0, from - BEFORE), from);
  return !SENTENCE_START.test(from <= BEFORE ? before : `x${before}`);
}

function groupByLength(words: readonly string[]): ReadonlyMap<number, ReadonlySet<string>> {
  const groups = new Map<number, Set<string>>();
  for (const word of words) {
    const group = groups.get(word.length) ?? new Set();
    groups.set(word.length, group.add(word));
  }
  return groups;
}
