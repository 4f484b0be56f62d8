import type { Finding } from '../../../source/finding.ts';
import type { SourceDocument } from '../../../source/read-yaml.ts';
import type { ProofingTools } from '../../../text/spelling/vocabulary.ts';
import { reviewTexts } from '../../shared/editorial/review-text.ts';
import type { SentenceSplitter } from '../../shared/editorial/sentences.ts';
import { findUnusedPictures } from '../../shared/pictures.ts';
import { type Issue, listArticles, photosOf, yearOf } from '../schema.ts';
import { findTopicsWithoutPreposition } from '../topics.ts';
import type { Words } from '../words.ts';
import { findDatesOutside } from './dates.ts';
import { compareEntries, type IndexEntry } from './index-entry.ts';
import { listPassages } from './passages.ts';
import { findNeedlessSides } from './photo-sides.ts';
import { reviewSources } from './review-sources.ts';
import {
  findNonMembers,
  findRepeatedPhotos,
  findReusedSources,
  findSeriesBreaks,
} from './series.ts';
import type { Sites } from './source-countries.ts';
import { findTopicMistakes } from './topic-rules.ts';

/** Input of the editorial rules beside the issue. */
export interface ReviewContext {
  readonly words: Words;
  readonly sites: Sites;
  readonly splitSentences: SentenceSplitter;
  readonly proofing?: ProofingTools | undefined;
  /** The other issues of the project, in any order. */
  readonly others: readonly IndexEntry[];
  /** Pictures in the issue's folder. */
  readonly pictures?: readonly string[];
}

/** Applies the editorial rules: checks that an editor makes before publication. All are warnings. */
export function reviewIssue(
  issue: Issue,
  document: SourceDocument,
  { words, sites, others, pictures = [], splitSentences, proofing }: ReviewContext,
): Finding[] {
  const self = { year: yearOf(issue), number: issue.number };
  const earlier = others.filter((other) => compareEntries(other, self) < 0).sort(compareEntries);
  return [
    ...findSeriesBreaks(issue, earlier.at(-1)),
    ...findReusedSources(issue, earlier),
    ...findNonMembers(issue),
    ...findDatesOutside(issue),
    ...findTopicsWithoutPreposition(issue, words),
    ...reviewSources(issue, earlier, sites),
    ...findRepeatedPhotos(issue, document),
    ...findNeedlessSides(issue),
    ...findTopicMistakes(issue, words.topics.redundant),
    ...findUnusedPictures(
      pictures,
      listArticles(issue).flatMap(({ article }) =>
        photosOf(article).map(({ value }) => value.file),
      ),
    ),
    ...reviewTexts({
      passages: listPassages(issue),
      language: issue.language,
      period: issue.period,
      earlier: earlier.flatMap(({ name, articles }) =>
        articles.map((article) => ({ issue: name, ...article })),
      ),
      document,
      words: words.editorial,
      splitSentences,
      proofing,
      ownWords: issue.words,
      earlierNames: earlier.map(({ name, names }) => ({ issue: name, names })),
    }),
  ];
}
