import { z } from 'zod';
import { programmeWords } from '../shared/compose-programme.ts';
import { editorialWords } from '../shared/editorial/review-text.ts';
import { keepCaseWords } from '../shared/titles.ts';

/** Schema of templates/newsletter/words.*.yaml: the printed words in one language. */
export const wordsSchema = z.strictObject({
  document: z.strictObject({
    title: z.string(),
    author: z.string(),
    subject: z.string(),
    keywords: z.string(),
  }),
  brand: z.strictObject({
    name: z.string(),
    programme: z.string(),
    issue: z.string(),
    period: z.string(),
  }),
  draft: z.string(),
  contents: z.strictObject({ heading: z.string(), page: z.string() }),
  vision: z.string(),
  mission: z.string(),
  keepCase: keepCaseWords(),
  ...programmeWords(),
  editorial: editorialWords(),
});

/** The validated words of a language. */
export type Words = z.output<typeof wordsSchema>;
