// The rules about spelling and names, which need a dictionary and a vocabulary of the language.
import type { CodeNotes } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { languageOf } from '../../../text/languages/index.ts';
import { createWordFilter, type ProofingTools } from '../../../text/spelling/vocabulary.ts';
import type { Passage } from './passages.ts';
import { findMisspellings, SPELLING_CODES } from './spelling.ts';
import { findMixedVariants, VARIANT_CODES } from './spelling-variants.ts';
import { listWords } from './words.ts';
import { findWrongArticles, findWrongWords, WRONG_WORD_CODES } from './wrong-words.ts';

/** Problem codes of the rules about spelling and names. */
export const PROOFING_CODES = {
  ...SPELLING_CODES,
  ...VARIANT_CODES,
  ...WRONG_WORD_CODES,
} satisfies CodeNotes;

/** What these rules have to know about an issue. */
export interface ProofreadingContext {
  readonly language: string;
  /** Undefined if the program knows no spelling of the language. */
  readonly proofing?: ProofingTools | undefined;
  /** Words and names that the author knows to be right. */
  readonly ownWords?: readonly string[] | undefined;
}

/** Applies the rules about spelling and names. */
export function proofreadTexts(
  passages: readonly Passage[],
  { language, proofing, ownWords = [] }: ProofreadingContext,
): Finding[] {
  const { articles } = languageOf(language) ?? {};
  const wrongArticles = articles ? findWrongArticles(passages, articles) : [];
  if (!proofing) return wrongArticles;
  const { speller, vocabulary } = proofing;
  const words = passages.flatMap(listWords);
  const isAdded = createWordFilter([...vocabulary.words, ...ownWords], speller);
  // These words have a finding with a better reason.
  const isKnown = (word: string) => isAdded(word) || Object.hasOwn(vocabulary.mistakes, word);
  return [
    ...findMisspellings(words, speller, isKnown),
    ...findMixedVariants(words, speller),
    ...findWrongWords(passages, vocabulary.mistakes),
    ...wrongArticles,
  ];
}
