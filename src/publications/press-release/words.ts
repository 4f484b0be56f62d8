import { z } from 'zod';
import { programmeWords } from '../shared/compose-programme.ts';
import { editorialWords } from '../shared/editorial/review-text.ts';

/** Schema of templates/press-release/words.*.yaml: the printed words in one language. */
export const wordsSchema = z.strictObject({
  document: z.strictObject({
    author: z.string(),
    subject: z.string(),
    keywords: z.string(),
  }),
  label: z.string(),
  dateline: z.string(),
  embargo: z.string(),
  draft: z.string(),
  ...programmeWords(),
  editorial: editorialWords(),
});

/** The validated words of a language. */
export type Words = z.output<typeof wordsSchema>;
