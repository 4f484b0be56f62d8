import type { SourceDocument } from '../../../source/read-yaml.ts';
import { type Issue, issueName, listArticles, yearOf } from '../schema.ts';

/** What later issues are compared with. It is kept as JSON between runs. */
export interface IndexEntry {
  /** Such as 2024-19. */
  readonly name: string;
  readonly year: number;
  readonly number: number;
  readonly period: Issue['period'];
  readonly sources: readonly { readonly address: string; readonly line: number }[];
}

/** The facts of an issue that later ones are compared with. */
export function createIndexEntry(
  issue: Issue,
  document: Pick<SourceDocument, 'locate'>,
): IndexEntry {
  return {
    name: issueName(issue),
    year: yearOf(issue),
    number: issue.number,
    period: { from: issue.period.from, to: issue.period.to },
    sources: listArticles(issue).map(({ article, path }) => ({
      address: sourceKey(article.source),
      line: document.locate([...path, 'source']).start.line,
    })),
  };
}

/** A source's address as it is compared: without the slash at its end. */
export function sourceKey(source: string): string {
  return source.trim().replace(/\/$/, '');
}

/** Negative when `a` came out before `b`. */
export function compareEntries(
  a: Pick<IndexEntry, 'year' | 'number'>,
  b: Pick<IndexEntry, 'year' | 'number'>,
): number {
  return a.year - b.year || a.number - b.number;
}
