import type { Word } from '../measure/words.ts';

// What a line costs on the way to the best lines of a paragraph. Source: D. E. Knuth and M. F. Plass,
// "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981).

/** Costs on the scale of Knuth and Plass, where a line at its bounds has a badness of 100. */
const HYPHEN_COST = 60;
const NO_SPACE_BREAK_COST = 20;
/** A word is cut once where once is enough. */
const CUT_COST = 50_000;
const CONSECUTIVE_HYPHENS_COST = 3000;
const FITNESS_CHANGE_COST = 3000;
/** On top of its badness, so that one uneven line is taken rather than two. */
const LOOSE_LINE_COST = 60_000;
const SHORT_LAST_LINE_COST = 12_000;
const MAX_BADNESS = 100_000;
/** A last line shorter than this part of its width looks like a remnant. */
const SHORT_LAST_LINE = 0.12;

/** A line that is tried. */
interface CandidateLine {
  /** Its word spaces as a part of the natural one. */
  readonly wordSpaceRatio: number;
  /** Its last word, or a word's part. */
  readonly last: Word;
  readonly hyphenated: boolean;
  /** Whether it ends the paragraph, or the text says that it ends. */
  readonly ends: boolean;
  /** What is known of the line before it. */
  readonly start: {
    readonly line: number;
    readonly hyphenated: boolean;
    readonly fitness: number;
  };
  /** Tight, normal, loose or very loose, from 0. */
  readonly fitness: number;
  /** The part of its width that it fills with natural spaces. */
  readonly fillRatio: number;
}

/** The cost of a line; those of a paragraph's lines are added up. */
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

// How a justified line is brought to its width: first by its word spaces, and where these alone would
// show, by widening or narrowing its letters by what no eye sees. Source: H. Zapf, "About
// micro-typography and the hz-program" (1993); R. Schlicht's microtype stays within 2 % too.

/** Word spaces, as parts of natural ones: at the least and at the most, and where the eye is content. */
export const WORD_SPACES = { narrowest: 0.75, narrow: 0.9, wide: 1.3, widest: 1.6 };
/** How much letters may give way, as parts of their width. */
const GLYPH_STRETCH = { narrowest: -0.03, widest: 0.03 };

/** A line's fit: its word spaces as a part of natural ones, its letters' widening as a part of theirs. */
export interface Fit {
  readonly wordSpaceRatio: number;
  readonly glyphStretch: number;
}

/** Least width in pt of a line whose letters and whose spaces have these natural widths. */
export function minLineWidth(letters: number, spaces: number): number {
  return letters * (1 + GLYPH_STRETCH.narrowest) + spaces * WORD_SPACES.narrowest;
}

/**
 * Width in pt from which on such a line would have word spaces wider than `loosest`, a part of the
 * natural one that is no less than what the eye is content with.
 */
export function maxLineWidth(letters: number, spaces: number, maxRatio: number): number {
  return letters * (1 + GLYPH_STRETCH.widest) + spaces * maxRatio;
}

/** Fits letters and spaces of natural widths into a width, all in pt. */
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
