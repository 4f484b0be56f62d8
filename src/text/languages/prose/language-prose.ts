/** What the rules about dates and figures know of a language. Groups that a rule needs are numbered. */
export interface FigureWords {
  /** Names of the weekdays from Sunday, each in the forms that stand beside a date. */
  readonly weekdays: readonly (readonly string[])[];
  /** Words of a sentence that tells of an event which has taken place. */
  readonly past: RegExp;
  /** Words of a sentence about a law, a plan, history or a comparison, whose dates may be of any time. */
  readonly background: RegExp;
  /** A year with a word that makes the number a year: 1 year. */
  readonly year: RegExp;
  /** Words before the first and the last of two numbers that are a span. */
  readonly spanFrom: RegExp;
  readonly spanTo: RegExp;
  /** The word before a span whose ends are joined by "and". */
  readonly between: RegExp;
  /** Names of what is numbered, before a span: grades 9 to 11. */
  readonly numbered: RegExp;
  /** Words for a change, whose numbers may fall: reduced from 12 to 8 years. */
  readonly change: RegExp;
  /** Words of a sentence about growth, which may be more than 100 per cent. */
  readonly growth: RegExp;
  /** Words beside a number of more than 100 per cent that compare or measure. */
  readonly comparison: RegExp;
  /** A part of what the sentence has counted before: 1 part. */
  readonly partOfBefore: RegExp;
  /** A part with its whole: 1 part, 2 whole. */
  readonly partOfWhole: RegExp;
  /** A whole with a part directly behind it: 1 whole, 2 part. */
  readonly partsBehindWhole: readonly RegExp[];
  /** Words at the end of a text before a number that count nothing: in, from, for. */
  readonly beforeOther: RegExp;
  /** An age: 1 number. */
  readonly age: RegExp;
  /** Years with months: 1 months. */
  readonly yearsAndMonths: RegExp;
  /** Words at the end of a text before a time of day: at, from. */
  readonly beforeTime: RegExp;
  /** First cell of a table's total row. */
  readonly total: RegExp;
  /** First cell of a row that is a part of another row. */
  readonly subtotal: RegExp;
  /** Words that say that a list is not complete, or counts something else. */
  readonly incomplete: RegExp;
  /** Pairs of words that make a whole together, such as women and men. */
  readonly complements: readonly (readonly [RegExp, RegExp])[];
  /** Wholes that are no persons: two teams of boys and girls. */
  readonly groups: RegExp;
  /** Nouns of a list that stands immediately behind them: five states, …. */
  readonly listNouns: RegExp;
  /** Nouns that announce a list also with words between: three topics were given priority. */
  readonly announcingNouns: RegExp;
  /** Words between a counted noun and its list after which the list is one of something else. */
  readonly otherList: RegExp;
  /** The word before the last entry of a list. */
  readonly listJoiner: RegExp;
}

/** A text that a web page has beside the article, and how a message names it. */
export interface PageLeftover {
  readonly name: string;
  readonly pattern: RegExp;
}

/** What the rules about leftovers, unfinished texts and persons know of a language. */
export interface TextWords {
  /** Whole paragraphs of web pages that are no part of an article. */
  readonly leftovers: readonly PageLeftover[];
  /** A paragraph that begins with the word for a source. */
  readonly source: RegExp;
  /** Notes of an author to himself or to a colleague, and texts of templates. */
  readonly notes: readonly RegExp[];
  /** Words that no sentence ends with. */
  readonly unfinishedEnd: RegExp;
  /** Words near a telephone number or an e-mail address that is meant for the public. */
  readonly publicLine: RegExp;
  /** Words near a number that say that it is a person's own. */
  readonly privateLine: RegExp;
  /** Persons with an age beside the name: groups `age` and `name`. */
  readonly namedAges: readonly RegExp[];
  /** Words in names of places and organisations. */
  readonly notPersons: RegExp;
  /** A document's number: 1 number. */
  readonly identity: RegExp;
  /** A private address: street, house and flat. */
  readonly home: RegExp;
}

/** What the editorial rules know of a language. */
export interface LanguageProse {
  readonly figures: FigureWords;
  readonly texts: TextWords;
}

/**
 * Returns a function that creates patterns of whole words, in any case of letters. In its words an
 * asterisk stands for any letters.
 * @param letters of the language, as in a class of characters
 */
export function createWordPattern(letters: string): (words: string) => RegExp {
  return (words) =>
    new RegExp(
      `(?<![${letters}])(?:${words.replaceAll('*', `[${letters}]*`)})(?![${letters}])`,
      'iu',
    );
}
