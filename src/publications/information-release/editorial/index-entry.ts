import type { SourceDocument } from '../../../source/read-yaml.ts';
import { listFullNames } from '../../shared/editorial/names/earlier-names.ts';
import { signArticle } from '../../shared/editorial/near-duplicates.ts';
import { groupByArticle } from '../../shared/editorial/passages.ts';
import { sourcesOf } from '../article-sources.ts';
import { type Issue, issueName, listArticles, yearOf } from '../schema.ts';
import { listPassages } from './passages.ts';

/** The facts of an issue that other issues are compared with. They are cached as JSON. */
export interface IndexEntry {
  /** Name of the issue, such as 2024-19. */
  readonly name: string;
  readonly year: number;
  readonly number: number;
  readonly period: Issue['period'];
  /** Addresses as written, with their lines. */
  readonly sources: readonly { readonly address: string; readonly line: number }[];
  /** Signatures of the articles, with the lines of their titles. */
  readonly articles: readonly { readonly signature: string; readonly line: number }[];
  /** Full names of persons, and other pairs of words with capitals. */
  readonly names: readonly string[];
}

/** Returns the index entry of an issue. */
export function createIndexEntry(
  issue: Issue,
  document: Pick<SourceDocument, 'locate'>,
): IndexEntry {
  return {
    name: issueName(issue),
    year: yearOf(issue),
    number: issue.number,
    period: { from: issue.period.from, to: issue.period.to },
    sources: listArticles(issue)
      .flatMap(({ article, path }) => sourcesOf(article, path))
      .map(({ address, path }) => ({
        address: address.trim(),
        line: document.locate(path).start.line,
      })),
    articles: groupByArticle(listPassages(issue)).map((article) => ({
      signature: signArticle(article),
      line: document.locate([...article.path, 'title']).start.line,
    })),
    names: listFullNames(listPassages(issue)),
  };
}

/** Compares issues by year and number; negative if `a` is the earlier one. */
export function compareEntries(
  a: Pick<IndexEntry, 'year' | 'number'>,
  b: Pick<IndexEntry, 'year' | 'number'>,
): number {
  return a.year - b.year || a.number - b.number;
}
