/** What the editorial rules know of a language's signs, letters and links. */
export interface LanguageSigns {
  /** The sign before a number, and what other languages write in its place. */
  readonly number: { readonly own: string; readonly foreign: RegExp };
  /** Whether an apostrophe belongs to words of the language. */
  readonly hasApostrophe: boolean;
  /** Units of two letters or more, which have a space before them; a pattern. */
  readonly units: string;
  /** Words behind a hyphen and a space that complete a word later: pre- and post-natal. */
  readonly suspending: RegExp;
  /** Abbreviations with a full stop that does not end a sentence, in lower case. */
  readonly abbreviations: ReadonlySet<string>;
  /** Words that have a capital only at the beginning of a sentence; a pattern. */
  readonly sentenceStarts: string;
  /** Words in small letters that make it certain that words are of this language. */
  readonly common: ReadonlySet<string>;
  /** Links whose whole text says nothing of what they lead to. */
  readonly emptyLinks: RegExp;
  /** Beginnings of a description that say that there is a picture, which screen readers say. */
  readonly pictureWords: RegExp;
  /** Descriptions that say nothing. */
  readonly emptyDescription: RegExp;
  /** Credits that name no person and no agency. */
  readonly emptyCredit: RegExp;
  /** Words of a caption for a picture that stands elsewhere. */
  readonly pointing: RegExp;
}

/** Returns the words of a text that are separated by spaces. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
