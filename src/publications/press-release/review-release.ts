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
import { photoOf, type Release } from './schema.ts';
import type { Words } from './words.ts';

/** Input of the editorial rules beside the release. */
export interface ReviewContext {
  readonly words: Words;
  readonly splitSentences: SentenceSplitter;
  readonly proofing?: ProofingTools | undefined;
  /** The release's programme; undefined if there is none of its name. */
  readonly programme: Programme | undefined;
  /** Pictures in the release's folder. */
  readonly pictures?: readonly string[];
}

/** Applies the editorial rules: checks that an editor makes before publication. All are warnings. */
export function reviewRelease(
  release: Release,
  document: SourceDocument,
  { words, splitSentences, proofing, programme, pictures = [] }: ReviewContext,
): Finding[] {
  const passages = listPassages(release);
  const own = listOwnWords(release).map(({ text, path }) => createPassage('body', text, path));
  const photo = photoOf(release);
  return [
    ...findUnusedPictures(pictures, photo ? [photo.file] : []),
    ...reviewTexts({
      passages,
      otherPassages: own,
      language: release.language,
      period: { from: release.date, to: release.date },
      document,
      words: words.editorial,
      splitSentences,
      proofing,
      ownWords: release.words,
      checkedElsewhere: programme && listProgrammeNames(programme),
    }),
    ...(programme ? findProgrammeNames([...passages, ...own], programme) : []),
  ];
}

/** Returns the passages of a release. */
export function listPassages(release: Release): Passage[] {
  const { place, headline, lead, body } = release;
  const { caption, credit, alt } = photoOf(release) ?? {};
  return [
    ...listKinds({ place, headline, lead, body }, []),
    ...listKinds({ caption, credit, alt }, ['photo'], []),
  ];
}
