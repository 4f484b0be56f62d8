import MiniSearch, { type Options, type SearchOptions } from 'minisearch';

/** What is kept of an article so that it can be found and shown. */
export interface FoundArticle {
  /** Its page and place, from the site's home. */
  readonly id: string;
  readonly title: string;
  readonly excerpt: string;
  readonly group: string;
  readonly groupName: string;
  readonly issue: string;
  readonly days: string;
}

/** What is searched of an article, beside what is kept. */
export type SearchedArticle = FoundArticle & { readonly text: string };

/** How the index is made and read: the program and the page must say the same. */
export const INDEX_OPTIONS: Options<SearchedArticle> = {
  fields: ['title', 'text', 'groupName'],
  storeFields: ['id', 'title', 'excerpt', 'group', 'groupName', 'issue', 'days'],
  processTerm: foldWord,
};

/** The index of some articles, as JSON for the page. */
export function serializeSearchIndex(articles: readonly SearchedArticle[]): string {
  const index = new MiniSearch<SearchedArticle>(INDEX_OPTIONS);
  index.addAll(articles);
  return JSON.stringify(index);
}

/** How the page searches: all words, also their beginnings, long ones with a slip. */
export const SEARCH_OPTIONS: SearchOptions = {
  combineWith: 'AND',
  prefix: true,
  fuzzy: (word) => (word.length > 5 ? 1 : false),
  boost: { title: 3 },
};

/** A word without capitals and without the marks on its letters. */
export function foldWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
