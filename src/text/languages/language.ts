import type { Locale } from 'date-fns';
import type { LanguageFigures } from './figures/language-figures.ts';
import type { LanguageProse } from './prose/language-prose.ts';
import type { LanguageSigns } from './signs/language-signs.ts';

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
  readonly quotes: QuotationMarks;
  readonly dashes: Dashes;
  /**
   * Spaces at which no line breaks; each pattern matches the space alone. They see a text whose quotes
   * and dashes are set, and must be global.
   */
  readonly noBreakSpaces: readonly RegExp[];
  /**
   * Whether lines are broken knowing that a no-break space gives way like others and that the words beside
   * it may be divided. A language that binds many words needs it for even spaces.
   */
  readonly splitBound: boolean;
  readonly hyphenation: {
    /** Fewest letters before and after a hyphen. */
    readonly before: number;
    readonly after: number;
    /** Loads Liang's patterns; they are large, so they are loaded only when needed. */
    loadPatterns(): Promise<HyphenationPatterns>;
  };
  /** How it writes figures; without it only digits are compared with a translation. */
  readonly figures?: LanguageFigures;
  /** How its words are spelled; without it, spelling is not checked. */
  readonly spelling?: SpellingData;
  /** How names may be spelled; without it, the spellings of names are not compared. */
  readonly properNames?: NameSpelling;
  /** Articles whose form depends on the sound that follows. */
  readonly articles?: SoundingArticles;
  /** What the editorial rules know of it; without it, these rules are off. */
  readonly prose?: LanguageProse;
  /** What the editorial rules know of its signs, letters and links; without it they are off. */
  readonly signs?: LanguageSigns;
  /** Reduces the inflected forms of a word to one stem, for searching; undefined if there is none. */
  readonly stemmer?: {
    /** Name of the module, to bundle it into a page. */
    readonly module: string;
    load(): Promise<StemmerModule>;
  };
}

/** What is known of the spelling of a language beside its dictionaries. */
export interface SpellingData {
  /** Packages with a Hunspell dictionary: one, or one for each variant such as British and American. */
  readonly dictionaries: readonly { readonly variant: string; readonly module: string }[];
  /** Matches a word in small letters of the language alone. */
  readonly alphabet: RegExp;
  /** Endings of inflected words; the empty one is among them. */
  readonly endings: readonly string[];
  /** Replaces letters that are often written in place of each other, such as ё and е. */
  readonly foldLetters?: (word: string) => string;
  /** Matches a word that begins with a prefix of which new words are formed; the group is what follows. */
  readonly prefixes: RegExp;
  /**
   * Returns words of which one has to be right if a part of a compound with hyphens is: таджикский for
   * таджикско-узбекский.
   */
  readonly basesOfPart?: (part: string, compound: string) => readonly string[];
  /** Words by variant that several dictionaries have, but that mean the same only in this one. */
  readonly variantWords?: Readonly<Record<string, string>>;
  /** Letters in which the variants differ, by kinds of which a text has one spelling only. */
  readonly variantLetters?: readonly VariantLetters[];
}

/** How names may be spelled in a language. */
export interface NameSpelling {
  /** Returns what is equal for spellings of the same name, such as Sergei and Sergey. */
  fold(name: string): string;
  /** Returns a name without its case ending. */
  baseOf(name: string): string;
  /** Matches articles with the space behind them, in a name or before it; global. */
  readonly articles?: RegExp;
  /** Matches a title before a name, such as Mr. */
  readonly title: RegExp;
  /** Whether a longer name can be derived from a shorter one, such as a plural or a woman’s surname. */
  isForm(longer: string, shorter: string): boolean;
}

/** Articles whose form depends on the sound of the next word, such as a and an. */
export interface SoundingArticles {
  readonly beforeVowel: string;
  readonly beforeConsonant: string;
  /** Whether a word begins with a vowel when it is spoken; undefined if that is not certain. */
  beginsWithVowel(word: string): boolean | undefined;
}

/** A kind of difference between the variants of a language. */
export interface VariantLetters {
  readonly pairs: readonly (readonly [string, string])[];
}

/** Returns the stem of a word in lower case. */
export type Stemmer = (word: string) => string;

/** A module of @orama/stemmers. */
export interface StemmerModule {
  readonly stemmer: Stemmer;
}

/** Quotation marks, each opening and closing: the outer pair, and the pair inside it. */
export interface QuotationMarks {
  readonly outer: readonly [string, string];
  readonly inner: readonly [string, string];
  /** Double quotes inside double quotes become the inner pair. */
  readonly nests: boolean;
  /** Words that begin with an apostrophe, from after it; undefined where the language has none. */
  readonly elided: RegExp | undefined;
}

/** The dashes that are set for what a keyboard types. */
export interface Dashes {
  /** The dash of direct speech, at the beginning of a paragraph. */
  readonly speech: string;
  /** For a hyphen or a dash between spaces; undefined where it stays as typed. */
  readonly spaced: string | undefined;
  /** For a hyphen between two numbers, the first of them the smaller; undefined where it stays. */
  readonly range: string | undefined;
}

/** Marks the positions where a word may be hyphenated. */
export interface HyphenationPatterns {
  hyphenateSync(word: string, options: { hyphenChar: string; minWordLength: number }): string;
}
