// The rules about spelling and names, which need a dictionary and a vocabulary of the language.
import type { CodeNotes } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import type { SourceDocument } from '../../../source/read-yaml.ts';
import { languageOf } from '../../../text/languages/index.ts';
import { createWordFilter, type ProofingTools } from '../../../text/spelling/vocabulary.ts';
import { findCalendarTypos, findCapitalizedMisspellings } from './capitalized-misspellings.ts';
import {
  AGENCY_CODES,
  findAbbreviationTypos,
  findUnfitAbbreviations,
  findWrongAgencyNames,
} from './names/agencies.ts';
import { type EarlierNames, findNewSpellings } from './names/earlier-names.ts';
import { listNames } from './names/list-names.ts';
import { findNameSpellings, NAME_CODES } from './names/name-spellings.ts';
import { findPhraseVariants } from './names/phrase-variants.ts';
import { findUnpreferredNames, PREFERRED_NAME_CODES } from './names/preferred-names.ts';
import { findRankDifferences, RANK_CODES } from './names/ranks.ts';
import { groupByArticle, type Passage } from './passages.ts';
import { findMisspellings, SPELLING_CODES } from './spelling.ts';
import { findMixedVariants, VARIANT_CODES } from './spelling-variants.ts';
import { listWords } from './words.ts';
import { findWrongArticles, findWrongWords, WRONG_WORD_CODES } from './wrong-words.ts';

/** Problem codes of the rules about spelling and names. */
export const PROOFING_CODES = {
  ...SPELLING_CODES,
  ...VARIANT_CODES,
  ...WRONG_WORD_CODES,
  ...NAME_CODES,
  ...PREFERRED_NAME_CODES,
  ...AGENCY_CODES,
  ...RANK_CODES,
} satisfies CodeNotes;

/** What these rules have to know about an issue. */
export interface ProofreadingContext {
  readonly language: string;
  readonly document: Pick<SourceDocument, 'locateText'>;
  /** Undefined if the program knows no spelling of the language. */
  readonly proofing?: ProofingTools | undefined;
  /** Words and names that the author knows to be right. */
  readonly ownWords?: readonly string[] | undefined;
  /** Names of persons in earlier issues, the oldest first. */
  readonly earlierNames?: readonly EarlierNames[] | undefined;
  /** Names that another rule compares. */
  readonly checkedElsewhere?: readonly string[] | undefined;
}

/** Applies the rules about spelling and names. */
export function proofreadTexts(
  passages: readonly Passage[],
  context: ProofreadingContext,
): Finding[] {
  const { language, proofing, ownWords = [] } = context;
  const { articles, figures, prose } = languageOf(language) ?? {};
  const wrongArticles = articles ? findWrongArticles(passages, articles) : [];
  if (!proofing) return wrongArticles;
  const { speller, vocabulary } = proofing;
  const words = passages.flatMap(listWords);
  const isAdded = createWordFilter([...vocabulary.words, ...ownWords], speller);
  // These words have a finding with a better reason.
  const isKnown = (word: string) => isAdded(word) || Object.hasOwn(vocabulary.mistakes, word);
  return [
    ...findMisspellings(words, speller, isKnown),
    ...findCapitalizedMisspellings(words, speller, isKnown),
    ...findCalendarTypos(words, speller, [
      ...(figures?.months.names.keys() ?? []),
      ...(prose?.figures.weekdays.flat().map((name) => name.toLowerCase()) ?? []),
    ]),
    ...findMixedVariants(words, speller),
    ...findWrongWords(passages, vocabulary.mistakes),
    ...wrongArticles,
    ...findUnpreferredNames(passages, vocabulary.names),
    ...findAgencyMistakes(passages, vocabulary, context),
    ...findNameMistakes(passages, proofing, context),
  ];
}

function findAgencyMistakes(
  passages: readonly Passage[],
  { agencies }: ProofingTools['vocabulary'],
  { ownWords = [], checkedElsewhere = [] }: ProofreadingContext,
): Finding[] {
  const names = Object.values(agencies).filter(
    (name): name is string => name !== null && !checkedElsewhere.includes(name),
  );
  return [
    ...findAbbreviationTypos(passages, Object.keys(agencies), { ownWords, checkedElsewhere }),
    ...findUnfitAbbreviations(passages, [...Object.keys(agencies), ...ownWords]),
    ...findWrongAgencyNames(passages, names),
  ];
}

function findNameMistakes(
  passages: readonly Passage[],
  { speller, vocabulary }: ProofingTools,
  { language, document, ownWords = [], earlierNames = [] }: ProofreadingContext,
): Finding[] {
  const { properNames: names } = languageOf(language) ?? {};
  if (!names) return [];
  const preferred = Object.entries(vocabulary.names);
  const known = new Set([...ownWords, ...preferred.map(([name]) => name)]);
  // Names of the vocabulary's list have a finding with a better reason.
  const others = new Set(preferred.flatMap(([, spellings]) => spellings));
  const placed = passages
    .flatMap((passage) => listNames(passage, speller, names))
    .filter(({ name }) => !others.has(name));
  const context = { names, speller, document, isKnown: (name: string) => known.has(name) };
  return [
    ...findNameSpellings(placed, context),
    ...findNewSpellings(placed, earlierNames, context),
    ...findPhraseVariants(passages, context),
    ...findRankDifferences(groupByArticle(passages), vocabulary, context),
  ];
}
