import type { CodeNotes } from '../../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../../source/finding.ts';
import type { Language } from '../../../../text/languages/language.ts';
import type { Passage } from '../passages.ts';
import { DASH_CODES, findDashMistakes } from './dashes.ts';
import { findLetterMistakes, findSmallBeginnings, LETTER_CODES } from './letters.ts';
import { findMarkMistakes, MARK_CODES } from './marks.ts';
import { findOtherLanguages, OTHER_LANGUAGE_CODES } from './other-language.ts';
import { findUnpairedSigns, PAIRED_SIGN_CODES } from './paired-signs.ts';

/** Problem codes of the rules about signs and letters. */
export const SIGN_RULE_CODES = {
  ...PAIRED_SIGN_CODES,
  ...DASH_CODES,
  ...MARK_CODES,
  ...LETTER_CODES,
  ...OTHER_LANGUAGE_CODES,
} satisfies CodeNotes;

/**
 * Applies the rules about signs and letters.
 * @param passages the texts of the articles
 * @param others texts that may be parts of a sentence
 */
export function reviewSigns(
  passages: readonly Passage[],
  others: readonly Passage[],
  language: Language,
): Finding[] {
  const all = [...passages, ...others];
  return [
    ...findUnpairedSigns(all, language),
    ...findDashMistakes(all, language),
    ...findMarkMistakes(all, language),
    ...findSmallBeginnings(passages, language),
    ...findLetterMistakes(all, language),
    ...findOtherLanguages(all, language),
  ];
}
