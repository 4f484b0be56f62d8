import { distance } from 'fastest-levenshtein';

/** What is asked of a language’s dictionaries to suggest words. */
export interface SuggestionSource {
  /** Whether a word may be suggested. */
  isSuggested(word: string): boolean;
  /** Letters of the language in lower case. */
  readonly letters: string;
  /** Calls back with each base form that begins with the given letter. */
  forEach(initial: string, visit: (word: string) => void): void;
}

/** A mistake of two letters in a shorter word leaves too little of it. */
const MIN_LETTERS_OF_TWO_TYPOS = 7;
/** Pairs of letters that stand for the same sound or are neighbours on a keyboard. */
const ALIKE = /^(?:[aeiouy]{2}|[аеёиоуыэюя]{2}|[sc]{2}|[ckq]{2}|[dt]{2}|[td]{2}|[зс]{2}|[дт]{2})$/;

/**
 * Returns the words that were probably meant by a misspelled one, the best first: words that differ by
 * one letter or by two exchanged letters, two words that were joined, or words that differ by two letters.
 * @param isFavoured whether a word is used elsewhere in the text, and so probable
 */
export function suggestWords(
  word: string,
  source: SuggestionSource,
  isFavoured: (word: string) => boolean,
  max: number,
): string[] {
  const found = new Map<string, number>();
  const offer = (candidate: string, cost: number) => {
    const parts = candidate.split(' ');
    const isProbable = parts.every(isFavoured);
    // Any long word can be cut into two short ones.
    if (parts.length > 1 && !isProbable && parts.some(({ length }) => length < 4)) return;
    const rank = cost - (isProbable ? 2 : 0);
    if (rank < (found.get(candidate) ?? 100) && isRight(candidate, source)) {
      found.set(candidate, rank);
    }
  };
  offerSingleTypos(word, source.letters, offer);
  if (found.size === 0 && word.length >= MIN_LETTERS_OF_TWO_TYPOS) {
    source.forEach(word[0] ?? '', (base) => {
      if (Math.abs(base.length - word.length) > 2) return;
      if (distance(base, word) <= 2) offer(base, 6);
    });
  }
  return [...found]
    .sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
    .slice(0, max)
    .map(([candidate]) => candidate);
}

function isRight(candidate: string, source: SuggestionSource): boolean {
  return candidate.split(' ').every((part) => source.isSuggested(part));
}

/** Offers all texts that differ by one typo; the cost is lower for frequent typos. */
function offerSingleTypos(
  word: string,
  letters: string,
  offer: (candidate: string, cost: number) => void,
): void {
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    const [letter = '', next = ''] = after;
    // Writers seldom get the first letter wrong.
    const extra = at === 0 ? 3 : 0;
    if (next) offer(before + next + letter + after.slice(2), 1 + extra);
    if (letter) offer(before + after.slice(1), (letter === word[at - 1] ? 1 : 3) + extra);
    if (before && after) offer(`${before} ${after}`, 4);
    for (const other of letters) {
      if (letter && other !== letter) {
        offer(before + other + after.slice(1), (ALIKE.test(letter + other) ? 2 : 3) + extra);
      }
      const isDoubled = other === letter || other === word[at - 1];
      offer(before + other + after, (isDoubled ? 1 : 2) + extra);
    }
  }
}
