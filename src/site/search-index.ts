import MiniSearch, { type Options, type Query, type SearchOptions } from 'minisearch';
import type { Stemmer } from '../text/languages/language.ts';

/** Fields of an article that the index stores, to show it as a result. */
export interface FoundArticle {
  /** Address of the article, relative to the home page. */
  readonly id: string;
  /** Language of title and excerpt, if it is not that of the page. */
  readonly language?: string | undefined;
  readonly title: string;
  readonly excerpt: string;
  readonly group: string;
  readonly groupName: string;
  readonly issue: string;
  readonly days: string;
}

/** Fields of an article that are indexed. */
export type SearchedArticle = FoundArticle & { readonly text: string };

/**
 * Returns the options of an index, which has the words and their stems. The program that writes it and
 * the page that loads it must use the same.
 */
function indexOptions(stem: Stemmer): Options<SearchedArticle> {
  return {
    fields: ['title', 'text', 'groupName'],
    storeFields: ['id', 'language', 'title', 'excerpt', 'group', 'groupName', 'issue', 'days'],
    processTerm: (word) => [...new Set([foldWord(word), stemWord(word, stem)])],
  };
}

/** Builds the index of some articles and serializes it as JSON. */
export function serializeSearchIndex(articles: readonly SearchedArticle[], stem: Stemmer): string {
  const index = new MiniSearch<SearchedArticle>(indexOptions(stem));
  index.addAll(articles);
  return JSON.stringify(index);
}

/** A search index that was loaded from JSON. */
export interface SearchIndex {
  /** Returns the articles that have all words of a text, the best first. */
  search(text: string): (FoundArticle & { readonly score: number })[];
}

/** Loads the index of some articles. */
export function loadSearchIndex(json: string, stem: Stemmer): SearchIndex {
  const index = MiniSearch.loadJSON<SearchedArticle>(json, indexOptions(stem));
  const tokenize = MiniSearch.getDefault('tokenize') as (text: string) => string[];
  const options: SearchOptions = {
    combineWith: 'AND',
    processTerm: foldWord,
    prefix: true,
    fuzzy: (word) => (word.length > 5 ? 1 : false),
    boost: { title: 3 },
  };
  // A word is found as a prefix or with a typo, or in another form by its stem. The stem is no prefix:
  // that of “used” is “us”.
  const queryFor = (word: string): Query => ({
    combineWith: 'OR',
    queries: [
      word,
      {
        queries: [word],
        processTerm: (one) => stemWord(one, stem),
        prefix: false,
        fuzzy: false,
      },
    ],
  });
  return {
    search(text) {
      const words = tokenize(text).filter((word) => word !== '');
      const found = index.search({ queries: words.map(queryFor) }, options);
      return found as unknown as ReturnType<SearchIndex['search']>;
    },
  };
}

/** Returns a word in lower case and without diacritics. */
function foldWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Returns the stem of a word. Stemmers expect е for ё, but й is a letter of its own in endings. */
function stemWord(word: string, stem: Stemmer): string {
  const plain = word.toLowerCase().normalize('NFD');
  return foldWord(stem(plain.replace(/(и\u0306)|\p{M}/gu, '$1').normalize('NFC')));
}
