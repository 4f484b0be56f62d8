import type { Word } from '../measure/words.ts';

// Cost of a line in total-fit line breaking. Source: D. E. Knuth and M. F. Plass, "Breaking Paragraphs
// into Lines", Software: Practice and Experience 11 (1981). As in the paper, a line whose word spaces are
// as wide or as narrow as allowed has a badness of 100.

/** Penalty for a line that ends in a hyphen. */
const HYPHEN_COST = 60;
/** Penalty for a line that ends without a space, such as inside a URL. */
const NO_SPACE_BREAK_COST = 20;
/** Cost of splitting a word that fits on no line; high, so that each is split as rarely as possible. */
const CUT_COST = 50_000;
const CONSECUTIVE_HYPHENS_COST = 3000;
/** Cost of adjacent lines whose fitness classes differ by more than 1. */
const FITNESS_CHANGE_COST = 3000;
/** Added to the badness of a loose line, so that one loose line is preferred to two. */
const LOOSE_LINE_COST = 60_000;
const SHORT_LAST_LINE_COST = 12_000;
const MAX_BADNESS = 100_000;
/** A last line that fills less than this fraction of its width counts as short. */
const SHORT_LAST_LINE = 0.12;

/** A line between two possible breakpoints. */
interface CandidateLine {
  /** Width of its word spaces, divided by their natural width. */
  readonly wordSpaceRatio: number;
  /** Its last word or part of a word. */
  readonly last: Word;
  readonly hyphenated: boolean;
  /** The paragraph or a forced line ends here. */
  readonly ends: boolean;
  /** The breakpoint that it starts from. */
  readonly start: {
    readonly line: number;
    readonly hyphenated: boolean;
    readonly fitness: number;
  };
  /** Fitness class: 0 tight, 1 normal, 2 loose, 3 very loose. */
  readonly fitness: number;
  /** Fraction of its width that it fills with natural word spaces. */
  readonly fillRatio: number;
}

/** Returns the cost (demerits) of a line. The cost of a paragraph is the sum over its lines. */
export function lineCost(line: CandidateLine): number {
  const { wordSpaceRatio, last, hyphenated, ends, start, fitness, fillRatio } = line;
  const deviation =
    wordSpaceRatio >= 1
      ? (wordSpaceRatio - 1) / (WORD_SPACES.widest - 1)
      : (1 - wordSpaceRatio) / (1 - WORD_SPACES.narrowest);
  const badness = Math.min(MAX_BADNESS, 100 * deviation ** 3);
  const breaksWithoutSpace = !ends && last.space === '' && !hyphenated;
  const penalty = hyphenated ? HYPHEN_COST : breaksWithoutSpace ? NO_SPACE_BREAK_COST : 0;
  let cost = (10 + badness + penalty) ** 2;
  if (last.cut) cost += CUT_COST;
  if (hyphenated && start.hyphenated) cost += CONSECUTIVE_HYPHENS_COST;
  if (wordSpaceRatio > WORD_SPACES.widest) cost += LOOSE_LINE_COST;
  if (Math.abs(fitness - start.fitness) > 1) cost += FITNESS_CHANGE_COST;
  if (ends && start.line > 0 && fillRatio < SHORT_LAST_LINE) cost += SHORT_LAST_LINE_COST;
  return cost;
}

// A justified line is fitted to its width by its word spaces. Where that would be visible, its glyphs
// are stretched or shrunk too, by less than readers notice. Source: H. Zapf, "About micro-typography
// and the hz-program" (1993). The LaTeX package microtype stretches by at most 2 % by default.

/** Limits of word spaces as ratios to the natural one; `narrow` to `wide` needs no glyph stretch. */
export const WORD_SPACES = { narrowest: 0.75, narrow: 0.9, wide: 1.3, widest: 1.6 };
/** Limits of glyph stretch, as fractions of the natural width. */
const GLYPH_STRETCH = { narrowest: -0.03, widest: 0.03 };

/** How a line is fitted to its width. A ratio of 1 and a stretch of 0 leave it unchanged. */
export interface Fit {
  /** Width of its word spaces, divided by their natural width. */
  readonly wordSpaceRatio: number;
  /** Fraction of their natural width that is added to its glyphs; negative if they shrink. */
  readonly glyphStretch: number;
}

/** Returns the least width in pt to which a line with these natural widths can shrink. */
export function minLineWidth(letters: number, spaces: number): number {
  return letters * (1 + GLYPH_STRETCH.narrowest) + spaces * WORD_SPACES.narrowest;
}

/**
 * Returns the greatest width in pt to which a line with these natural widths can stretch if no word
 * space exceeds `maxRatio` times the natural one. `maxRatio` must be at least `WORD_SPACES.wide`.
 */
export function maxLineWidth(letters: number, spaces: number, maxRatio: number): number {
  return letters * (1 + GLYPH_STRETCH.widest) + spaces * maxRatio;
}

/** Fits letters and spaces with these natural widths to a line width, all in pt. */
export function fitLine(letters: number, spaces: number, width: number): Fit {
  const natural = (width - letters) / spaces;
  if (!Number.isFinite(natural) || letters === 0)
    return { wordSpaceRatio: natural, glyphStretch: 0 };
  const spaceTarget = Math.min(WORD_SPACES.wide, Math.max(WORD_SPACES.narrow, natural));
  const wantedStretch = (width - letters - spaceTarget * spaces) / letters;
  const glyphStretch = Math.min(
    GLYPH_STRETCH.widest,
    Math.max(GLYPH_STRETCH.narrowest, wantedStretch),
  );
  return { wordSpaceRatio: (width - letters * (1 + glyphStretch)) / spaces, glyphStretch };
}
