import type { Finding } from '../../../source/finding.ts';
import type { SourceDocument } from '../../../source/read-yaml.ts';
import {
  findCapitals,
  findMixedLetters,
  findTitleFullStops,
  findUnclosedQuotes,
} from '../../shared/editorial/prose.ts';
import { findRepeatedSentences, findRepeatedWords } from '../../shared/editorial/repetitions.ts';
import type { SentenceSplitter } from '../../shared/editorial/sentences.ts';
import { type Issue, yearOf } from '../schema.ts';
import type { Words } from '../words.ts';
import { findSuspiciousHosts } from './hosts.ts';
import { compareEntries, type IndexEntry } from './index-entry.ts';
import { findExampleSites } from './leftover-examples.ts';
import { listPassages } from './passages.ts';
import {
  findNonMembers,
  findRepeatedPhotos,
  findReusedSources,
  findSeriesBreaks,
} from './series.ts';

/** Input of the editorial rules beside the issue. */
export interface ReviewContext {
  readonly words: Words;
  readonly splitSentences: SentenceSplitter;
  /** The other issues of the project, in any order. */
  readonly others: readonly IndexEntry[];
}

/** Applies the editorial rules: checks that an editor makes before publication. All are warnings. */
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
    ...findNonMembers(issue),
    ...findSuspiciousHosts(issue, earlier),
    ...findExampleSites(issue),
    ...findRepeatedPhotos(issue, document),
    ...findTitleFullStops(passages),
    ...findRepeatedWords(passages, words.editorial.doubled),
    ...findRepeatedSentences(passages, document, splitSentences),
    ...findUnclosedQuotes(passages),
    ...findMixedLetters(passages),
    ...findCapitals(passages),
  ];
}
