import type { Locale } from 'date-fns';
import type { LanguageFigures } from './figures/language-figures.ts';

/** The data of a language. */
export interface Language {
  /** BCP 47. */
  readonly code: string;
  /** Its name in English, and in the language itself. */
  readonly names: { readonly english: string; readonly own: string };
  /** ISO 15924. */
  readonly script: 'Latn' | 'Cyrl';
  /** Names of months and days. */
  readonly dates: Locale;
  /** Opening and closing quotation marks: the outer pair and the nested pair. */
  readonly quotes: {
    readonly outer: readonly [string, string];
    readonly inner: readonly [string, string];
  };
  /** Matches short words, with the space after them that must not break; undefined if there are none. */
  readonly boundWords: RegExp | undefined;
  readonly hyphenation: {
    /** Fewest letters before and after a hyphen. */
    readonly before: number;
    readonly after: number;
    /** Loads Liang's patterns; they are large, so they are loaded only when needed. */
    loadPatterns(): Promise<HyphenationPatterns>;
  };
  /** How it writes figures; without it only digits are compared with a translation. */
  readonly figures?: LanguageFigures;
}

/** Marks the positions where a word may be hyphenated. */
export interface HyphenationPatterns {
  hyphenateSync(word: string, options: { hyphenChar: string; minWordLength: number }): string;
}
