import type { Finding } from '../../source/finding.ts';
import type { SourceDocument } from '../../source/read-yaml.ts';
import type { ProofingTools } from '../../text/spelling/vocabulary.ts';
import { createPassage, listKinds, type Passage } from '../shared/editorial/passages.ts';
import { findProgrammeNames, listProgrammeNames } from '../shared/editorial/programme-names.ts';
import { reviewTexts } from '../shared/editorial/review-text.ts';
import type { SentenceSplitter } from '../shared/editorial/sentences.ts';
import { findUnusedPictures } from '../shared/pictures.ts';
import { listOwnWords } from '../shared/programme-parts.ts';
import type { Programme } from '../shared/programmes.ts';
import { listLabels } from './contents-labels.ts';
import { daysOf } from './quarter.ts';
import { listArticles, listOwnStatements, listPhotos, type Newsletter } from './schema.ts';
import { findSeriesBreaks, type SeriesEntry } from './series.ts';
import type { Words } from './words.ts';

/** Input of the editorial rules beside the newsletter. */
export interface ReviewContext {
  readonly words: Words;
  readonly splitSentences: SentenceSplitter;
  readonly proofing?: ProofingTools | undefined;
  /** The newsletter's programme; undefined if there is none of its name. */
  readonly programme: Programme | undefined;
  readonly others: readonly SeriesEntry[];
  /** Pictures in the newsletter's folder. */
  readonly pictures?: readonly string[];
}

/** Applies the editorial rules: checks that an editor makes before publication. All are warnings. */
export function reviewNewsletter(
  newsletter: Newsletter,
  document: SourceDocument,
  { words, splitSentences, proofing, programme, others, pictures = [] }: ReviewContext,
): Finding[] {
  const passages = listPassages(newsletter);
  const { first, last } = daysOf(newsletter.period);
  const own = [
    ...listLabels(newsletter),
    ...listOwnStatements(newsletter),
    ...listOwnWords(newsletter),
  ].map(({ text, path }) => createPassage('body', text, path));
  return [
    ...findSeriesBreaks(newsletter, others),
    ...findUnusedPictures(
      pictures,
      listArticles(newsletter).flatMap((placed) =>
        listPhotos(placed).map(({ photo }) => photo.file),
      ),
    ),
    ...reviewTexts({
      passages,
      otherPassages: own,
      language: newsletter.language,
      period: { from: first, to: last },
      document,
      words: words.editorial,
      splitSentences,
      proofing,
      ownWords: newsletter.words,
      checkedElsewhere: programme && listProgrammeNames(programme),
    }),
    ...(programme ? findProgrammeNames([...passages, ...own], programme) : []),
  ];
}

/** Returns the passages of a newsletter's articles. */
export function listPassages(newsletter: Newsletter): Passage[] {
  return listArticles(newsletter).flatMap((placed) => {
    const { article, path } = placed;
    return [
      ...listKinds({ title: article.title, body: article.body }, path),
      ...listPhotos(placed).flatMap(({ photo: { caption, credit, alt }, path: own }) =>
        listKinds({ caption, credit, alt }, own, path),
      ),
    ];
  });
}
