import { z } from 'zod';
import { LIMITS, showLimit } from '../../limits.ts';
import type { ValuePath } from '../../source/positions.ts';
import { findTangle } from '../../text/find-tangle.ts';
import {
  ARTICLE_SNIPPET,
  BLANK_TEXT,
  COUNTRY_CHOICE,
  guessDay,
  NO_DAY,
  NO_WEB_ADDRESS,
  WEB_ADDRESS,
} from './editor-help.ts';
// The descriptions are read in two places: as hints under a problem, and in the editor, where they
// stand in the JSON Schema (npm run write-schema).

/** The language of an issue that names none. */
export const DEFAULT_LANGUAGE = 'en';

/** Text that must not be left blank, of `most` characters. */
const text = (most: number = LIMITS.lineLetters) =>
  z
    .string()
    .regex(/\S/, { error: 'is blank' })
    .max(most, { error: ({ input }) => hasMore(String(input).length, 'characters', most) })
    .meta(BLANK_TEXT);

/** A list of one entry or more, `most` at the most. */
const list = <T extends z.ZodType>(item: T, most: number) =>
  z
    .array(item)
    .min(1)
    .max(most, {
      error: ({ input }) => hasMore((input as readonly unknown[]).length, 'entries', most),
    });

const hasMore = (number: number, what: string, most: number) =>
  `has ${showLimit(number)} ${what}; ${showLimit(most)} is the limit`;

/** A day of the calendar, as 2024-11-16. */
export const day = () =>
  z.iso
    .date({
      error: ({ input }) => {
        const guess = guessDay(String(input));
        const rule = 'is not a day of the calendar written as YEAR-MONTH-DAY';
        return guess ? `${rule}: did you mean ${guess}?` : `${rule}, such as 2024-11-16`;
      },
    })
    .meta(NO_DAY);

const webAddress = () =>
  text(LIMITS.addressLetters)
    .refine(isWebAddress, {
      error: ({ input }) => explainAddress(String(input).trim()),
      params: { hints: ['Copy the address from the browser: https://example.org/news/1'] },
    })
    .meta(NO_WEB_ADDRESS);

const photoKeys = z.strictObject({
  file: text().describe('Path of the picture inside the issue’s folder, such as photos/hall.jpg.'),
  alt: text().optional().describe('What the picture shows, read aloud to those who cannot see it.'),
  caption: text(LIMITS.leadLetters).optional().describe('A line printed under the picture.'),
  credit: text().optional().describe('Who took the picture; printed after the caption.'),
  side: z
    .enum(['left', 'right', 'full'])
    .optional()
    .describe('Where the picture stands: left (the usual), right, or full for the text’s width.'),
});

const articleKeys = z.strictObject({
  title: text().describe('The headline. It is printed in capitals, however it is typed.'),
  source: webAddress().describe('Web address of the publication the article tells about.'),
  photo: z
    .union([text(), photoKeys])
    .optional()
    .describe(
      'Path of the picture inside the issue’s folder, or file, alt, caption, credit, side.',
    ),
  lead: text(LIMITS.leadLetters)
    .optional()
    .describe('A standfirst, printed in bold before the body.'),
  body: text(LIMITS.bodyLetters)
    .refine((body) => findTangle(body) === undefined, {
      error: ({ input }) => findTangle(String(input)),
      params: {
        hints: [
          'Paragraphs are parted by blank lines; before a sign that is to be printed goes a \\.',
        ],
      },
    })
    .describe(
      'The article. A blank line starts a new paragraph; a line that opens with a dash is direct speech.',
    ),
});

const article = articleKeys
  .describe('An event: title, source and body; a photo and a lead where there are any.')
  .meta(ARTICLE_SNIPPET);

const sectionKeys = z.strictObject({
  country: text()
    .describe('Two letters of the country, such as KZ or UZ (ISO 3166-1 alpha-2).')
    .meta(COUNTRY_CHOICE),
  topics: list(
    text().describe('A topic; it completes the words “information on …”.'),
    LIMITS.topics,
  ).describe('What the introduction says about this country: a list, one line each.'),
  articles: list(article, LIMITS.articles).describe(
    'The country’s events: a list, one article each.',
  ),
});

const section = sectionKeys.describe('A country: its code, its topics, its articles.');

const issueKeys = z.strictObject({
  number: z
    .int({ error: 'is no whole number' })
    .min(1)
    .describe('The issue’s number within its year, such as 19.'),
  period: z
    .strictObject({
      from: day().describe('First day the issue covers, such as 2024-11-16.'),
      to: day().describe('Last day the issue covers, such as 2024-11-30.'),
    })
    .describe('The days the issue covers, such as { from: 2025-01-16, to: 2025-01-31 }.'),
  language: z.enum(['en']).default(DEFAULT_LANGUAGE).describe('Language of the issue: en.'),
  sections: z
    .array(section)
    .min(1)
    .describe('The countries of the issue: a list, one section each.'),
});

/** The format of an Information Release's issue, as an editor writes it. */
export const issueSchema = issueKeys.describe(
  'An issue of the Information Release: its number, its period, and a section for each country.',
);

/** An issue that has the right shape. */
export type Issue = z.infer<typeof issueSchema>;
/** A country's part of an issue. */
export type IssueSection = Issue['sections'][number];
/** An event as an editor wrote it. */
export type IssueArticle = IssueSection['articles'][number];

/** A photo with all its keys, also when only its path was written. */
export type IssuePhoto = z.infer<typeof photoKeys>;

/** The photo of an article in its longer form. */
export function photoOf(article: IssueArticle): IssuePhoto | undefined {
  return typeof article.photo === 'string' ? { file: article.photo } : article.photo;
}

/** The year of an issue is that of its last day. */
export function yearOf(issue: Pick<Issue, 'period'>): number {
  return Number(issue.period.to.slice(0, 4));
}

/** Whether it looks like an address; whether its host can exist is a rule of its own. */
function explainAddress(address: string): string {
  if (/^https?:\/\/.*\s/is.test(address)) return 'has a blank in it; a web address has none';
  if (/^https?:\/\/[^\s/?#]*@/i.test(address)) return 'has a user name before the @';
  return 'is not a web address that starts with https:// or http://';
}

function isWebAddress(value: string): boolean {
  return WEB_ADDRESS.test(value);
}

/** The name of an issue's folder: 2024-19. */
export function issueName(issue: Pick<Issue, 'number' | 'period'>): string {
  return `${yearOf(issue)}-${String(issue.number).padStart(2, '0')}`;
}

/** Every article of an issue with its place in the document. */
export function listArticles({
  sections,
}: Pick<Issue, 'sections'>): { article: IssueArticle; path: ValuePath }[] {
  return sections.flatMap((section, s) =>
    section.articles.map((article, a) => ({ article, path: ['sections', s, 'articles', a] })),
  );
}
