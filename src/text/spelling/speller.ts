import type { SpellingData } from '../languages/language.ts';
import { suggestWords } from './suggest-words.ts';
import { createVariantKinds, type VariantDictionary, type VariantKind } from './variants.ts';

/** Checks the spelling of words in one language. */
export interface Speller {
  /** Returns whether a word is right in any variant of the language, or is one of the added words. */
  isWord(word: string): boolean;
  /** Returns whether a dictionary has a word as it is written, with its capitals. */
  isListed(word: string): boolean;
  /** Kinds of differences between the variants of the language; none if it has one only. */
  readonly variantKinds: readonly VariantKind[];
  /** Returns words that were probably meant, the best first. */
  suggest(word: string, isFavoured: (word: string) => boolean): string[];
  /** Returns whether a word has only letters of the language; others are foreign. */
  isNative(word: string): boolean;
  /** Returns words of which one has to be right if a part of a compound with hyphens is. */
  basesOfPart(part: string, compound: string): readonly string[];
  /** Returns what may be the stem of a word: the word without each ending that it may have. */
  stemsOf(word: string): string[];
}

/** What a speller knows. */
export interface SpellerData {
  readonly dictionaries: readonly VariantDictionary[];
  readonly rules: SpellingData;
}

const MAX_SUGGESTIONS = 2;
/** What follows a prefix has to be a word of at least so many letters. */
const MIN_LETTERS_AFTER_PREFIX = 4;

/** Creates a speller. */
export function createSpeller({ dictionaries, rules }: SpellerData): Speller {
  const isListed = (word: string) => dictionaries.some(({ dictionary }) => dictionary.has(word));
  const isRight = (word: string): boolean => {
    if (isListed(word)) return true;
    const rest = rules.prefixes.exec(word)?.[1];
    return rest !== undefined && rest.length >= MIN_LETTERS_AFTER_PREFIX && isRight(rest);
  };
  return {
    isWord: isRight,
    isListed,
    isNative: (word) => rules.alphabet.test(word),
    basesOfPart: (part, compound) => rules.basesOfPart?.(part, compound) ?? [],
    stemsOf: (word) => listStems(word, rules),
    variantKinds: createVariantKinds(rules, dictionaries),
    suggest(word, isFavoured) {
      const source = {
        isSuggested: (other: string) =>
          dictionaries.some(({ dictionary }) => dictionary.isSuggested(other)),
        letters: dictionaries[0]?.dictionary.letters ?? '',
        forEach: (initial: string, visit: (base: string) => void) => {
          for (const { dictionary } of dictionaries) dictionary.forEach(initial, visit);
        },
      };
      return suggestWords(word, source, isFavoured, MAX_SUGGESTIONS);
    },
  };
}

/** A stem has at least so many letters. */
const MIN_STEM_LETTERS = 3;

function listStems(word: string, { endings, foldLetters }: SpellingData): string[] {
  const folded = foldLetters?.(word) ?? word;
  return endings
    .filter((ending) => folded.endsWith(ending))
    .map((ending) => folded.slice(0, folded.length - ending.length))
    .filter((stem) => stem === folded || stem.length >= MIN_STEM_LETTERS);
}
