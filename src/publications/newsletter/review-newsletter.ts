import type { Finding } from '../../source/finding.ts';
import type { SourceDocument } from '../../source/read-yaml.ts';
import { createPassage, listKinds, type Passage } from '../shared/editorial/passages.ts';
import { findProgrammeNames } from '../shared/editorial/programme-names.ts';
import {
  findCapitals,
  findMixedLetters,
  findTitleFullStops,
  findUnclosedQuotes,
} from '../shared/editorial/prose.ts';
import { findRepeatedSentences, findRepeatedWords } from '../shared/editorial/repetitions.ts';
import type { SentenceSplitter } from '../shared/editorial/sentences.ts';
import { listOwnWords } from '../shared/programme-parts.ts';
import type { Programme } from '../shared/programmes.ts';
import { listLabels } from './contents-labels.ts';
import { listArticles, listOwnStatements, listPhotos, type Newsletter } from './schema.ts';
import { findSeriesBreaks, type SeriesEntry } from './series.ts';
import type { Words } from './words.ts';

/** Input of the editorial rules beside the newsletter. */
export interface ReviewContext {
  readonly words: Words;
  readonly splitSentences: SentenceSplitter;
  /** The newsletter's programme; undefined if there is none of its name. */
  readonly programme: Programme | undefined;
  readonly others: readonly SeriesEntry[];
}

/** Applies the editorial rules: checks that an editor makes before publication. All are warnings. */
export function reviewNewsletter(
  newsletter: Newsletter,
  document: SourceDocument,
  { words, splitSentences, programme, others }: ReviewContext,
): Finding[] {
  const passages = listPassages(newsletter);
  const own = [
    ...listLabels(newsletter),
    ...listOwnStatements(newsletter),
    ...listOwnWords(newsletter),
  ];
  const all = [...passages, ...own.map(({ text, path }) => createPassage('body', text, path))];
  return [
    ...findSeriesBreaks(newsletter, others),
    ...findTitleFullStops(passages),
    ...findRepeatedWords(passages, words.editorial.doubled),
    ...findRepeatedSentences(passages.map(hidePullQuotes), document, splitSentences),
    ...findUnclosedQuotes(all),
    ...findMixedLetters(all),
    ...findCapitals(passages),
    ...(programme ? findProgrammeNames(all, programme) : []),
  ];
}

/** Returns the passages of a newsletter's articles. */
export function listPassages(newsletter: Newsletter): Passage[] {
  return listArticles(newsletter).flatMap((placed) => {
    const { article, path } = placed;
    return [
      ...listKinds({ title: article.title, body: article.body }, path),
      ...listPhotos(placed).flatMap(({ photo: { caption, credit, alt }, path: own }) =>
        listKinds({ caption, credit, alt }, own),
      ),
    ];
  });
}

/** Replaces the lines of pull quotes, which may repeat the text, by as many spaces. */
function hidePullQuotes(passage: Passage): Passage {
  const text = passage.text.replace(/^[ \t]*>[ \t]*>.*$/gm, (line) => ' '.repeat(line.length));
  return { ...passage, text };
}
