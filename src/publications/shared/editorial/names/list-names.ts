import type { NameSpelling } from '../../../../text/languages/language.ts';
import type { Speller } from '../../../../text/spelling/speller.ts';
import type { Passage } from '../passages.ts';

/** A word that is probably a name: it has a capital, and no dictionary has it in small letters. */
export interface PlacedName {
  /** The name without the ending of a possessive. */
  readonly name: string;
  readonly passage: Passage;
  /** Offset in the passage, in UTF-16 code units. */
  readonly from: number;
  /** The name directly before it: a given name, if this is a surname. */
  readonly before?: string | undefined;
  /** The name directly behind it. */
  readonly after?: string | undefined;
}

/** Words that begin with a capital and have small letters, with hyphens: Qizil-Qosh. */
const CAPITALIZED =
  /(?<![\p{L}\p{N}@./-])\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*(?:['’]\p{Ll}{2,})?(?![\p{L}\p{N}@-])/gu;
/** Shorter names have too many others like them. */
const MIN_LETTERS = 4;

/** Lists the names in a passage. */
export function listNames(
  passage: Passage,
  speller: Speller,
  { title }: Pick<NameSpelling, 'title'>,
): PlacedName[] {
  const { text } = passage;
  const words = [...text.matchAll(CAPITALIZED)].filter(
    ({ 0: word }) => !title.test(word) && isName(word, speller),
  );
  return words
    .map(({ 0: word, index }, at) => {
      const last = words[at - 1];
      const next = words[at + 1];
      const isAfter = last && /^\s$/.test(text.slice(last.index + last[0].length, index));
      const isBefore = next && /^\s$/.test(text.slice(index + word.length, next.index));
      return {
        name: word,
        passage,
        from: index,
        before: isAfter ? last[0] : undefined,
        after: isBefore ? next[0] : undefined,
      };
    })
    .filter(({ name }) => name.length >= MIN_LETTERS);
}

function isName(word: string, speller: Speller): boolean {
  return !word
    .toLowerCase()
    .split('-')
    .every((part) => speller.isWord(part));
}
