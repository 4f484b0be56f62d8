import type { Finding } from '../../../source/finding.ts';
import type { SourceDocument } from '../../../source/read-yaml.ts';
import { type Issue, yearOf } from '../schema.ts';
import type { Words } from '../words.ts';
import { findExampleSites } from './examples-left.ts';
import { findHostSlips } from './hosts.ts';
import { compareEntries, type IndexEntry } from './index-entry.ts';
import { listPassages } from './passages.ts';
import { findCapitals, findMixedLetters, findOpenQuotes, findTitleStops } from './prose.ts';
import { findSentencesTwice, findWordsTwice } from './repetitions.ts';
import type { SentenceSplitter } from './sentences.ts';
import { findNoMembers, findPhotosTwice, findReusedSources, findSeriesBreaks } from './series.ts';

/** What an issue is reviewed against. */
export interface ReviewContext {
  readonly words: Words;
  readonly splitSentences: SentenceSplitter;
  /** The other issues of the project, in any order. */
  readonly others: readonly IndexEntry[];
}

/** The editorial rules: what a careful reader would ask before the issue goes out. All are warnings. */
export function reviewIssue(
  issue: Issue,
  document: SourceDocument,
  { words, others, splitSentences }: ReviewContext,
): Finding[] {
  const passages = listPassages(issue);
  const self = { year: yearOf(issue), number: issue.number };
  const earlier = others.filter((other) => compareEntries(other, self) < 0).sort(compareEntries);
  return [
    ...findSeriesBreaks(issue, earlier.at(-1)),
    ...findReusedSources(issue, earlier),
    ...findNoMembers(issue),
    ...findHostSlips(issue, earlier),
    ...findExampleSites(issue),
    ...findPhotosTwice(issue, document),
    ...findTitleStops(passages),
    ...findWordsTwice(passages, words.editorial.doubled),
    ...findSentencesTwice(passages, document, splitSentences),
    ...findOpenQuotes(passages),
    ...findMixedLetters(passages),
    ...findCapitals(passages),
  ];
}
