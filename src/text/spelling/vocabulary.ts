import { z } from 'zod';
import type { Speller } from './speller.ts';

/** Schema of templates/vocabulary/LANGUAGE.yaml: words and names that the editorial rules know. */
export const vocabularySchema = z.strictObject({
  /** Right words that the dictionary lacks, in small letters. */
  words: z.array(z.string()),
  /** Words that are nearly always a mistake, in small letters, and what was meant. */
  mistakes: z.record(z.string(), z.string()),
  /** Preferred names, and other spellings of them; a star at the end stands for any ending. */
  names: z.record(z.string(), z.array(z.string())),
  /** Abbreviations of agencies with their names. */
  agencies: z.record(z.string(), z.string().nullable()),
  /** Ranks that stand before a name. */
  ranks: z.array(z.string()),
  /** What may stand between a rank and a name, such as the name of the service. */
  services: z.array(z.string()),
  /** Words that the publisher avoids, each with what to write; a star stands for any ending. */
  avoid: z.array(z.strictObject({ word: z.string().regex(/^[\p{L}’* -]+$/u), write: z.string() })),
});

/** The words and names that the editorial rules know in one language. */
export type Vocabulary = z.output<typeof vocabularySchema>;

/** What the rules about spelling and names need of a language; without it, they find nothing. */
export interface ProofingTools {
  readonly speller: Speller;
  readonly vocabulary: Vocabulary;
}

/** Returns a test whether a word is one of the given words in any inflected form. */
export function createWordFilter(
  words: readonly string[],
  { stemsOf }: Pick<Speller, 'stemsOf'>,
): (word: string) => boolean {
  const known = new Set(words.flatMap((word) => stemsOf(word.toLowerCase())));
  return (word) => stemsOf(word.toLowerCase()).some((stem) => known.has(stem));
}
