import { z } from 'zod';
import { LIMITS } from '../../limits.ts';
import type { ValuePath } from '../../source/positions.ts';
import { DEFAULT_LANGUAGE } from '../../text/languages/index.ts';
import { ownWords } from '../shared/editorial/own-words.ts';
import {
  body,
  day,
  draft,
  type IssuePhoto,
  language,
  list,
  listWritten,
  normalizePhoto,
  type Placed,
  photos,
  publicationKey,
  text,
  withOneKey,
} from '../shared/schema-pieces.ts';
import { articleSource } from './article-sources.ts';
import { listCountries } from './countries.ts';

/** Topics of a country: about twenty times the number of a long issue. */
export const MAX_TOPICS = 100;

/** Photos of one article: more than any article of the past issues has. */
export const MAX_PHOTOS = 10;

// Metadata for editors such as VS Code. It goes into the JSON Schema under the keys that
// yaml-language-server supports.

/**
 * The country codes with their names, for completion and hover texts. The last choice accepts any text,
 * so that an unknown code fails the pattern, whose message is one sentence, and not the choices, whose
 * message would list all countries. Getters, because only the JSON Schema needs them, not builds.
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
  patternErrorMessage: 'This is not a country code. Write two capital letters, such as KZ or UZ.',
};

/** The code of a country. A rule suggests the right one. */
const countryCode = () =>
  text()
    .describe('Two letters of the country, such as KZ or UZ (ISO 3166-1 alpha-2).')
    .meta(COUNTRY_CHOICE);

const ARTICLE = {
  title: '$1',
  source: '$2',
  body: '|\n    $3',
};

/** Completion of a new article. */
const ARTICLE_SNIPPET = {
  defaultSnippets: [
    { label: 'article', description: 'A new article: title, source, body.', body: ARTICLE },
  ],
};

const articleKeys = z.strictObject({
  title: text().describe('The title of the article. It is always printed in capitals.'),
  source: articleSource(),
  photo: photos(MAX_PHOTOS)
    .optional()
    .describe(
      'Path of the photo inside the issue’s folder, or file, alt, caption, credit, side; or a list of photos. Text runs beside the first one; the others stand in rows below the text, each with `side: full` in a row of its own.',
    ),
  date: day()
    .optional()
    .describe(
      'Day of the event, such as 2024-11-20. It is for the site and the data, not printed.',
    ),
  place: text()
    .optional()
    .describe('Place of the event, such as Almaty. It is for the site and the data, not printed.'),
  lead: text(LIMITS.leadLength)
    .optional()
    .describe('A standfirst, printed in bold before the body.'),
  also: z
    .union([countryCode(), list(countryCode(), LIMITS.listEntries)])
    .optional()
    .describe(
      'Other countries of the same event, such as [TJ]. It is counted once; the sections of those countries refer to it.',
    ),
  body: body().describe(
    'The text of the article. A blank line starts a new paragraph. A line that begins with a dash is direct speech. A subheading begins with ###, a table has | between its columns. A web or e-mail address is a link.',
  ),
});

const article = articleKeys
  .describe('An event: title, source and body, with an optional photo and lead.')
  .meta(ARTICLE_SNIPPET);

/** A section has one name. */
export const ONE_NAME = {
  keys: ['country', 'heading'],
  hint: 'Write `country` with the code of a country, or `heading` for a section that is no country’s.',
} as const;

const sectionKeys = z.strictObject({
  country: countryCode()
    .optional()
    .describe('Two letters of the country, such as KZ or UZ (ISO 3166-1 alpha-2).'),
  heading: text()
    .optional()
    .describe(
      'Heading of a section that is no country’s, in place of `country`, such as International organisations. It is printed after all countries.',
    ),
  topics: list(
    text().describe(
      'A topic; it completes the words “information on …”, or begins with its own preposition: about a meeting.',
    ),
    MAX_TOPICS,
  ).describe('What the introduction says about this section: a list, one line each.'),
  articles: list(article, LIMITS.listEntries).describe(
    'The section’s events: a list, one article each.',
  ),
});

const section = withOneKey(sectionKeys, ONE_NAME).describe(
  'A section: a country’s code or a heading, its topics, its articles.',
);

const issueKeys = z.strictObject({
  publication: publicationKey('information-release'),
  number: z
    .int({ error: 'is not a whole number' })
    .min(1)
    .describe('The issue’s number within its year, such as 19.'),
  period: z
    .strictObject({
      from: day().describe('First day the issue covers, such as 2024-11-16.'),
      to: day().describe('Last day the issue covers, such as 2024-11-30.'),
    })
    .describe('The days the issue covers, such as { from: 2025-01-16, to: 2025-01-31 }.'),
  language: language(DEFAULT_LANGUAGE),
  draft: draft(),
  opening: z
    .enum(['activities', 'events'])
    .optional()
    .describe(
      'First sentence of the introduction: activities (the default) for “30 counter-narcotics activities were covered by mass media”, events for “media covered 9 events in the counter-narcotics sphere”.',
    ),
  words: ownWords(),
  sections: z
    .array(section)
    .min(1)
    .describe('The sections of the issue: a list of countries, perhaps with headings after them.'),
});

/** Schema of an issue file. */
export const issueSchema = issueKeys.describe(
  'An issue of the Information Release: its number, its period, and a section for each country.',
);

/** The value of an issue file that matches the schema. */
export type Issue = z.infer<typeof issueSchema>;
/** A section: it has a country or a heading. */
export type IssueSection = Issue['sections'][number];
/** An article as an editor writes it. */
export type IssueArticle = IssueSection['articles'][number];

/** Returns the codes of an article's other countries, with their paths. @param path of the article */
export function otherCountriesOf(
  { also }: Pick<IssueArticle, 'also'>,
  path: ValuePath = [],
): Placed<string>[] {
  return listWritten(also, [...path, 'also']);
}

/** Returns the photos of an article as objects, with their paths. @param path of the article */
export function photosOf(
  { photo }: Pick<IssueArticle, 'photo'>,
  path: ValuePath = [],
): Placed<IssuePhoto>[] {
  return listWritten(photo, [...path, 'photo']).map((written) => ({
    value: normalizePhoto(written.value),
    path: written.path,
  }));
}

/** Returns the year of an issue, which is the year of its last day. */
export function yearOf(issue: Pick<Issue, 'period'>): number {
  return Number(issue.period.to.slice(0, 4));
}

/** Returns the name of an issue's folder: 2024-19. */
export function issueName(issue: Pick<Issue, 'number' | 'period'>): string {
  return `${yearOf(issue)}-${String(issue.number).padStart(2, '0')}`;
}

/** Returns the articles of an issue with their paths. */
export function listArticles({
  sections,
}: Pick<Issue, 'sections'>): { article: IssueArticle; path: ValuePath }[] {
  return sections.flatMap((section, s) =>
    section.articles.map((article, a) => ({ article, path: ['sections', s, 'articles', a] })),
  );
}
