// The lines that `translate` writes for what nobody has translated yet: ties, marks, and places for words
// below the words of the first edition.
import { writeScalar } from '../../../source/write-scalar.ts';
import { type IssuePhoto, PHOTO_WORDS } from '../../shared/schema-pieces.ts';
import { sourcesOf } from '../article-sources.ts';
import { type IssueArticle, type IssueSection, photosOf } from '../schema.ts';
import { marksOfArticle, writeMarks } from './article-marks.ts';

/** The lines of a section that nobody has translated yet. */
export function sectionLines(section: IssueSection): string[] {
  const name =
    section.heading === undefined
      ? [`  - country: ${section.country}`]
      : [`  # heading: ${oneLine(section.heading)}`, '  - heading:'];
  return [
    ...name,
    '    topics:',
    ...section.topics.flatMap((topic) => [`      # ${oneLine(topic)}`, '      -']),
    '    articles:',
    ...section.articles.flatMap((article, a) => articleLines(article, a, 6)),
  ];
}

/**
 * The lines of an article that nobody has translated yet.
 * @param place in its section, from 0
 * @param indent of its dash
 */
export function articleLines(article: IssueArticle, place: number, indent: number): string[] {
  const pad = ' '.repeat(indent + 2);
  const [photo, ...others] = photosOf(article).map(({ value }) => value);
  const [tie = '', ...names] = tieLines(article, place);
  const keys = [
    ...names,
    `of: ${writeMarks(marksOfArticle(article))}`,
    ...emptyKey('title', article.title),
    ...emptyKey('place', article.place),
    ...emptyKey('lead', article.lead),
    ...PHOTO_WORDS.flatMap((key) => emptyKey(key, photo?.[key])),
    ...photoLines(others),
    '# body: |',
    ...article.body
      .trimEnd()
      .split('\n')
      .map((line) => `#   ${line}`.trimEnd()),
    'body: |',
  ];
  return [`${' '.repeat(indent)}- ${tie}`, ...keys.map((line) => pad + line)];
}

/** The lines of what ties an article: its first source, its named sources, or its place. */
function tieLines(article: IssueArticle, place: number): string[] {
  const sources = sourcesOf(article);
  const [first] = sources;
  if (!first) return [`article: ${place + 1}`];
  const named = sources.filter(({ name }) => name !== undefined);
  if (named.length === 0) return [`source: ${first.address.trim()}`];
  return [
    'source:',
    ...named.flatMap(({ address, name }) => [
      `  - address: ${address.trim()}`,
      ...emptyKey('name', name).map((line) => `    ${line}`),
    ]),
  ];
}

/** The words of the photos after the first one: those that have words. */
export function photoLines(photos: readonly IssuePhoto[]): string[] {
  const lines = photos.flatMap(photoEntry);
  return lines.length > 0 ? ['photo:', ...lines.map((line) => `  ${line}`)] : [];
}

/** The lines of a photo's entry; none if it has no words. */
export function photoEntry(photo: IssuePhoto): string[] {
  const words = PHOTO_WORDS.flatMap((key) => emptyKey(key, photo[key]));
  if (words.length === 0) return [];
  return [`- file: ${writeScalar(photo.file)}`, ...words.map((line) => `  ${line}`)];
}

/** A key to fill in under the words of the first edition. */
export function emptyKey(key: string, text: string | undefined): string[] {
  return text === undefined ? [] : [`# ${key}: ${oneLine(text)}`, `${key}:`];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
