/** A unit of measure, currency or label; amounts of one dimension are compared by factor. */
export interface Unit {
  readonly dimension: string;
  /** Multiple of the dimension's base unit. */
  readonly factor: number;
}

/** What a word means in a number. */
export interface Numeral {
  readonly value: number;
  /**
   * `add`: three, sixty; `ordinal`: third, which is added as well; `multiply`: hundred, million;
   * `fraction`: half.
   */
  readonly kind: 'add' | 'ordinal' | 'multiply' | 'fraction';
}

/** A number with its unit that one word states: twice, fortnight. */
export interface Amount {
  readonly value: number;
  readonly unit?: Unit;
}

/**
 * How a language writes figures. Keys are words in small letters, in Russian with е for ё; a key of
 * two words has one space between them, whatever joins them in the text ("a.m." is `a m`).
 */
export interface LanguageFigures {
  /** Decimal separator; undefined where it is not known. */
  readonly decimal: '.' | ',' | undefined;
  readonly numerals: ReadonlyMap<string, Numeral>;
  /** Words between the parts of one number: two hundred AND five. */
  readonly numeralJoiners: ReadonlySet<string>;
  /** Words after a number that add a half, each as its sequence of words. */
  readonly andAHalf: readonly (readonly string[])[];
  /** Words between a fraction and what it is a part of: half A million. */
  readonly articles: ReadonlySet<string>;
  /** Numbers at the start of compound words: двух-, пол-. */
  readonly numeralPrefixes: ReadonlyMap<string, number>;
  /** Second parts of such compounds that are no units: -сторонний. */
  readonly compoundEndings: ReadonlySet<string>;
  /** Letters behind the digits of an ordinal: 21ST, 8-Х. */
  readonly ordinalSuffixes: ReadonlySet<string>;
  /** Suffixes of decades, which may leave out the century: 90S, 90-Е. */
  readonly decadeSuffixes: ReadonlySet<string>;
  readonly amountWords: ReadonlyMap<string, Amount>;
  readonly units: ReadonlyMap<string, readonly Unit[]>;
  /** Abbreviations of the word year that may mean something else as well. */
  readonly yearAbbreviations: ReadonlySet<string>;
  /** Words before the number of what they name: ARTICLE 297. */
  readonly labels: ReadonlyMap<string, Unit>;
  readonly months: {
    /** All forms, with the number of the month from 1. */
    readonly names: ReadonlyMap<string, number>;
    /** Forms that count only beside a day or year: abbreviations, adjectives. */
    readonly weak: ReadonlySet<string>;
    /** Months whose names are common words; without a number they count only after `before`. */
    readonly doubtful: ReadonlySet<string>;
    readonly before: ReadonlySet<string>;
    /** Whether names begin with a capital letter. */
    readonly isCapitalised: boolean;
    /** Words between the day and the month: 16th OF November. */
    readonly joiners: ReadonlySet<string>;
    /** Whether the day may stand after the month. */
    readonly isDayAfter: boolean;
  };
  /** Words after an hour of 1–12, with the hours that they add. */
  readonly dayParts: ReadonlyMap<string, 0 | 12>;
  /** Words between the ends of a range or the entries of a list. */
  readonly connectors: ReadonlySet<string>;
}

/** Digits alone, as they are read in a language of which nothing else is known. */
export const DIGITS_ONLY: LanguageFigures = {
  decimal: undefined,
  numerals: new Map(),
  numeralJoiners: new Set(),
  andAHalf: [],
  articles: new Set(),
  numeralPrefixes: new Map(),
  compoundEndings: new Set(),
  ordinalSuffixes: new Set(),
  decadeSuffixes: new Set(),
  amountWords: new Map(),
  units: new Map(),
  yearAbbreviations: new Set(),
  labels: new Map(),
  months: {
    names: new Map(),
    weak: new Set(),
    doubtful: new Set(),
    before: new Set(),
    isCapitalised: false,
    joiners: new Set(),
    isDayAfter: false,
  },
  dayParts: new Map(),
  connectors: new Set(),
};
