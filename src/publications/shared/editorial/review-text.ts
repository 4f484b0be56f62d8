import { z } from 'zod';
import type { CodeNotes } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import type { SourceDocument } from '../../../source/read-yaml.ts';
import { requireLanguage } from '../../../text/languages/index.ts';
import type { ProofingTools } from '../../../text/spelling/vocabulary.ts';
import { AVOIDED_WORD_CODES, findAvoidedWords } from './avoided-words.ts';
import { findLinkFaults, LINK_RULE_CODES } from './links/link-texts.ts';
import type { EarlierNames } from './names/earlier-names.ts';
import type { SignedArticle } from './near-duplicates.ts';
import type { Passage } from './passages.ts';
import { PASTED_CODES, reviewPasted } from './pasted/review-pasted.ts';
import { findPrivateFacts, PEOPLE_CODES } from './people.ts';
import { findPhotoTextMistakes, PHOTO_TEXT_CODES } from './photo-texts.ts';
import { PROOFING_CODES, proofreadTexts } from './proofread-texts.ts';
import { findCapitals, findMixedLetters, findTitleFullStops, PROSE_CODES } from './prose.ts';
import { findRepeatedSentences, findRepeatedWords } from './repetitions.ts';
import { FIGURE_RULE_CODES, reviewFigures } from './review-figures.ts';
import { reviewStructure, STRUCTURE_RULE_CODES } from './review-structure.ts';
import type { SentenceSplitter } from './sentences.ts';
import { reviewSigns, SIGN_RULE_CODES } from './signs/review-signs.ts';

/** Problem codes of the rules that apply to the texts of every publication. */
export const TEXT_RULE_CODES = {
  ...PROSE_CODES,
  ...PASTED_CODES,
  ...PROOFING_CODES,
  ...FIGURE_RULE_CODES,
  ...STRUCTURE_RULE_CODES,
  ...PEOPLE_CODES,
  ...AVOIDED_WORD_CODES,
  ...SIGN_RULE_CODES,
  ...LINK_RULE_CODES,
  ...PHOTO_TEXT_CODES,
} satisfies CodeNotes;

/** Schema of the key `editorial` in a template's words: what the rules know of a language. Nothing of it is printed. */
export const editorialWords = () =>
  z.strictObject({
    /** Words that may be repeated immediately, in lower case. */
    doubled: z.array(z.string()),
  });

/** The editorial words of a language. */
export type EditorialWords = z.output<ReturnType<typeof editorialWords>>;

/** The texts of an issue, and what the rules have to know about the issue. */
export interface ReviewedTexts {
  /** The texts of the articles, in the order of the issue. */
  readonly passages: readonly Passage[];
  /** Other texts of the issue, such as a contact or a label of the contents. */
  readonly otherPassages?: readonly Passage[];
  /** Language of the texts. */
  readonly language: string;
  /** First and last day that the issue reports on, as YEAR-MONTH-DAY. */
  readonly period: { readonly from: string; readonly to: string };
  /** Articles of earlier issues in the same language. */
  readonly earlier?: readonly SignedArticle[];
  readonly document: Pick<SourceDocument, 'locateText'>;
  readonly words: EditorialWords;
  readonly splitSentences: SentenceSplitter;
  /** Undefined if the program knows no spelling of the language. */
  readonly proofing?: ProofingTools | undefined;
  /** Words and names that the author knows to be right. */
  readonly ownWords?: readonly string[] | undefined;
  /** Names of persons in earlier issues, the oldest first. */
  readonly earlierNames?: readonly EarlierNames[] | undefined;
  /** Names that another rule compares. */
  readonly checkedElsewhere?: readonly string[] | undefined;
}

/** Applies the editorial rules about texts that all publications share. All findings are warnings. */
export function reviewTexts(texts: ReviewedTexts): Finding[] {
  const { passages, otherPassages = [], earlier = [] } = texts;
  const { period, document, words, splitSentences } = texts;
  const language = requireLanguage(texts.language);
  const all = [...passages, ...otherPassages];
  return [
    ...findTitleFullStops(passages),
    ...findRepeatedWords(passages, words.doubled),
    ...findRepeatedSentences(passages, document, splitSentences),
    ...findMixedLetters(all),
    ...findCapitals(passages),
    ...reviewPasted(all),
    ...proofreadTexts(all, texts),
    ...reviewFigures(passages, period, language),
    ...reviewStructure(passages, otherPassages, earlier, document, language),
    ...findPrivateFacts(passages, language),
    ...findAvoidedWords(all, texts.proofing?.vocabulary.avoid ?? []),
    ...reviewSigns(passages, otherPassages, language),
    ...findLinkFaults(all, language),
    ...findPhotoTextMistakes(passages, language),
  ];
}
