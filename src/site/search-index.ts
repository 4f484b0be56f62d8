import MiniSearch, { type Options, type SearchOptions } from 'minisearch';

/** Fields of an article that the index stores, to show it as a result. */
export interface FoundArticle {
  /** Address of the article, relative to the site's root. */
  readonly id: string;
  readonly title: string;
  readonly excerpt: string;
  readonly group: string;
  readonly groupName: string;
  readonly issue: string;
  readonly days: string;
}

/** Fields of an article that are indexed. */
export type SearchedArticle = FoundArticle & { readonly text: string };

/** Options of the index; the program that writes it and the page that loads it must use the same. */
export const INDEX_OPTIONS: Options<SearchedArticle> = {
  fields: ['title', 'text', 'groupName'],
  storeFields: ['id', 'title', 'excerpt', 'group', 'groupName', 'issue', 'days'],
  processTerm: foldWord,
};

/** Builds the index of some articles and serializes it as JSON. */
export function serializeSearchIndex(articles: readonly SearchedArticle[]): string {
  const index = new MiniSearch<SearchedArticle>(INDEX_OPTIONS);
  index.addAll(articles);
  return JSON.stringify(index);
}

/** Options of a search: all words must match, as prefixes, long ones with one typo. */
export const SEARCH_OPTIONS: SearchOptions = {
  combineWith: 'AND',
  prefix: true,
  fuzzy: (word) => (word.length > 5 ? 1 : false),
  boost: { title: 3 },
};

/** Returns a word in lower case and without diacritics. */
export function foldWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
