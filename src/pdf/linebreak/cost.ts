import type { Word } from '../measure/words.ts';

// What a line costs on the way to the best lines of a paragraph. Source: D. E. Knuth and M. F. Plass,
// "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981).

/** Costs on the scale of Knuth and Plass, where a line at its bounds has a badness of 100. */
const HYPHEN_COST = 60;
const SIGN_COST = 20;
/** A word is cut once where once is enough. */
const CUT_COST = 50_000;
const TWO_HYPHENS_COST = 3000;
const CONTRAST_COST = 3000;
/** On top of its badness, so that one uneven line is taken rather than two. */
const UNEVEN_COST = 60_000;
const SHORT_END_COST = 12_000;
const BADNESS_CEILING = 100_000;
/** A last line shorter than this part of its width looks like a remnant. */
const SHORT_END = 0.12;

/** A line that is tried. */
interface TriedLine {
  /** Its word spaces as a part of the natural one. */
  readonly scale: number;
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
  readonly filled: number;
}

/** The cost of a line; those of a paragraph's lines are added up. */
export function lineCost(line: TriedLine): number {
  const { scale, last, hyphenated, ends, start, fitness, filled } = line;
  const off =
    scale >= 1 ? (scale - 1) / (WORD_SPACES.widest - 1) : (1 - scale) / (1 - WORD_SPACES.narrowest);
  const badness = Math.min(BADNESS_CEILING, 100 * off ** 3);
  const sign = !ends && last.space === '' && !hyphenated;
  const penalty = hyphenated ? HYPHEN_COST : sign ? SIGN_COST : 0;
  let cost = (10 + badness + penalty) ** 2;
  if (last.cut) cost += CUT_COST;
  if (hyphenated && start.hyphenated) cost += TWO_HYPHENS_COST;
  if (scale > WORD_SPACES.widest) cost += UNEVEN_COST;
  if (Math.abs(fitness - start.fitness) > 1) cost += CONTRAST_COST;
  if (ends && start.line > 0 && filled < SHORT_END) cost += SHORT_END_COST;
  return cost;
}

// How a justified line is brought to its width: first by its word spaces, and where these alone would
// show, by widening or narrowing its letters by what no eye sees. Source: H. Zapf, "About
// micro-typography and the hz-program" (1993); R. Schlicht's microtype stays within 2 % too.

/** Word spaces, as parts of natural ones: at the least and at the most, and where the eye is content. */
export const WORD_SPACES = { narrowest: 0.75, narrow: 0.9, wide: 1.3, widest: 1.6 };
/** How much letters may give way, as parts of their width. */
const LETTERS = { narrowest: -0.03, widest: 0.03 };

/** A line's fit: its word spaces as a part of natural ones, its letters' widening as a part of theirs. */
export interface Fit {
  readonly spaces: number;
  readonly letters: number;
}

/** Least width in pt of a line whose letters and whose spaces have these natural widths. */
export function leastWidth(letters: number, spaces: number): number {
  return letters * (1 + LETTERS.narrowest) + spaces * WORD_SPACES.narrowest;
}

/**
 * Width in pt from which on such a line would have word spaces wider than `loosest`, a part of the
 * natural one that is no less than what the eye is content with.
 */
export function mostWidth(letters: number, spaces: number, loosest: number): number {
  return letters * (1 + LETTERS.widest) + spaces * loosest;
}

/** Fits letters and spaces of natural widths into a width, all in pt. */
export function fitLine(letters: number, spaces: number, width: number): Fit {
  const natural = (width - letters) / spaces;
  if (!Number.isFinite(natural) || letters === 0) return { spaces: natural, letters: 0 };
  const aim = Math.min(WORD_SPACES.wide, Math.max(WORD_SPACES.narrow, natural));
  const wanted = (width - letters - aim * spaces) / letters;
  const given = Math.min(LETTERS.widest, Math.max(LETTERS.narrowest, wanted));
  return { spaces: (width - letters * (1 + given)) / spaces, letters: given };
}
