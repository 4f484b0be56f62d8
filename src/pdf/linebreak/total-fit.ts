// Total-fit line breaking: chooses the breaks of a whole justified paragraph that cost least. Source:
// D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11
// (1981). Limits of word spaces replace TeX's stretch and shrink. Lines may differ in width, so the
// search keeps the best breakpoint for each line number, fitness class and hyphenation: the cost of the
// lines that follow depends on all three.

import { cutWord, type Word } from '../measure/words.ts';
import { fitLine, lineCost, maxLineWidth, minLineWidth, WORD_SPACES } from './cost.ts';
import { type BrokenLine, breakByFirstFit, widthOfWords } from './first-fit.ts';

/** Limits of word spaces, tried in turn: loose lines are better than a word beyond the margin. */
const MAX_WORD_SPACE_RATIOS = [WORD_SPACES.widest, 2.2, 4, Number.POSITIVE_INFINITY];
/** Word space ratio of a line that is too short and has no spaces to widen. */
const UNFILLABLE_RATIO = 1000;
/** Number of fitness classes: tight, normal, loose and very loose. */
const FITNESSES = 4;
/**
 * Breakpoints kept for each position, the cheapest ones; several times as many as ordinary prose needs.
 * Where words are so wide that every space is tried, nearly every line number reaches each position.
 * Without this limit the work would grow with the cube of the paragraph's length.
 */
const MAX_BREAKPOINTS_PER_POSITION = 60;
const ROUNDING = 0.001;

/** Constraints on the lines of a paragraph. */
export interface FitRules {
  /** Width in pt of line `n`, from 0. */
  readonly widthOf: (line: number) => number;
  /** Whether a line may end in a hyphen; the last of a page may not. */
  readonly mayHyphenate: (line: number) => boolean;
}

/** The cheapest known way to break the paragraph up to a position. */
interface Breakpoint {
  /** Number of pieces before it. */
  readonly position: number;
  readonly line: number;
  readonly cost: number;
  readonly hyphenated: boolean;
  /** Fitness class of the line that ends here; adjacent lines should not contrast. */
  readonly fitness: number;
  readonly previous: Breakpoint | undefined;
}

/** Prefix sums of widths before each piece, in pt. */
interface WidthSums {
  readonly words: readonly number[];
  readonly spaces: readonly number[];
}

/** Breaks words into the lines that cost least; none exceeds its width. */
export function breakByTotalFit(words: readonly Word[], rules: FitRules): BrokenLine[] {
  const widths: number[] = [];
  const widthOf = (line: number) => {
    widths[line] ??= rules.widthOf(line);
    return widths[line];
  };
  const lines = Array.from({ length: words.length + 1 }, (_, line) => widthOf(line));
  const [widest, narrowest] = [Math.max(...lines), Math.min(...lines)];
  // A word too wide for some lines moves to a line that is wide enough. It is split only if that makes
  // other lines too loose or if no line is wide enough.
  if (widest > narrowest) {
    const end = fitLoosening(
      splitOverlongWords(words, widest),
      { ...rules, widthOf },
      MAX_WORD_SPACE_RATIOS.slice(0, -1),
    );
    if (end) return end;
  }
  const pieces = splitOverlongWords(words, narrowest);
  // First fit keeps lines within their width even if no breaks satisfy the rules.
  return (
    fitLoosening(pieces, { ...rules, widthOf }, MAX_WORD_SPACE_RATIOS) ??
    breakByFirstFit(pieces, widthOf)
  );
}

/** Breaks with each limit of word spaces in turn and returns the first lines found. */
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

/** A paragraph during the search for its breaks. */
interface Paragraph {
  readonly pieces: readonly Word[];
  readonly sums: WidthSums;
  readonly rules: FitRules;
  /** Number of pieces before the last word, which is never hyphenated. */
  readonly lastWord: number;
  /** Limit of word spaces, as a ratio to the natural one. */
  readonly maxRatio: number;
}

/** Returns the last breakpoint of the cheapest breaks; undefined if some line would be too loose. */
function findBreaks(paragraph: Paragraph): Breakpoint | undefined {
  const { pieces } = paragraph;
  let active: Breakpoint[] = [
    { position: 0, line: 0, cost: 0, hyphenated: false, fitness: 1, previous: undefined },
  ];
  for (const [index, piece] of pieces.entries()) {
    const end = index === pieces.length - 1;
    if (piece.noBreakAfter && !end && !piece.endsLine) continue;
    let reached: Map<number, Breakpoint> | undefined;
    // At most positions every breakpoint stays active, so the list is copied only when one is dropped.
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

/** Returns the cheapest breakpoints of a position. */
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

/** Returns the breakpoint after a line from `start`; undefined if no line may end here. */
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
  // Most candidates are far too short; this test rejects them cheaply.
  if (!ends && spaces > 0 && maxLineWidth(full, spaces, maxRatio) < width - ROUNDING)
    return undefined;
  const hyphenated = last.hyphenWidth > 0;
  if (hyphenated && (position > lastWord || !rules.mayHyphenate(start.line))) return undefined;
  // Glyphs are stretched only in lines with word spaces.
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

/** Returns the difference of two prefix sums. */
function sumBetween(sums: readonly number[], from: number, to: number): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0);
}

/** Splits words wider than `limit` pt into letters, and allows breaks in units wider than that. */
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
