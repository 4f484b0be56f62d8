import type { Locale } from 'date-fns';

/** Everything that is known of a language. */
export interface Language {
  /** BCP 47. */
  readonly code: string;
  /** Its name in English, and in the language itself. */
  readonly names: { readonly english: string; readonly own: string };
  /** ISO 15924. */
  readonly script: 'Latn' | 'Cyrl';
  /** Names of months and days. */
  readonly dates: Locale;
  /** Quotation marks, each opening and closing: the outer pair, and the pair inside it. */
  readonly quotes: {
    readonly outer: readonly [string, string];
    readonly inner: readonly [string, string];
  };
  /** Words after whose space no line breaks; undefined where the language binds none. */
  readonly boundWords: RegExp | undefined;
  readonly hyphenation: {
    /** Fewest letters before and after a hyphen. */
    readonly before: number;
    readonly after: number;
    /** Liang's patterns; they are large, so they are loaded when the first word is divided. */
    loadPatterns(): Promise<HyphenationPatterns>;
  };
}

/** Marks the places where a word may be divided. */
export interface HyphenationPatterns {
  hyphenateSync(word: string, options: { hyphenChar: string; minWordLength: number }): string;
}
