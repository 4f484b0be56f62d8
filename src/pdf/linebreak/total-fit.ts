// Breaks a justified paragraph for all its lines at once: of all ways to break it, the one whose
// lines are, taken together, nearest to their natural width. Source: D. E. Knuth and M. F. Plass,
// "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981); the bounds of word
// spaces replace TeX's stretch and shrink. Every line may have a width of its own, so of the ways to
// reach a place those are kept apart that differ in their number of lines, in how loose the last one
// is, or in whether it ends in a hyphen: what follows depends on all three.

import { cutWord, type Word } from '../measure/words.ts';
import { fitLine, lineCost, maxLineWidth, minLineWidth, WORD_SPACES } from './cost.ts';
import { type BrokenLine, breakByFirstFit, widthOfWords } from './first-fit.ts';

/** Widest word spaces that are tried: rather a few loose lines than a word beyond the margin. */
const MAX_WORD_SPACE_RATIOS = [WORD_SPACES.widest, 2.2, 4, Number.POSITIVE_INFINITY];
/** Stands for the spaces of a line that has none and is not full. */
const UNFILLABLE_RATIO = 1000;
/** Tight, normal, loose and very loose. */
const FITNESSES = 4;
/**
 * Ways to a place that are followed, the cheapest of them: some times as many as prose has. Where words
 * are so wide that any space is tried, a place is reached in nearly every number of lines, and work
 * without this bound grows with the cube of a paragraph's length.
 */
const MAX_BREAKPOINTS_PER_POSITION = 60;
const ROUNDING = 0.001;

/** What the lines of a paragraph must keep to. */
export interface FitRules {
  /** Width in pt of line `n`, from 0. */
  readonly widthOf: (line: number) => number;
  /** Whether a line may end in a hyphen; the last of a page may not. */
  readonly mayHyphenate: (line: number) => boolean;
}

/** A way to have broken the paragraph up to a place. */
interface Breakpoint {
  /** Number of pieces before it. */
  readonly position: number;
  readonly line: number;
  readonly cost: number;
  readonly hyphenated: boolean;
  /** Tight, normal, loose or very loose: neighbours should not contrast. */
  readonly fitness: number;
  readonly previous: Breakpoint | undefined;
}

/** Sums of widths before each piece, in pt. */
interface WidthSums {
  readonly words: readonly number[];
  readonly spaces: readonly number[];
}

/** Breaks words into lines with the least cost; each line is within its width. */
export function breakByTotalFit(words: readonly Word[], rules: FitRules): BrokenLine[] {
  const widths: number[] = [];
  const widthOf = (line: number) => {
    widths[line] ??= rules.widthOf(line);
    return widths[line];
  };
  const lines = Array.from({ length: words.length + 1 }, (_, line) => widthOf(line));
  const [widest, narrowest] = [Math.max(...lines), Math.min(...lines)];
  // A word too wide for some lines waits for one that holds it; only where that tears the others
  // apart, and where no line is wide enough, is it cut.
  if (widest > narrowest) {
    const end = fitLoosening(
      splitOverlongWords(words, widest),
      { ...rules, widthOf },
      MAX_WORD_SPACE_RATIOS.slice(0, -1),
    );
    if (end) return end;
  }
  const pieces = splitOverlongWords(words, narrowest);
  // What no rule allows is still set within its width, line by line.
  return (
    fitLoosening(pieces, { ...rules, widthOf }, MAX_WORD_SPACE_RATIOS) ??
    breakByFirstFit(pieces, widthOf)
  );
}

/** The lines with the least wide spaces that can be had. */
function fitLoosening(
  pieces: readonly Word[],
  rules: FitRules,
  maxRatios: readonly number[],
): BrokenLine[] | undefined {
  const lastWord =
    pieces.findLastIndex((piece, i) => i < pieces.length - 1 && piece.space !== '') + 1;
  const paragraph = { pieces, sums: sumWidths(pieces), rules, lastWord };
  for (const maxRatio of maxRatios) {
    const end = findBreaks({ ...paragraph, maxRatio });
    if (end) return collectLines(pieces, end);
  }
  return undefined;
}

/** A paragraph on the way to its lines. */
interface Paragraph {
  readonly pieces: readonly Word[];
  readonly sums: WidthSums;
  readonly rules: FitRules;
  /** Number of pieces before the last word, which is not divided. */
  readonly lastWord: number;
  /** Widest word spaces, as parts of the natural one, that are tried. */
  readonly maxRatio: number;
}

/** The cheapest way to break a whole paragraph, or undefined when its lines would be too loose. */
function findBreaks(paragraph: Paragraph): Breakpoint | undefined {
  const { pieces } = paragraph;
  let active: Breakpoint[] = [
    { position: 0, line: 0, cost: 0, hyphenated: false, fitness: 1, previous: undefined },
  ];
  for (const [index, piece] of pieces.entries()) {
    const end = index === pieces.length - 1;
    if (piece.noBreakAfter && !end && !piece.endsLine) continue;
    let reached: Map<number, Breakpoint> | undefined;
    // Most places are too near to some starts and too far from none: what is open stays the same list,
    // and is copied at the first start that goes.
    let stillActive = active;
    for (const [number, start] of active.entries()) {
      const line = tryLine(start, index + 1, paragraph);
      const stays = line !== 'too long' && !piece.endsLine;
      if (!stays && stillActive === active) stillActive = active.slice(0, number);
      else if (stays && stillActive !== active) stillActive.push(start);
      if (line === 'too long' || line === undefined) continue;
      const stateKey = (line.line * FITNESSES + line.fitness) * 2 + Number(line.hyphenated);
      reached ??= new Map();
      const best = reached.get(stateKey);
      if (!best || line.cost < best.cost) reached.set(stateKey, line);
    }
    active = reached ? [...stillActive, ...pruneBreakpoints(reached)] : stillActive;
    if (active.length === 0) return undefined;
  }
  return cheapest(active.filter(({ position }) => position === pieces.length));
}

/** The ways to a place that are followed. */
function pruneBreakpoints(reached: ReadonlyMap<number, Breakpoint>): Breakpoint[] {
  const breakpoints = [...reached.values()];
  return breakpoints.length <= MAX_BREAKPOINTS_PER_POSITION
    ? breakpoints
    : breakpoints.sort((a, b) => a.cost - b.cost).slice(0, MAX_BREAKPOINTS_PER_POSITION);
}

function cheapest(breakpoints: readonly Breakpoint[]): Breakpoint | undefined {
  return breakpoints.reduce<Breakpoint | undefined>(
    (best, tried) => (best === undefined || tried.cost < best.cost ? tried : best),
    undefined,
  );
}

/** A line from a breakpoint to a place: its cost, or why it cannot be. */
function tryLine(
  start: Breakpoint,
  position: number,
  { pieces, sums, rules, maxRatio, lastWord }: Paragraph,
): Breakpoint | 'too long' | undefined {
  const last = pieces[position - 1];
  if (!last) return undefined;
  const width = rules.widthOf(start.line);
  const text = sumBetween(sums.words, start.position, position);
  const spaces = sumBetween(sums.spaces, start.position, position - 1);
  if (minLineWidth(text, spaces) > width + ROUNDING) return 'too long';
  const ends = last.endsLine || position === pieces.length;
  const full = text + last.hyphenWidth;
  // Most of what is tried is far too short yet.
  if (!ends && spaces > 0 && maxLineWidth(full, spaces, maxRatio) < width - ROUNDING)
    return undefined;
  const hyphenated = last.hyphenWidth > 0;
  if (hyphenated && (position > lastWord || !rules.mayHyphenate(start.line))) return undefined;
  // Letters give way only together with spaces.
  const least = spaces > 0 ? minLineWidth(full, spaces) : full;
  if (least > width + ROUNDING) return undefined;
  const fit =
    spaces > 0
      ? fitLine(full, spaces, width).wordSpaceRatio
      : width - full < 1
        ? 1
        : UNFILLABLE_RATIO;
  if (!ends && fit > maxRatio) return undefined;
  const wordSpaceRatio = ends ? Math.min(1, fit) : fit;
  const fitness =
    wordSpaceRatio < WORD_SPACES.narrow
      ? 0
      : wordSpaceRatio <= WORD_SPACES.wide
        ? 1
        : wordSpaceRatio <= WORD_SPACES.widest
          ? 2
          : 3;
  const cost =
    start.cost +
    lineCost({
      wordSpaceRatio,
      last,
      hyphenated,
      ends,
      start,
      fitness,
      fillRatio: (full + spaces) / width,
    });
  return { position, line: start.line + 1, cost, hyphenated, fitness, previous: start };
}

/** What was added to a sum between two places. */
function sumBetween(sums: readonly number[], from: number, to: number): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0);
}

/** Words wider than `limit` pt letter by letter; what is glued parts where it is too wide together. */
function splitOverlongWords(words: readonly Word[], limit: number): Word[] {
  const pieces: Word[] = [];
  let unit = 0;
  for (const word of words) {
    unit += word.width;
    const noBreakAfter = word.noBreakAfter && unit + word.spaceWidth < limit;
    if (!noBreakAfter) unit = 0;
    const piece = noBreakAfter === word.noBreakAfter ? word : { ...word, noBreakAfter };
    if (word.width > limit) pieces.push(...cutWord(piece));
    else pieces.push(piece);
  }
  return pieces;
}

function sumWidths(pieces: readonly Word[]): WidthSums {
  const sums = { words: [0], spaces: [0] };
  let [words, spaces] = [0, 0];
  for (const piece of pieces) {
    words += piece.width;
    spaces += piece.spaceWidth;
    sums.words.push(words);
    sums.spaces.push(spaces);
  }
  return sums;
}

function collectLines(pieces: readonly Word[], end: Breakpoint): BrokenLine[] {
  const lines: BrokenLine[] = [];
  for (let at: Breakpoint = end; at.previous; at = at.previous) {
    const words = pieces.slice(at.previous.position, at.position);
    const last = words.at(-1);
    const hyphen = at.hyphenated ? (last?.hyphenWidth ?? 0) : 0;
    lines.unshift({
      words,
      width: widthOfWords(words) + hyphen,
      last: last?.endsLine === true || at.position === pieces.length,
      hyphenated: at.hyphenated,
    });
  }
  return lines;
}
