import { z } from 'zod';
import { LIMITS } from '../../limits.ts';
import type { ValuePath } from '../../source/positions.ts';
import { DEFAULT_LANGUAGE } from '../../text/languages/index.ts';
import type { PrintedText } from '../shared/check-texts.ts';
import { ownWords } from '../shared/editorial/own-words.ts';
import { programmeParts } from '../shared/programme-parts.ts';
import {
  body,
  draft,
  language,
  list,
  listWritten,
  photoKeys,
  publicationKey,
  text,
  webAddress,
} from '../shared/schema-pieces.ts';
import { quarter } from './quarter.ts';

/** Number of a newsletter within the programme; the folder's name has at most three digits. */
const MAX_NUMBER = 999;

const columnPhotoKeys = photoKeys().extend({
  side: z
    .enum(['column', 'full'])
    .optional()
    .describe('Width of the photo: column (the default), or full for both columns.'),
});

const photos = () =>
  z
    .union([text(), columnPhotoKeys, list(z.union([text(), columnPhotoKeys]), LIMITS.listEntries)])
    .describe(
      'A photo, or a list of them: its path inside the issue’s folder, or file, alt, caption, credit, side.',
    );

const articleKeys = () => ({
  title: text().describe('The title of the article, without a full stop.'),
  capitals: z
    .boolean()
    .optional()
    .describe('Whether the title is printed in capitals; without the key, it is.'),
  photo: photos().optional(),
  body: body().describe(
    'The text. A blank line starts a new paragraph. A quotation begins with > in every line, a pull quote with >>; the last line, after a dash, can name the speaker. A subheading begins with ###, a table has | between its columns. A web or e-mail address is a link.',
  ),
  newPage: z.boolean().optional().describe('Whether the article begins a new page.'),
});

const articleSchema = z.strictObject({
  ...articleKeys(),
  contents: text().optional().describe('Its line in the contents; without the key, it has none.'),
});

const briefsSchema = z.strictObject({
  contents: text().optional().describe('The line that the short articles share in the contents.'),
  articles: z
    .array(z.strictObject(articleKeys()))
    .max(LIMITS.listEntries)
    .default([])
    .describe('Short articles: title, capitals, photo, body, newPage.'),
});

const closingSchema = z.strictObject({
  vision: z
    .union([z.boolean(), body()])
    .optional()
    .describe('The programme’s vision: true, false, or your own text.'),
  website: z
    .union([z.boolean(), webAddress()])
    .optional()
    .describe('The programme’s web address: true, false, or another address.'),
  mission: z
    .union([z.boolean(), list(text(LIMITS.leadLength), LIMITS.listEntries)])
    .optional()
    .describe('The programme’s mission: true, false, or your own list of its points.'),
});

const { about: _, readMore: __, ...parts } = programmeParts();

/** Schema of a newsletter’s file. */
export const newsletterSchema = z
  .strictObject({
    publication: publicationKey('newsletter').unwrap(),
    programme: text().describe('Name of the programme’s file, such as cadap-7.'),
    number: z.int().min(1).max(MAX_NUMBER).describe('Number of the newsletter: 1, 2, 3 and so on.'),
    period: quarter().describe('The quarter that the newsletter covers, such as 2022-Q3.'),
    language: language(DEFAULT_LANGUAGE),
    draft: draft(),
    words: ownWords(),
    articles: list(articleSchema, LIMITS.listEntries).describe(
      'The articles: title, contents, capitals, photo, body, newPage.',
    ),
    briefs: briefsSchema
      .optional()
      .describe('Short articles after the others, which share one line of the contents.'),
    closing: closingSchema
      .optional()
      .describe('Vision, website and mission of the programme after the articles.'),
    ...parts,
  })
  .describe(
    'A newsletter: its programme, number and period, articles and briefs, and which parts of the programme are printed.',
  );

/** The value of a file that matches the schema. */
export type Newsletter = z.infer<typeof newsletterSchema>;

/** An article; short articles have no line of their own in the contents. */
export type Article = z.infer<typeof articleSchema>;

/** A photo as an object, with the default side filled in. */
export type ArticlePhoto = z.infer<typeof columnPhotoKeys> & { readonly side: 'column' | 'full' };

/** An article with its path in the newsletter. */
export interface PlacedArticle {
  readonly article: Article;
  readonly path: ValuePath;
  readonly isBrief: boolean;
}

/** Returns the articles and the short articles in printed order. */
export function listArticles({ articles, briefs }: Newsletter): PlacedArticle[] {
  return [
    ...articles.map((article, a) => ({ article, path: ['articles', a], isBrief: false })),
    ...(briefs?.articles ?? []).map((article, a) => ({
      article,
      path: ['briefs', 'articles', a],
      isBrief: true,
    })),
  ];
}

/** Returns the photos of an article with their paths in the newsletter. */
export function listPhotos({
  article: { photo },
  path,
}: PlacedArticle): { readonly photo: ArticlePhoto; readonly path: ValuePath }[] {
  return listWritten(photo, [...path, 'photo']).map(({ value, path: own }) => {
    const keys = typeof value === 'string' ? { file: value } : value;
    return { photo: { ...keys, side: ('side' in keys && keys.side) || 'column' }, path: own };
  });
}

/** Returns the newsletter's own words for vision and mission. */
export function listOwnStatements({ closing = {} }: Newsletter): PrintedText[] {
  const { vision, mission } = closing;
  return [
    ...(typeof vision === 'string' ? [{ text: vision, path: ['closing', 'vision'] }] : []),
    ...(Array.isArray(mission) ? mission : []).map((text, index) => ({
      text,
      path: ['closing', 'mission', index],
    })),
  ];
}
