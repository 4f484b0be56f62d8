import { z } from 'zod';
import { editorialWords } from '../shared/editorial/review-text.ts';
import { keepCaseWords } from '../shared/titles.ts';

const lines = () => z.array(z.string()).min(1);

/** Schema of templates/information-release/words.*.yaml: the printed words in one language. */
export const wordsSchema = z.strictObject({
  document: z.strictObject({
    title: z.string(),
    author: z.string(),
    subject: z.string(),
    keywords: z.string(),
  }),
  period: z.strictObject({
    oneDay: z.string(),
    oneMonth: z.string(),
    oneYear: z.string(),
    twoYears: z.string(),
  }),
  cover: z.strictObject({
    letters: lines(),
    centre: lines(),
    title: z.string(),
    subtitle: lines(),
    note: z.string(),
    number: z.string(),
    place: z.string(),
    draft: z.string(),
    dates: z.strictObject({ oneDay: z.string(), oneMonth: z.string(), otherwise: z.string() }),
    emblem: z.string(),
  }),
  masthead: z.strictObject({
    title: z.string(),
    centre: z.string(),
    addressHeading: z.string(),
    address: lines(),
    edition: z.string(),
    circulation: z.string(),
  }),
  contents: z.strictObject({ heading: z.string() }),
  introduction: z.strictObject({
    /** The first paragraph begins with one of these sentences. */
    opening: z.strictObject({ activities: z.string(), events: z.string() }),
    topics: z.string(),
  }),
  topics: z.strictObject({
    /** Words with which a topic can begin so that the sentence puts no preposition before it. */
    prepositions: z.array(z.string().regex(/^\S+(?: \S+)*$/)),
    /** Whether every topic must begin with one, because the sentence has none. */
    mustBegin: z.boolean(),
    /** Words that the sentence has already, so that no topic begins with them, in lower case. */
    redundant: z.array(z.string()),
  }),
  keepCase: keepCaseWords(),
  article: z.strictObject({ source: z.string(), reference: z.string(), page: z.string() }),
  editorial: editorialWords(),
});

/** The validated words of a language. */
export type Words = z.output<typeof wordsSchema>;
