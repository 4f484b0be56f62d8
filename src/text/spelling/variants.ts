// Words that are spelled differently in variants of a language, such as British and American English.
import type { SpellingData } from '../languages/language.ts';
import type { Dictionary } from './dictionary.ts';

/** A kind of difference between the variants of a language, such as -ise and -ize. */
export interface VariantKind {
  /** Returns the only variant in which a word is right, and the word in another; undefined if there is none. */
  compare(word: string): { readonly variant: string; readonly counterpart: string } | undefined;
}

/** A dictionary of one variant of a language. */
export interface VariantDictionary {
  /** Name of the variant: British. */
  readonly variant: string;
  readonly dictionary: Dictionary;
}

/** Looked-up words in memory: more than an issue has. */
const MAX_KNOWN_WORDS = 20_000;

/** Returns the kinds of differences of a language. */
export function createVariantKinds(
  { variantLetters = [], variantWords = {} }: SpellingData,
  dictionaries: readonly VariantDictionary[],
): VariantKind[] {
  const known = new Map<string, readonly string[]>();
  const findVariants = (word: string) => {
    const own = variantWords[word];
    if (own !== undefined) return [own];
    return dictionaries
      .filter(({ dictionary }) => dictionary.has(word))
      .map(({ variant }) => variant);
  };
  // Each kind of difference asks for the same words.
  const variantsOf = (word: string): readonly string[] => {
    const variants = known.get(word) ?? findVariants(word);
    if (known.size > MAX_KNOWN_WORDS) known.clear();
    known.set(word, variants);
    return variants;
  };
  return variantLetters.map(({ pairs }) => {
    const exchanges = pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
    return {
      compare(word) {
        const [variant, ...others] = variantsOf(word);
        if (variant === undefined || others.length > 0) return undefined;
        const counterpart = listExchanged(word, exchanges).find((other) =>
          variantsOf(other).some((name) => name !== variant),
        );
        return counterpart === undefined ? undefined : { variant, counterpart };
      },
    };
  });
}

/** Returns the words that differ from a word by one exchange of letters. */
function listExchanged(word: string, exchanges: readonly (readonly [string, string])[]): string[] {
  return exchanges.flatMap(([from, to]) => {
    const found: string[] = [];
    for (let at = word.indexOf(from, 1); at > 0; at = word.indexOf(from, at + 1)) {
      found.push(word.slice(0, at) + to + word.slice(at + from.length));
    }
    return found;
  });
}
