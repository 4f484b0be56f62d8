import type { CodeNotes } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import type { Language } from '../../../text/languages/language.ts';
import { ARTICLE_FIGURE_CODES, findDifferentFigures } from './article-figures.ts';
import { COUNTED_LIST_CODES, findWrongCounts } from './counted-lists.ts';
import { DATE_CODES, findDateMistakes, readDates } from './dates.ts';
import { findForeignMarks, NUMBER_CODES } from './number-format.ts';
import type { Passage } from './passages.ts';
import { findDatesOutside, PERIOD_CODES } from './period-dates.ts';
import { findImpossibleFigures, QUANTITY_CODES } from './quantities.ts';
import { findReversedSpans, SPAN_CODES } from './spans.ts';
import { findWrongSums, SUM_CODES } from './sums.ts';

/** Problem codes of the rules about dates and figures. */
export const FIGURE_RULE_CODES = {
  ...DATE_CODES,
  ...PERIOD_CODES,
  ...SPAN_CODES,
  ...QUANTITY_CODES,
  ...COUNTED_LIST_CODES,
  ...SUM_CODES,
  ...NUMBER_CODES,
  ...ARTICLE_FIGURE_CODES,
} satisfies CodeNotes;

/** Applies the rules about dates and figures. Texts without a digit or a list have none. */
export function reviewFigures(
  passages: readonly Passage[],
  period: { readonly from: string; readonly to: string },
  language: Language,
): Finding[] {
  const dated = readDates(passages, language);
  return [
    ...findDateMistakes(dated, period, language),
    ...findDatesOutside(dated, period, language),
    ...findReversedSpans(dated, language),
    ...findImpossibleFigures(passages, language),
    ...findWrongCounts(passages, language),
    ...findWrongSums(passages, language),
    ...findForeignMarks(passages, language),
    ...findDifferentFigures(passages, language),
  ];
}
