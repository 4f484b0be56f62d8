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
