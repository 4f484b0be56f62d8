// Begins the file of a further edition, or brings it up to date: sources, marks and places for words are
// filled in, the first edition's words stand in comments, and what an editor wrote is left as it is.
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { readYaml, type SourceDocument } from '../../../source/read-yaml.ts';
import {
  EditionUnreadable,
  type EditionUpdate,
  type UpdatedEdition,
} from '../../edition-format.ts';
import { findChangedTexts, MARKS } from '../../shared/editions/marks.ts';
import type { IssuePhoto } from '../../shared/schema-pieces.ts';
import { type Issue, type IssueArticle, photosOf } from '../schema.ts';
import { listMarkedTexts, marksOfArticle, writeMarks } from './article-marks.ts';
import { shorten } from './edition-schema.ts';
import {
  articleLines,
  emptyKey,
  photoEntry,
  photoLines,
  sectionLines,
} from './edition-skeleton.ts';
import { pairArticles } from './tie-articles.ts';
import { sectionKeys } from './tie-sections.ts';
import { fileKey } from './tie-words.ts';

/** What the editing program reads to complete an edition's file. */
const SCHEMA_LINE =
  '# yaml-language-server: $schema=../../templates/information-release/edition.schema.json';

/** Opens a comment about a text that was changed after it was translated. */
const CHANGED = '# Changed in the first edition: ';

/** What ties an article; names may be missing. */
const draftSource = z.union([
  z.string(),
  z.looseObject({ address: z.string() }),
  z.array(z.union([z.string(), z.looseObject({ address: z.string() })])),
]);

/** As much of an edition as is needed to find its parts; the words may be missing. */
const draft = z.looseObject({
  translates: z.unknown(),
  sections: z
    .array(
      z.looseObject({
        country: z.string().optional(),
        heading: z.unknown().optional(),
        articles: z.array(z.looseObject({ source: draftSource.optional() })).nullish(),
      }),
    )
    .nullish(),
});

type Draft = z.infer<typeof draft>;

/** Lines that are put into a file before a line, counted from 0. */
interface Insertion {
  readonly line: number;
  readonly lines: readonly string[];
}

/**
 * Returns the text of an edition's file with everything that the first edition has.
 * Running it on its own result changes nothing.
 * @throws EditionUnreadable if the text is not an edition's, or its layout cannot be extended safely
 */
export function updateEdition({ first, text, file }: EditionUpdate<Issue>): UpdatedEdition {
  const written =
    text === undefined ? beginEdition(first) : completeEdition(first.issue, text, file);
  if (text !== undefined && readDraft(text, file).translates !== first.language) {
    throw new EditionUnreadable(
      `is not a translation of the first edition, which is in ${first.language}`,
    );
  }
  if (text !== undefined && written !== text) assertSafe(first.issue, text, written, file);
  const { value } = readYaml(written, file).document;
  return { text: written, untranslated: countEmpty(value), changed: countChanged(written) };
}

function beginEdition({ issue, language }: EditionUpdate<Issue>['first']): string {
  const sections = issue.sections.flatMap((section) => sectionLines(section));
  return [SCHEMA_LINE, `translates: ${language}`, 'sections:', ...sections, ''].join('\n');
}

/**
 * Lines are inserted by their numbers, which is right for the layout that this program writes. The result
 * of any other layout is read again, so that no word of an editor can be lost or moved.
 * @throws EditionUnreadable unless the result holds all that the text held, and is complete
 */
function assertSafe(issue: Issue, text: string, written: string, file: string): void {
  const [before, after] = [readDraft(text, file), readDraft(written, file)];
  const sectionsAfter = after.sections ?? [];
  const keysAfter = sectionKeys(sectionsAfter);
  const keysBefore = sectionKeys(before.sections ?? []);
  const isKept = (before.sections ?? []).every(({ articles, ...section }, index) => {
    const now = sectionsAfter[keysAfter.indexOf(keysBefore[index] ?? '')];
    if (!now) return false;
    const { articles: articlesNow, ...sectionNow } = now;
    return (
      isDeepStrictEqual(sectionNow, section) && isKeptInOrder(articles ?? [], articlesNow ?? [])
    );
  });
  if (isKept && completeEdition(issue, written, file) === written) return;
  throw new EditionUnreadable(
    'has a layout that cannot be extended: write sections, topics and articles as the guide shows them',
  );
}

/** Whether all articles are still there in their order, each with all that it held. */
function isKeptInOrder(
  before: readonly Record<string, unknown>[],
  after: readonly Record<string, unknown>[],
): boolean {
  let at = 0;
  for (const article of before) {
    const holds = (one: Record<string, unknown>) =>
      Object.entries(article).every(([key, value]) => isKeptValue(value, one[key]));
    while (at < after.length && !holds(after[at] ?? {})) at++;
    if (at === after.length) return false;
    at++;
  }
  return true;
}

/** Whether a value is unchanged; a list of photos may have got more. */
function isKeptValue(before: unknown, after: unknown): boolean {
  return Array.isArray(before) && Array.isArray(after)
    ? before.every((one) => after.some((other) => isDeepStrictEqual(one, other)))
    : isDeepStrictEqual(before, after);
}

/** @throws EditionUnreadable if a text is not an edition's */
function readDraft(text: string, file: string): Draft {
  const { document, problems } = readYaml(text, file);
  const { data } = draft.safeParse(document.value);
  if (data && problems.every(({ severity }) => severity !== 'error')) return data;
  throw new EditionUnreadable('has errors: run `npm run check` and fix them first');
}

/** Lines without the comments that this program wrote below marks. */
function dropChangeComments(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (const line of lines) {
    const isBelowMarks = /^\s*of:/.test(kept.at(-1) ?? '');
    if (!(isBelowMarks && line.trimStart().startsWith(CHANGED))) kept.push(line);
  }
  return kept;
}

function completeEdition(issue: Issue, text: string, file: string): string {
  const kept = dropChangeComments(text.replaceAll('\r\n', '\n').split('\n'));
  const data = readDraft(kept.join('\n'), file);
  const { document } = readYaml(kept.join('\n'), file);
  const insertions = listInsertions(issue, data, document, kept);
  const result: string[] = [];
  for (const [index, line] of [...kept, undefined].entries()) {
    result.push(...insertions.filter((one) => one.line === index).flatMap((one) => one.lines));
    if (line !== undefined) result.push(line);
  }
  return result.join(text.includes('\r\n') ? '\r\n' : '\n');
}

function listInsertions(
  issue: Issue,
  data: Draft,
  document: SourceDocument,
  lines: readonly string[],
): Insertion[] {
  const sections = data.sections ?? [];
  // Lines count from 0; a part ends where the next one begins.
  const lineOf = (path: readonly (string | number)[]) => document.locate(path).start.line - 1;
  const endOfFile = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  const insertions: Insertion[] = [];
  const newSections: Insertion[] = [];
  const keys = sectionKeys(sections);
  const keysInFirst = sectionKeys(issue.sections);
  for (const [s, section] of issue.sections.entries()) {
    const e = keys.indexOf(keysInFirst[s] ?? '');
    if (e < 0) {
      newSections.push({ line: endOfFile, lines: sectionLines(section) });
      continue;
    }
    const articles = sections[e]?.articles ?? [];
    const endOfSection = e + 1 < sections.length ? lineOf(['sections', e + 1]) : endOfFile;
    const starts = articles.map((_, a) => lineOf(['sections', e, 'articles', a]));
    const indent = (document.locate(['sections', e, 'articles', 0]).start.column || 9) - 3;
    const pairs = pairArticles(section.articles, articles);
    const translationOf = new Map([...pairs].map(([a, original]) => [original, a]));
    let place = starts[0] ?? endOfSection;
    for (const [index, original] of section.articles.entries()) {
      const a = translationOf.get(index);
      if (a === undefined) {
        const at = aboveComments(lines, place, indent);
        insertions.push({ line: at, lines: articleLines(original, index, indent) });
        continue;
      }
      place = starts[a + 1] ?? endOfSection;
      const found = { article: articles[a] ?? {}, path: ['sections', e, 'articles', a] };
      insertions.push(...completeArticle(original, found, document, indent));
    }
  }
  // What belongs to the last section comes before new ones.
  return [...insertions, ...newSections];
}

/** The line above the comments and blank lines that stand before a part of a list. */
function aboveComments(lines: readonly string[], line: number, indent: number): number {
  let at = line;
  const own = new RegExp(`^(?:\\s*|\\s{0,${indent}}#.*)$`);
  while (at > 0 && own.test(lines[at - 1] ?? 'x')) at--;
  return at;
}

function completeArticle(
  original: IssueArticle,
  { article, path }: { article: Record<string, unknown>; path: (string | number)[] },
  document: SourceDocument,
  indent: number,
): Insertion[] {
  const pad = ' '.repeat(indent + 2);
  const keyLine = (key: string) => document.locateKey([...path, key]).start.line;
  const { of } = article;
  const [photo, ...others] = photosOf(original).map(({ value }) => value);
  const texts = {
    place: original.place,
    lead: original.lead,
    alt: photo?.alt,
    caption: photo?.caption,
    credit: photo?.credit,
  };
  const missing = Object.entries(texts).filter(([key]) => !Object.hasOwn(article, key));
  const added = missing.flatMap(([key, text]) => emptyKey(key, text));
  const listed = draftPhotos.safeParse(article.photo).data;
  if (!listed) added.push(...photoLines(others));
  const aboveTitle = keyLine('title') - 1;
  const insertions: Insertion[] =
    added.length > 0 ? [{ line: aboveTitle, lines: added.map((line) => pad + line) }] : [];
  if (listed) insertions.push(...completePhotos(others, listed, document, [...path, 'photo']));
  if (!Object.hasOwn(article, 'of')) {
    const marks = writeMarks(marksOfArticle(original));
    return [{ line: aboveTitle, lines: [`${pad}of: ${marks}`] }, ...insertions];
  }
  if (typeof of !== 'string' || !MARKS.test(of)) {
    throw new EditionUnreadable('has `of` without marks: run `npm run check`, or remove the line');
  }
  const marked = listMarkedTexts(original);
  const changes = findChangedTexts(
    of,
    marked.map(({ text }) => text),
  );
  const comments = changes.map((one) => {
    if (one.change === 'removed') return `${pad}${CHANGED}a paragraph was removed`;
    const { name = '', text = '' } = marked[one.index] ?? {};
    return `${pad}${CHANGED}${name} (${one.change}): ${shorten(text)}`;
  });
  return comments.length > 0
    ? [{ line: keyLine('of'), lines: comments }, ...insertions]
    : insertions;
}

/** The list of further photos as far as it is needed to complete it. */
const draftPhotos = z.array(z.looseObject({ file: z.string() })).min(1);

/** Adds the photos that the list does not have, at its head: their order has no meaning. */
function completePhotos(
  photos: readonly IssuePhoto[],
  listed: z.infer<typeof draftPhotos>,
  document: SourceDocument,
  path: readonly (string | number)[],
): Insertion[] {
  const known = new Set(listed.map(({ file }) => fileKey(file)));
  const { line, column } = document.locate([...path, 0]).start;
  const lines = photos.filter(({ file }) => !known.has(fileKey(file))).flatMap(photoEntry);
  const pad = ' '.repeat(Math.max(0, column - 1 - '- '.length));
  return lines.length > 0 ? [{ line: line - 1, lines: lines.map((one) => pad + one) }] : [];
}

/** Values without words: keys and list entries that nobody has filled in. */
function countEmpty(value: unknown): number {
  if (value === null || value === '') return 1;
  if (typeof value !== 'object') return 0;
  return Object.values(value as object).reduce((sum: number, one) => sum + countEmpty(one), 0);
}

function countChanged(text: string): number {
  return text.split('\n').filter((line) => line.trimStart().startsWith(CHANGED)).length;
}
