import type { CodeNotes } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import type { SourceDocument } from '../../../source/read-yaml.ts';
import type { Language } from '../../../text/languages/language.ts';
import {
  DUPLICATE_CODES,
  findRepeatedArticles,
  findReusedArticles,
  findUnusualLengths,
  type SignedArticle,
} from './near-duplicates.ts';
import type { Passage } from './passages.ts';
import { BEGINNING_CODES, findRepeatedBeginnings } from './repeated-beginnings.ts';
import { findUnfinished, UNFINISHED_CODES } from './unfinished.ts';
import { findPageLeftovers, WEB_LEFTOVER_CODES } from './web-leftovers.ts';

/** Problem codes of the rules about the structure of articles, and about what does not belong there. */
export const STRUCTURE_RULE_CODES = {
  ...BEGINNING_CODES,
  ...DUPLICATE_CODES,
  ...WEB_LEFTOVER_CODES,
  ...UNFINISHED_CODES,
} satisfies CodeNotes;

/**
 * Applies the rules about the structure of articles.
 * @param others texts that belong to no article
 * @param earlier articles of earlier issues
 */
export function reviewStructure(
  passages: readonly Passage[],
  others: readonly Passage[],
  earlier: readonly SignedArticle[],
  document: Pick<SourceDocument, 'locateText'>,
  language: Language,
): Finding[] {
  const leftovers = findPageLeftovers(passages, language);
  return [
    ...findRepeatedBeginnings(passages),
    ...findRepeatedArticles(passages, document),
    ...findReusedArticles(passages, earlier),
    ...findUnusualLengths(passages),
    ...leftovers,
    ...findUnfinished([...passages, ...others], language, leftovers),
  ];
}
