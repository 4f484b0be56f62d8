import type { Locale } from 'date-fns';

/** The data of a language. */
export interface Language {
  /** BCP 47. */
  readonly code: string;
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
}

/** Marks the positions where a word may be hyphenated. */
export interface HyphenationPatterns {
  hyphenateSync(word: string, options: { hyphenChar: string; minWordLength: number }): string;
}
