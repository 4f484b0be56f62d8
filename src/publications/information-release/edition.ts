// A further edition of an issue: words only, tied to the articles of the first edition.
import { z } from 'zod';
import { LIMITS } from '../../limits.ts';
import type { Finding } from '../../source/finding.ts';
import type { ValuePath } from '../../source/positions.ts';
import type { MergedEdition } from '../shared/editions/edition-format.ts';
import { MARKS } from '../shared/editions/marks.ts';
import {
  body,
  languageCode,
  list,
  publicationKey,
  text,
  webAddress,
} from '../shared/schema-pieces.ts';
import { sourceKey } from './editorial/index-entry.ts';
import { type Issue, type IssueArticle, photoOf, TOPICS_LIMIT } from './schema.ts';

const articleKeys = z.strictObject({
  source: webAddress()
    .optional()
    .describe('Web address of the article in the first edition: it ties the two together.'),
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
  lead: text(LIMITS.leadLetters)
    .optional()
    .describe('A standfirst, printed in bold before the body.'),
  alt: text().optional().describe('What the picture shows, read aloud to those who cannot see it.'),
  caption: text(LIMITS.leadLetters).optional().describe('A line printed under the picture.'),
  credit: text().optional().describe('Who took the picture; printed after the caption.'),
  body: body().describe('The article, paragraph by paragraph as in the first edition.'),
});

const sectionKeys = z.strictObject({
  country: text().describe('Two letters of the country, as in the first edition.'),
  topics: list(text().describe('A topic with its preposition.'), TOPICS_LIMIT).describe(
    'What the introduction says about this country: a list, one line each.',
  ),
  articles: list(articleKeys.describe('The words of an article.'), LIMITS.listEntries).describe(
    'The country’s articles in the order of the first edition.',
  ),
});

/** The format of a further edition: `issue.ru.yaml` beside `issue.yaml`. */
export const editionSchema = z
  .strictObject({
    publication: publicationKey('information-release'),
    translates: languageCode().describe('Language of the first edition, which was translated.'),
    sections: z
      .array(sectionKeys.describe('A country: its code, its topics, its articles.'))
      .min(1)
      .describe('The sections of the first edition.'),
  })
  .describe('An issue of the Information Release in a further language: words, and no facts.');

/** A further edition that has the right shape. */
export type Edition = z.infer<typeof editionSchema>;
/** The words of an article. */
export type EditionArticle = Edition['sections'][number]['articles'][number];

/** Keys of a photo that are words; a further edition has them beside the title. */
export const PHOTO_WORDS = ['alt', 'caption', 'credit'] as const;

/** An article of the first edition and the one of the further edition that is tied to it. */
interface Tie {
  /** Indexes of section and article in the first edition. */
  readonly first: readonly [section: number, article: number];
  readonly edition: readonly [section: number, article: number];
}

/**
 * Puts the words of an edition in the place of those of the first edition. Articles that are missing
 * are left out, so that the rules can look at the rest; each of them is an error.
 */
export function mergeEdition(
  first: Issue,
  edition: Edition,
  language: string,
): MergedEdition<Issue> {
  const { ties, findings } = tieArticles(first, edition);
  const tied = new Map(ties.map((tie) => [tie.first.join(), tie]));
  const sectionIn = (country: string) =>
    edition.sections.findIndex((section) => section.country === country);
  // The merged issue has only what both editions have: for each of its articles the tie.
  const merged = first.sections.flatMap((section, s) => {
    const e = sectionIn(section.country);
    const found = section.articles.flatMap((_, a) => tied.get([s, a].join()) ?? []);
    return e < 0 ? [] : [{ section, s, e, found }];
  });
  const photoWords = ties.flatMap((tie) => findWordsWithoutPhoto(first, edition, tie));
  const sections = merged.map(({ section, e, found }) => ({
    ...section,
    topics: edition.sections[e]?.topics ?? [],
    articles: found.flatMap((tie) => {
      const facts = articleAt(first, tie.first);
      const words = articleAt(edition, tie.edition);
      return facts && words ? [mergeArticle(facts, words)] : [];
    }),
  }));
  const tieAt = (path: ValuePath): Tie | undefined =>
    merged[Number(path[1])]?.found[Number(path[3])];
  return {
    issue: { ...first, language: language as Issue['language'], sections },
    findings: [...findings, ...photoWords],
    placeOf(path) {
      if (path[0] !== 'sections' || path.length < 2) return undefined;
      const [, s, part, , ...rest] = path;
      const e = merged[Number(s)]?.e;
      if (e === undefined) return undefined;
      if (path.length === 2) return ['sections', e];
      if (part === 'topics') return ['sections', e, ...path.slice(2)];
      const tie = tieAt(path);
      if (part !== 'articles' || !tie) return undefined;
      const article = ['sections', tie.edition[0], 'articles', tie.edition[1]];
      const words = rest[0] === 'photo' ? rest.slice(1) : rest;
      if (rest[0] === 'source' || (rest[0] === 'photo' && !isPhotoWord(words[0]))) return undefined;
      return [...article, ...words];
    },
    placeInFirst(path) {
      const [, , part, , ...rest] = path;
      const s = merged[Number(path[1])]?.s;
      const tie = tieAt(path);
      if (path[0] !== 'sections' || s === undefined) return path;
      if (part !== 'articles' || !tie) return ['sections', s, ...path.slice(2)];
      return ['sections', tie.first[0], 'articles', tie.first[1], ...rest];
    },
  };
}

function isPhotoWord(key: unknown): boolean {
  return PHOTO_WORDS.some((word) => word === key);
}

function articleAt<Article>(
  { sections }: { readonly sections: readonly { readonly articles: readonly Article[] }[] },
  [section, article]: readonly [number, number],
): Article | undefined {
  return sections[section]?.articles[article];
}

function mergeArticle(facts: IssueArticle, words: EditionArticle): IssueArticle {
  const photo = photoOf(facts);
  const { title, lead, body: text, alt, caption, credit } = words;
  return {
    title,
    source: facts.source,
    ...(photo && { photo: { file: photo.file, side: photo.side, alt, caption, credit } }),
    lead,
    body: text,
  };
}

function findWordsWithoutPhoto(first: Issue, edition: Edition, tie: Tie): Finding[] {
  const facts = articleAt(first, tie.first);
  const words = articleAt(edition, tie.edition);
  if (!facts || !words || facts.photo !== undefined) return [];
  const path = ['sections', tie.edition[0], 'articles', tie.edition[1]];
  return PHOTO_WORDS.filter((key) => words[key] !== undefined).map((key) => ({
    code: 'edition-photo',
    message: `\`${key}\` is about a photo, and the article has none in the first edition`,
    path: [...path, key],
    hints: ['Remove it, or add the photo to the first edition.'],
  }));
}

function tieArticles(
  first: Issue,
  edition: Edition,
): { ties: readonly Tie[]; findings: readonly Finding[] } {
  const ties: Tie[] = [];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const [e, section] of edition.sections.entries()) {
    const path = ['sections', e, 'country'];
    const s = first.sections.findIndex(({ country }) => country === section.country);
    if (seen.has(section.country)) {
      findings.push({
        code: 'edition-section',
        message: `the section ${section.country} is written twice`,
        path,
        hints: ['Move its articles into the earlier section.'],
      });
      continue;
    }
    seen.add(section.country);
    if (s < 0) {
      findings.push({
        code: 'edition-section',
        message: `the first edition has no section ${section.country}`,
        path,
        hints: [`Its sections are ${first.sections.map(({ country }) => country).join(', ')}.`],
      });
      continue;
    }
    const found = tieSection(first, s, edition, e);
    ties.push(...found.ties);
    findings.push(...found.findings);
  }
  for (const { country } of first.sections.filter((section) => !seen.has(section.country))) {
    findings.push({
      code: 'edition-section',
      message: `the section ${country} of the first edition is missing`,
      path: ['sections'],
      hints: ['Run npm run translate: it adds what is missing.'],
    });
  }
  return { ties, findings };
}

function tieSection(first: Issue, s: number, edition: Edition, e: number) {
  const originals = first.sections[s]?.articles ?? [];
  const translations = edition.sections[e]?.articles ?? [];
  const taken = new Map<number, number>();
  const findings: Finding[] = [];
  for (const [index, { source, article }] of translations.entries()) {
    const path = ['sections', e, 'articles', index];
    if ((source === undefined) === (article === undefined)) {
      findings.push({
        code: 'edition-article-unknown',
        message: 'an article is tied to the first edition by `source`, or without one by `article`',
        path,
        hints: ['Write one of the two.'],
      });
      continue;
    }
    const candidates = originals.flatMap((original, a) => {
      const isMeant = source === undefined ? a === Number(article) - 1 : isSame(original, source);
      return isMeant ? [a] : [];
    });
    const free = candidates.find((a) => !taken.has(a));
    const at = [...path, source === undefined ? 'article' : 'source'];
    if (free !== undefined) taken.set(free, index);
    else if (candidates.length > 0) {
      findings.push({
        code: 'edition-article-twice',
        message: 'two articles are tied to the same article of the first edition',
        path: at,
        hints: ['Remove one of them, or correct its source.'],
      });
    } else findings.push(explainUnknown(first, source, at));
  }
  for (const [a, original] of originals.entries()) {
    if (taken.has(a)) continue;
    findings.push({
      code: 'edition-article-missing',
      message: `the article “${shorten(original.title)}” of the first edition is missing`,
      path: ['sections', e, 'articles'],
      hints: ['Run npm run translate: it adds what is missing.'],
    });
  }
  const order = [...taken.entries()].sort(([a], [b]) => a - b);
  const misplaced = order.find(([, index], place) => index < Number(order[place - 1]?.[1] ?? -1));
  if (misplaced) {
    findings.push({
      code: 'edition-order',
      message: 'the articles stand in another order than in the first edition',
      path: ['sections', e, 'articles', misplaced[1]],
      hints: ['Put them in the order of the first edition, which is the order of print.'],
    });
  }
  const ties = order.map(([a, index]): Tie => ({ first: [s, a], edition: [e, index] }));
  return { ties, findings };
}

function isSame(original: IssueArticle, source: string): boolean {
  return sourceKey(original.source) === sourceKey(source);
}

function explainUnknown(first: Issue, source: string | undefined, path: ValuePath): Finding {
  const elsewhere =
    source === undefined
      ? undefined
      : first.sections.find(({ articles }) => articles.some((one) => isSame(one, source)));
  return {
    code: 'edition-article-unknown',
    message:
      source === undefined
        ? 'the section of the first edition has no such article'
        : 'no article of this section has this source in the first edition',
    path,
    hints: [
      elsewhere
        ? `It is in the section ${elsewhere.country} there: move the article.`
        : 'Copy the source from the first edition.',
    ],
  };
}

/** Longest title that is quoted in a message, in letters. */
const QUOTED_LETTERS = 60;

/** The beginning of a text, for a message. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= QUOTED_LETTERS ? line : `${line.slice(0, QUOTED_LETTERS - 1).trimEnd()}…`;
}
