// Numbers, words and signs of a text.

/** A number of digits, a word of letters, or one other character. */
export interface Token {
  readonly kind: 'number' | 'word' | 'sign';
  readonly text: string;
  /** A word in small letters, with е for ё; otherwise the same as `text`. */
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** Spaces between groups of three digits: space, no-break, thin and narrow no-break space. */
export const DIGIT_SPACES = ' \\u00a0\\u2009\\u202f';

/** Digits with their separators; a word; any other character. Each repetition is unambiguous. */
const TOKEN = new RegExp(
  `((?:\\d{1,3}(?:[${DIGIT_SPACES}]\\d{3}(?!\\d))+|\\d+)(?:[.,]\\d+)*)|(\\p{L}[\\p{L}\\p{M}]*)|\\S`,
  'gu',
);

/** Most spaces between a number and its unit, and between the words of one term. */
const MAX_GAP = 2;
const HYPHEN = /^[-\u2010\u2011]$/;
/** The longest term of the languages' tables, in words: in the afternoon. */
const MAX_WORDS = 3;

/** The tokens of a text, and what stands beside what. */
export class Tokens {
  readonly list: readonly Token[];

  constructor(text: string) {
    this.list = Array.from(text.matchAll(TOKEN), (match): Token => {
      const [found, number, word] = match;
      const kind = number !== undefined ? 'number' : word !== undefined ? 'word' : 'sign';
      const key = kind === 'word' ? keyOf(found) : found;
      return { kind, text: found, key, from: match.index, to: match.index + found.length };
    });
  }

  at(index: number): Token | undefined {
    return this.list[index];
  }

  /** Characters of space before a token. */
  gapBefore(index: number): number {
    const [before, token] = [this.list[index - 1], this.list[index]];
    return before && token ? token.from - before.to : Number.POSITIVE_INFINITY;
  }

  /** The token at an index if it is of that kind and touches the one before it. */
  attached(index: number, kind: Token['kind']): Token | undefined {
    const token = this.list[index];
    return token?.kind === kind && this.gapBefore(index) === 0 ? token : undefined;
  }

  /** The sign at an index if it touches the token before it. */
  isSign(index: number, signs: string): boolean {
    const token = this.attached(index, 'sign');
    return token !== undefined && signs.includes(token.text);
  }

  /** The index of the word that follows a token, behind spaces, a hyphen or nothing. */
  wordAfter(index: number): number | undefined {
    if (HYPHEN.test(this.attached(index + 1, 'sign')?.text ?? '')) {
      return this.attached(index + 2, 'word') ? index + 2 : undefined;
    }
    const isNear = this.list[index + 1]?.kind === 'word' && this.gapBefore(index + 1) <= MAX_GAP;
    return isNear ? index + 1 : undefined;
  }

  /** The same after a word, which may be abbreviated by a full stop or an apostrophe. */
  private wordAfterWord(index: number): number | undefined {
    return this.wordAfter(this.isSign(index + 1, ".’'") ? index + 1 : index);
  }

  /** The longest term of a table that begins at a word, with the index of its last word. */
  term<T>(table: ReadonlyMap<string, T>, index: number | undefined): Found<T> | undefined {
    if (index === undefined || this.list[index]?.kind !== 'word') return undefined;
    let [key, at, found] = ['', index as number | undefined, undefined as Found<T> | undefined];
    for (let count = 1; count <= MAX_WORDS && at !== undefined; count++) {
      key = count === 1 ? this.keyAt(at) : `${key} ${this.keyAt(at)}`;
      const value = table.get(key);
      if (value !== undefined) found = { value, last: at };
      at = this.wordAfterWord(at);
    }
    return found;
  }

  keyAt(index: number): string {
    return this.list[index]?.key ?? '';
  }
}

/** What a table has for a term. */
export interface Found<T> {
  readonly value: T;
  readonly last: number;
}

function keyOf(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('ё', 'е');
}
