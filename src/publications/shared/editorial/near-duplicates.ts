// Rule about articles that tell of the same event in nearly the same words, in one issue or in the archive.
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import type { SourceDocument } from '../../../source/read-yaml.ts';
import { type ArticlePassages, groupByArticle, type Passage } from './passages.ts';
import { lowerCaseWords } from './sentences.ts';

/** Problem codes of the rules about articles that repeat another one. */
export const DUPLICATE_CODES = {
  'article-twice': warning('The event would be printed and counted twice.'),
  'article-reused': warning('Readers have had this article in an earlier issue.'),
  'article-short': warning('An article of a few words was usually cut when it was copied.'),
  'article-long': warning(
    'A very long article has often parts of the page that it was copied from.',
  ),
} satisfies CodeNotes;

/** Words of a shingle. Runs of three are often phrases, such as the name of an agency. */
const SHINGLE = 4;
/** Shared part of the shorter article's shingles from which two articles are the same. */
const SAME = 0.65;
/** Articles with fewer shingles are too short to compare. */
const MIN_SHINGLES = 20;

/** Finds articles that repeat an earlier one of the issue. */
export function findRepeatedArticles(
  passages: readonly Passage[],
  document: Pick<SourceDocument, 'locateText'>,
): Finding[] {
  const articles = groupByArticle(passages).map((article) => ({
    place: placeOf(article),
    shingles: hashShingles(textOf(article)),
  }));
  const holders = new Map<number, number[]>();
  return articles.flatMap(({ place, shingles }, index): Finding[] => {
    const shared = new Map<number, number>();
    for (const shingle of shingles) {
      const known = holders.get(shingle) ?? [];
      for (const other of known) shared.set(other, (shared.get(other) ?? 0) + 1);
      holders.set(shingle, [...known, index]);
    }
    const first = [...shared].find(([other, count]) => {
      const shorter = Math.min(shingles.size, articles[other]?.shingles.size ?? 0);
      return shorter >= MIN_SHINGLES && count / shorter >= SAME;
    });
    const before = first && articles[first[0]]?.place.path;
    if (!before) return [];
    const { line } = document.locateText(before, 0, 1).start;
    return [
      {
        code: 'article-twice',
        severity: 'warning',
        message: `this article has nearly the words of the one on line ${line}`,
        ...place,
        dependsOn: [before],
        hints: ['Remove one of the two.'],
      },
    ];
  });
}

/** The title of an article, by which it is found. */
function placeOf({ path, passages }: ArticlePassages): Pick<Finding, 'path' | 'piece'> {
  const title = passages.find(({ kind }) => kind === 'title' || kind === 'headline');
  return title
    ? { path: title.path, piece: { from: 0, to: title.text.trimEnd().length } }
    : { path };
}

function textOf({ passages }: ArticlePassages): string {
  const kinds = new Set(['title', 'headline', 'lead', 'body']);
  const texts = passages.flatMap(({ kind, text }) => (kinds.has(kind) ? [text] : []));
  // Subheadings and tables of one kind are equal in articles on different events.
  return texts.join('\n').replace(/^[ \t]*[#|].*$/gm, '');
}

/** Returns the hashes of all runs of words of a text. */
function hashShingles(text: string): Set<number> {
  const words = lowerCaseWords(text).map(hashWord);
  const hashes = new Set<number>();
  for (let end = SHINGLE; end <= words.length; end += 1) {
    let hash = 0;
    for (let at = end - SHINGLE; at < end; at += 1)
      hash = Math.imul(hash ^ (words[at] ?? 0), FNV_PRIME);
    hashes.add(hash >>> 0);
  }
  return hashes;
}

/** Offset and prime of the 32-bit FNV-1a hash. Source: http://www.isthe.com/chongo/tech/comp/fnv/ */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function hashWord(word: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  }
  return hash >>> 0;
}

/** Values of a signature. */
const VALUES = 16;
/** Values that two signatures share if the articles have about 60 per cent of their shingles in common. */
const MIN_SHARED_VALUES = 9;
/** Hexadecimal digits of a value; the chance that two different ones are equal is 1 in 65,536. */
const DIGITS = 4;

/**
 * Returns the MinHash signature of an article: for each of several hash functions, the smallest hash of
 * its shingles. The share of equal values estimates the share of equal shingles. It is kept in the index
 * of the issues. Empty if the article is too short. Source: A. Broder, "On the resemblance and
 * containment of documents", SEQUENCES 1997.
 */
export function signArticle(article: ArticlePassages): string {
  const shingles = hashShingles(textOf(article));
  if (shingles.size < MIN_SHINGLES) return '';
  const values = Array.from({ length: VALUES }, (_, index) => {
    const seed = Math.imul(index + 1, 0x9e3779b1);
    let least = 0xffffffff;
    for (const shingle of shingles) least = Math.min(least, mix(shingle ^ seed));
    return (least & 0xffff).toString(16).padStart(DIGITS, '0');
  });
  return values.join('');
}

/** The finalizer of MurmurHash3, which spreads each bit over the whole number. */
function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** An article of another issue. */
export interface SignedArticle {
  readonly issue: string;
  readonly line: number;
  readonly signature: string;
}

/** Finds articles that an earlier issue has in nearly the same words. */
export function findReusedArticles(
  passages: readonly Passage[],
  earlier: readonly SignedArticle[],
): Finding[] {
  if (earlier.length === 0) return [];
  return groupByArticle(passages).flatMap((article): Finding[] => {
    const signature = signArticle(article);
    const before = earlier.find(
      (one) => countShared(signature, one.signature) >= MIN_SHARED_VALUES,
    );
    if (!before) return [];
    return [
      {
        code: 'article-reused',
        severity: 'warning',
        message: `issue ${before.issue} has this article in nearly the same words, on line ${before.line}`,
        ...placeOf(article),
        hints: ['Remove the article, or tell what is new.'],
      },
    ];
  });
}

function countShared(one: string, other: string): number {
  let count = 0;
  for (let at = 0; at < Math.min(one.length, other.length); at += DIGITS) {
    if (one.startsWith(other.slice(at, at + DIGITS), at)) count += 1;
  }
  return count;
}

/** Most words of a body that is reported as too short. */
const MAX_SHORT = 20;
/** Fewest words of a body that is reported as too long. */
const MIN_LONG = 600;
/** How many times shorter or longer than the issue's median a reported body is at least. */
const FACTOR = 8;
/** Fewer articles have no usual length. */
const MIN_ARTICLES = 4;

/** Finds bodies that are much shorter or longer than the others. */
export function findUnusualLengths(passages: readonly Passage[]): Finding[] {
  const bodies = groupByArticle(passages).flatMap((article) => {
    const body = article.passages.find(({ kind }) => kind === 'body');
    return body ? [{ ...body, words: lowerCaseWords(body.text).length }] : [];
  });
  const lengths = bodies.map(({ words }) => words).sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  if (bodies.length < MIN_ARTICLES) return [];
  return bodies.flatMap(({ path, text, words }): Finding[] => {
    const short = isShort(words, median);
    if (!short && !isLong(words, median)) return [];
    return [
      {
        code: short ? 'article-short' : 'article-long',
        severity: 'warning',
        message: `the body has ${words} words; half of the articles have ${median} or ${short ? 'more' : 'fewer'}`,
        path,
        piece: { from: text.search(/\S/), to: text.trimEnd().length },
        hints: [
          short
            ? 'Look in the source for the rest of the text.'
            : 'Look for what is not of the article, or shorten it.',
        ],
      },
    ];
  });
}

function isShort(words: number, median: number): boolean {
  return words <= MAX_SHORT && words * FACTOR <= median;
}

function isLong(words: number, median: number): boolean {
  return words >= MIN_LONG && words >= FACTOR * median;
}
