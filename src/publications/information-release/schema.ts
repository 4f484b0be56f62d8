import { z } from 'zod';
import { LIMITS } from '../../limits.ts';
import type { ValuePath } from '../../source/positions.ts';
import {
  body,
  day,
  fullPhoto,
  type IssuePhoto,
  language,
  list,
  photo,
  publicationKey,
  text,
  webAddress,
} from '../shared/schema-pieces.ts';
import { listCountries } from './countries.ts';

/** Most topics, and most articles, of a country: some twenty times what a long issue has. */
const MOST_TOPICS = 100;
const MOST_ARTICLES = LIMITS.listEntries;

// What only editing programs read of the format: it goes into the JSON Schema beside the
// descriptions, by the names that yaml-language-server and VS Code know.

/**
 * Each country’s code with its names, which stand over a code that is written and beside one that
 * is offered. The last choice takes any text: what is wrong with it the
 * pattern says in one sentence, where the choices would say it by naming all countries. All countries
 * are looked up when an editing program is told of the format, and not by builds.
 */
const COUNTRY_CHOICE = {
  get anyOf(): object[] {
    const choices = listCountries().map(({ code, shortName, officialName }) => ({
      const: code,
      title: shortName,
      description: officialName,
    }));
    return [...choices, { type: 'string' }];
  },
  get pattern(): string {
    return `^(${listCountries()
      .map(({ code }) => code)
      .join('|')})$`;
  },
  patternErrorMessage: 'This is no country’s code: two capital letters, such as KZ or UZ.',
};

const ARTICLE = {
  title: '$1',
  source: '$2',
  body: '|\n    $3',
};

/** A new article, offered where one may begin. */
const ARTICLE_SNIPPET = {
  defaultSnippets: [
    { label: 'article', description: 'A new article: title, source, body.', body: ARTICLE },
  ],
};

/** The language of an issue that names none. */
export const DEFAULT_LANGUAGE = 'en';

const articleKeys = z.strictObject({
  title: text().describe('The headline. It is printed in capitals, however it is typed.'),
  source: webAddress().describe('Web address of the publication the article tells about.'),
  photo: photo().optional(),
  lead: text(LIMITS.leadLength)
    .optional()
    .describe('A standfirst, printed in bold before the body.'),
  body: body().describe(
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
    MOST_TOPICS,
  ).describe('What the introduction says about this country: a list, one line each.'),
  articles: list(article, MOST_ARTICLES).describe(
    'The country’s events: a list, one article each.',
  ),
});

const section = sectionKeys.describe('A country: its code, its topics, its articles.');

const issueKeys = z.strictObject({
  publication: publicationKey('information-release'),
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
  language: language(DEFAULT_LANGUAGE),
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

/** The photo of an article in its longer form. */
export function photoOf({ photo: written }: IssueArticle): IssuePhoto | undefined {
  return written === undefined ? undefined : fullPhoto(written);
}

/** The year of an issue is that of its last day. */
export function yearOf(issue: Pick<Issue, 'period'>): number {
  return Number(issue.period.to.slice(0, 4));
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
