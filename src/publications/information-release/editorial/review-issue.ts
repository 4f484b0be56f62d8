import type { Finding } from '../../../source/finding.ts';
import type { SourceDocument } from '../../../source/read-yaml.ts';
import { type Issue, yearOf } from '../schema.ts';
import type { Words } from '../words.ts';
import { findCapitals } from './capitals.ts';
import { findExampleSites } from './examples-left.ts';
import { findHostSlips } from './hosts.ts';
import { compareRecords, type IssueRecord } from './issue-record.ts';
import { findMixedLetters } from './mixed-letters.ts';
import { findNoMembers } from './no-member.ts';
import { findOpenQuotes } from './open-quotes.ts';
import { listPassages } from './passages.ts';
import { findPhotosTwice } from './photos-twice.ts';
import type { SentenceSplitter } from './sentences.ts';
import { findSentencesTwice } from './sentences-twice.ts';
import { findSeriesBreaks } from './series.ts';
import { findReusedSources } from './sources-reused.ts';
import { findTitleStops } from './title-stop.ts';
import { findWordsTwice } from './words-twice.ts';

/** What an issue is reviewed against. */
export interface ReviewContext {
  readonly words: Words;
  readonly splitSentences: SentenceSplitter;
  /** The other issues of the project, in any order. */
  readonly others: readonly IssueRecord[];
}

/** The editorial rules: what a careful reader would ask before the issue goes out. All are warnings. */
export function reviewIssue(
  issue: Issue,
  document: SourceDocument,
  { words, others, splitSentences }: ReviewContext,
): Finding[] {
  const passages = listPassages(issue);
  const self = { year: yearOf(issue), number: issue.number };
  const earlier = others.filter((other) => compareRecords(other, self) < 0).sort(compareRecords);
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
