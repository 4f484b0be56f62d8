import type { Word } from '../measure/words.ts';
import { type BrokenLine, breakByFirstFit } from './first-fit.ts';
import { breakByTotalFit, type FitRules } from './total-fit.ts';

/** Precision of the search for the narrowest balanced width, as a fraction of the full width. */
const BALANCE_PRECISION = 1 / 128;
/** Widths are sums of decimals; a line that is this many pt too wide still fits. */
const ROUNDING = 0.01;
/** Results cached per paragraph: as estimated and as placed, with and without a float. */
const CACHED_RESULTS = 6;

/** How a paragraph is broken into lines. */
export interface LineRules extends FitRules {
  /** Lines are justified and therefore broken by total fit. */
  readonly justified: boolean;
  /** Lines are made about equally long, as in a title; ignored for justified text. */
  readonly balanced: boolean;
}

/** Breaks a paragraph's words into lines. */
export type BreakParagraph = (words: readonly Word[], rules: LineRules) => readonly BrokenLine[];

/** Breaks justified text by total fit, all other text by first fit. */
export const breakParagraph: BreakParagraph = (words, rules) => {
  if (rules.justified) return breakByTotalFit(words, rules);
  const lines = breakByFirstFit(words, rules.widthOf);
  return rules.balanced ? balanceLines(words, lines, rules.widthOf) : lines;
};

/** Breaks the words again, in the narrowest width that needs no more lines. */
function balanceLines(
  words: readonly Word[],
  lines: BrokenLine[],
  widthOf: (line: number) => number,
): BrokenLine[] {
  if (lines.length < 2) return lines;
  let best = lines;
  let [fits, tooNarrow] = [1, 0];
  while (fits - tooNarrow > BALANCE_PRECISION) {
    const ratio = (fits + tooNarrow) / 2;
    const tried = breakByFirstFit(words, (line) => widthOf(line) * ratio);
    const allFit = tried.every((line, index) => line.width <= widthOf(index) * ratio + ROUNDING);
    if (tried.length === lines.length && allFit) [best, fits] = [tried, ratio];
    else tooNarrow = ratio;
  }
  return best;
}

/** Broken lines, with every answer of the rules that they depend on. */
interface CachedBreaks {
  readonly justified: boolean;
  readonly balanced: boolean;
  readonly widths: ReadonlyMap<number, number>;
  readonly hyphens: ReadonlyMap<number, boolean>;
  readonly lines: readonly BrokenLine[];
}

/**
 * Returns a memoized `breakParagraph`. A paragraph is measured before it is placed, and an unchanged
 * one is broken in the same way in the next build. Rules match if they give the same answers.
 */
export function cacheBrokenLines(breakParagraph: BreakParagraph): BreakParagraph {
  const cached = new WeakMap<readonly Word[], CachedBreaks[]>();
  return (words, rules) => {
    const results = cached.get(words) ?? [];
    const same = results.find((result) => matchesRules(result, rules));
    if (same) return same.lines;
    const result = breakAndRecord(words, rules, breakParagraph);
    cached.set(words, [result, ...results.slice(0, CACHED_RESULTS - 1)]);
    return result.lines;
  };
}

function matchesRules(result: CachedBreaks, rules: LineRules): boolean {
  if (result.justified !== rules.justified || result.balanced !== rules.balanced) return false;
  for (const [line, width] of result.widths) if (rules.widthOf(line) !== width) return false;
  for (const [line, may] of result.hyphens) if (rules.mayHyphenate(line) !== may) return false;
  return true;
}

function breakAndRecord(
  words: readonly Word[],
  rules: LineRules,
  breakParagraph: BreakParagraph,
): CachedBreaks {
  const { justified, balanced } = rules;
  const widths = new Map<number, number>();
  const hyphens = new Map<number, boolean>();
  const lines = breakParagraph(words, {
    justified,
    balanced,
    widthOf: (line) => recordAnswer(widths, line, rules.widthOf),
    mayHyphenate: (line) => recordAnswer(hyphens, line, rules.mayHyphenate),
  });
  return { justified, balanced, widths, hyphens, lines };
}

function recordAnswer<Answer>(
  answers: Map<number, Answer>,
  line: number,
  getAnswer: (line: number) => Answer,
): Answer {
  const cached = answers.get(line);
  if (cached !== undefined) return cached;
  const answer = getAnswer(line);
  answers.set(line, answer);
  return answer;
}
