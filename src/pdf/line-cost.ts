// What a line costs on the way to the best lines of a paragraph. Source: D. E. Knuth and M. F. Plass,
// "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981).

import { WORD_SPACES } from './justify.ts';
import type { Word } from './word.ts';

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
