import { distance } from 'fastest-levenshtein';
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

/** A day or a year before or behind a month or a weekday. */
const NUMBER_BEFORE = /\d{1,2}(?:st|nd|rd|th)?\s$/;
const NUMBER_BEHIND = /^,?\s\d{1,4}(?!\d)/;
/** May, June and abbreviations are too near to names of persons, which stand beside an age. */
const MIN_LETTERS_OF_NAME = 5;
/** A shorter name with two typos has too little left of it. */
const MIN_LETTERS_OF_TWO_TYPOS = 6;

/**
 * Finds misspelled names of months and weekdays beside a number, such as 26 Novembre.
 * @param names of months and weekdays, in small letters
 */
export function findCalendarTypos(
  words: readonly PlacedWord[],
  speller: Speller,
  names: readonly string[],
): Finding[] {
  return words.flatMap((placed): Finding[] => {
    const { word, passage, from, to } = placed;
    const { text } = passage;
    if (!/^\p{Lu}\p{Ll}{4,}$/u.test(word) || speller.isListed(word)) return [];
    const isDate =
      NUMBER_BEFORE.test(text.slice(Math.max(0, from - BEFORE), from)) ||
      NUMBER_BEHIND.test(text.slice(to, to + BEFORE));
    const lower = word.toLowerCase();
    if (!isDate || speller.isWord(lower)) return [];
    const meant = names.find((name) => name.length >= MIN_LETTERS_OF_NAME && isNear(name, lower));
    return meant === undefined ? [] : [describeMisspelling(placed, [capitalize(meant)])];
  });
}

function isNear(name: string, word: string): boolean {
  if (name.length < MIN_LETTERS_OF_TWO_TYPOS) return isTypo(name, word);
  return name !== word && distance(name, word) <= 2;
}

/** Whether a word has a capital that only a name has: inside a sentence, and not all in capitals. */
function isNamePlace({ word, passage: { text }, from }: PlacedWord): boolean {
  if (!/^\p{Lu}.*\p{Ll}/u.test(word)) return false;
  const before = text.slice(Math.max(0, from - BEFORE), from);
  // A part of a text must not look like its beginning.
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
