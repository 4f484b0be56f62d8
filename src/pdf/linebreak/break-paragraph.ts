import type { Word } from '../measure/words.ts';
import { type BrokenLine, breakByFirstFit } from './first-fit.ts';
import { breakByTotalFit, type FitRules } from './total-fit.ts';

/** How near to the narrowest measure balanced lines come, as a part of the full one. */
const BALANCE_STEP = 1 / 128;
/** Widths are sums of decimals; a line that is this many pt too wide still fits. */
const ROUNDING = 0.01;
/** Ways of breaking one paragraph that are kept: dry and on the page, with and without a float. */
const WAYS_KEPT = 6;

/** How a paragraph is broken into lines. */
export interface LineRules extends FitRules {
  /** Lines are broken for the whole paragraph at once, to be justified. */
  readonly justified: boolean;
  /** Lines are made about equally long, as in a title. */
  readonly balanced: boolean;
}

/** Breaks a paragraph's words into lines. */
export type BreakParagraph = (words: readonly Word[], rules: LineRules) => readonly BrokenLine[];

/** Breaks a paragraph as its setting asks. */
export const breakParagraph: BreakParagraph = (words, rules) => {
  if (rules.justified) return breakByTotalFit(words, rules);
  const lines = breakByFirstFit(words, rules.widthOf);
  return rules.balanced ? balanceLines(words, lines, rules.widthOf) : lines;
};

/** The same number of lines in the narrowest measure that gives it. */
function balanceLines(
  words: readonly Word[],
  lines: BrokenLine[],
  widthOf: (line: number) => number,
): BrokenLine[] {
  if (lines.length < 2) return lines;
  let best = lines;
  let [fits, tooNarrow] = [1, 0];
  while (fits - tooNarrow > BALANCE_STEP) {
    const part = (fits + tooNarrow) / 2;
    const tried = breakByFirstFit(words, (line) => widthOf(line) * part);
    const whole = tried.every((line, index) => line.width <= widthOf(index) * part + ROUNDING);
    if (tried.length === lines.length && whole) [best, fits] = [tried, part];
    else tooNarrow = part;
  }
  return best;
}

/** Lines, and all that was asked of the rules on the way to them. */
interface BrokenWay {
  readonly justified: boolean;
  readonly balanced: boolean;
  readonly widths: ReadonlyMap<number, number>;
  readonly hyphens: ReadonlyMap<number, boolean>;
  readonly lines: readonly BrokenLine[];
}

/**
 * The same without breaking the same words twice by rules that give the same answers: a paragraph is
 * measured before it is placed, and in the next document it mostly stands where it stood.
 */
export function cacheBrokenLines(breakParagraph: BreakParagraph): BreakParagraph {
  const known = new WeakMap<readonly Word[], BrokenWay[]>();
  return (words, rules) => {
    const ways = known.get(words) ?? [];
    const same = ways.find((way) => leadsTo(way, rules));
    if (same) return same.lines;
    const way = breakNoting(words, rules, breakParagraph);
    known.set(words, [way, ...ways.slice(0, WAYS_KEPT - 1)]);
    return way.lines;
  };
}

function leadsTo(way: BrokenWay, rules: LineRules): boolean {
  if (way.justified !== rules.justified || way.balanced !== rules.balanced) return false;
  for (const [line, width] of way.widths) if (rules.widthOf(line) !== width) return false;
  for (const [line, may] of way.hyphens) if (rules.mayHyphenate(line) !== may) return false;
  return true;
}

function breakNoting(
  words: readonly Word[],
  rules: LineRules,
  breakParagraph: BreakParagraph,
): BrokenWay {
  const { justified, balanced } = rules;
  const widths = new Map<number, number>();
  const hyphens = new Map<number, boolean>();
  const lines = breakParagraph(words, {
    justified,
    balanced,
    widthOf: (line) => note(widths, line, rules.widthOf),
    mayHyphenate: (line) => note(hyphens, line, rules.mayHyphenate),
  });
  return { justified, balanced, widths, hyphens, lines };
}

function note<Answer>(
  answers: Map<number, Answer>,
  line: number,
  ask: (line: number) => Answer,
): Answer {
  const known = answers.get(line);
  if (known !== undefined) return known;
  const answer = ask(line);
  answers.set(line, answer);
  return answer;
}
