// The format of a further edition of an issue: words only, tied to the articles of the first edition.
import { z } from 'zod';
import { LIMITS } from '../../../limits.ts';
import { MARKS } from '../../shared/editions/marks.ts';
import { ownWords } from '../../shared/editorial/own-words.ts';
import {
  body,
  languageCode,
  list,
  photoKeys,
  publicationKey,
  text,
  withOneKey,
} from '../../shared/schema-pieces.ts';
import { editionSource } from '../article-sources.ts';
import { MAX_PHOTOS, MAX_TOPICS, ONE_NAME } from '../schema.ts';

/** Words of a photo; its file ties them to the photo of the first edition. */
const furtherPhoto = () =>
  photoKeys()
    .omit({ side: true })
    .extend({ file: text().describe('Path of the photo, as in the first edition.') });

const articleKeys = z.strictObject({
  source: editionSource().optional(),
  article: z
    .int({ error: 'is not a whole number' })
    .min(1)
    .optional()
    .describe('Place of an article that has no source, counted from 1 in its section.'),
  of: z
    .string()
    .refine((value) => MARKS.test(value), { error: 'is not a row of marks such as 3f9c-a10b' })
    .optional()
    .describe('What was translated; npm run translate writes it.'),
  title: text().describe('The headline. It is printed in capitals, however it is typed.'),
  place: text().optional().describe('Place of the event, for the site and the data.'),
  lead: text(LIMITS.leadLength)
    .optional()
    .describe('A standfirst, printed in bold before the body.'),
  alt: text().optional().describe('What the picture shows, read aloud to those who cannot see it.'),
  caption: text(LIMITS.leadLength).optional().describe('A line printed under the picture.'),
  credit: text().optional().describe('Who took the picture; printed after the caption.'),
  photo: list(
    furtherPhoto().describe('The words of a photo: file, alt, caption, credit.'),
    MAX_PHOTOS,
  )
    .optional()
    .describe('The words of the photos after the first one: a list of file, alt, caption, credit.'),
  body: body().describe('The article, paragraph by paragraph as in the first edition.'),
});

const sectionKeys = z.strictObject({
  country: text()
    .refine((code) => /^[A-Z]{2}$/.test(code), { error: 'is not two capital letters' })
    .optional()
    .describe('Two letters of the country, as in the first edition.'),
  heading: text()
    .optional()
    .describe(
      'The heading of a section that is no country’s; headings have the order of the first edition.',
    ),
  topics: list(text().describe('A topic with its preposition.'), MAX_TOPICS).describe(
    'What the introduction says about this section: a list, one line each.',
  ),
  articles: list(articleKeys.describe('The words of an article.'), LIMITS.listEntries).describe(
    'The section’s articles in the order of the first edition.',
  ),
});

/** The format of a further edition: `issue.ru.yaml` beside `issue.yaml`. */
export const editionSchema = z
  .strictObject({
    publication: publicationKey('information-release'),
    translates: languageCode().describe('Language of the first edition, which was translated.'),
    words: ownWords(),
    sections: z
      .array(
        withOneKey(sectionKeys, ONE_NAME).describe(
          'A section: a country’s code or a heading, its topics, its articles.',
        ),
      )
      .min(1)
      .describe('The sections of the first edition.'),
  })
  .describe('An issue of the Information Release in a further language: words, and no facts.');

/** A further edition that has the right shape. */
export type Edition = z.infer<typeof editionSchema>;
/** The words of an article. */
export type EditionArticle = Edition['sections'][number]['articles'][number];

/** Longest title that is quoted in a message, in letters. */
const QUOTED_LETTERS = 60;

/** The beginning of a text, for a message. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= QUOTED_LETTERS ? line : `${line.slice(0, QUOTED_LETTERS - 1).trimEnd()}…`;
}
