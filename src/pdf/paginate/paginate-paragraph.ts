import { type BreakParagraph, breakParagraph } from '../linebreak/break-paragraph.ts';
import type { BrokenLine } from '../linebreak/first-fit.ts';
import type { Word } from '../measure/words.ts';

/** Fewest lines of a divided paragraph at a page's foot (as CSS `orphans`) and head (`widows`). */
const ORPHANS = 2;
const WIDOWS = 2;
/** Tolerance in pt for rounding errors in sums of heights. */
const ROUNDING = 0.01;

/** The horizontal extent of a line, in pt. */
export interface LineBox {
  readonly x: number;
  readonly width: number;
  /** Factor of a first line's indent here; 1 by default. */
  readonly indentRatio?: number;
}

/** The space for a paragraph's lines on this page and the next ones; lengths in pt. */
export interface LineSpace {
  readonly lineHeight: number;
  /** Height left on this page. */
  readonly height: number;
  /** Height of an empty page; of the highest one if they differ. */
  readonly pageHeight: number;
  /** Returns the height of the `n`th page after this one, from 1; by default `pageHeight`. */
  heightOfPage?(n: number): number;
  /** Returns the indent of the first line, reduced by the factor `ratio`. */
  indent(ratio: number): number;
  /** Returns the extent of line `n` (from 0) if it stands on this page. */
  boxOnThisPage(line: number): LineBox;
  /** The extent of lines on the following pages. */
  readonly boxOnNextPage: LineBox;
  /** Lines are justified. */
  readonly justified: boolean;
  /** Lines are made about equally long, as in a title. */
  readonly balanced: boolean;
  /** This page is still empty and as high as any other, so moving the paragraph on gains nothing. */
  readonly pageIsEmpty: boolean;
  /**
   * Returns the height, under `lines` lines on this page, of the kept tail: what must have two lines of
   * this paragraph above it on its page, usually a source.
   */
  tailHeightOnThisPage(lines: number): number;
  /** Height of the kept tail on the following pages. */
  readonly tailHeightOnNextPage: number;
}

/**
 * The lines of a paragraph, and the indexes (from 0) of the lines that begin a new page. An index occurs
 * again for each page that stays empty before its line because it is too low.
 */
export interface PaginatedParagraph {
  readonly lines: readonly (BrokenLine & { readonly box: LineBox })[];
  readonly pageStarts: readonly number[];
}

/**
 * Breaks a paragraph into lines and pages without widows and orphans. A paragraph too short to be
 * divided moves to the next page as a whole.
 */
export function paginateParagraph(
  words: readonly Word[],
  space: LineSpace,
  breakWords: BreakParagraph = breakParagraph,
): PaginatedParagraph {
  const capacity = linesIn(space.height, space.lineHeight);
  let onThisPage = space.pageIsEmpty ? Math.max(1, capacity) : capacity;
  for (;;) {
    const plan = paginateWithBreak(words, space, onThisPage, breakWords);
    const adjusted = adjustBreak(plan.lines.length, onThisPage, space);
    if (adjusted === onThisPage) return plan;
    onThisPage = adjusted;
  }
}

/** Returns a better number of lines for this page, or `onThisPage` if it needs no change. */
function adjustBreak(lines: number, onThisPage: number, space: LineSpace): number {
  if (onThisPage === 0) return 0;
  const fits = lines <= onThisPage;
  const withTail = lines * space.lineHeight + space.tailHeightOnThisPage(lines);
  if (fits && withTail <= space.height + ROUNDING) return onThisPage;
  const widows = fits ? 0 : lines - onThisPage;
  if (widows >= WIDOWS) return onThisPage >= ORPHANS || space.pageIsEmpty ? onThisPage : 0;
  const fewer = Math.min(onThisPage - 1, lines - WIDOWS);
  return fewer >= ORPHANS ? fewer : space.pageIsEmpty ? onThisPage : 0;
}

function paginateWithBreak(
  words: readonly Word[],
  space: LineSpace,
  onThisPage: number,
  breakWords: BreakParagraph,
): PaginatedParagraph {
  const { justified, balanced } = space;
  const boxOf = (line: number): LineBox => {
    const box = line < onThisPage ? space.boxOnThisPage(line) : space.boxOnNextPage;
    const indent = line === 0 ? space.indent(box.indentRatio ?? 1) : 0;
    return { x: box.x + indent, width: box.width - indent };
  };
  const unhyphenated = new Set([onThisPage - 1]);
  for (;;) {
    const broken = breakWords(words, {
      justified,
      balanced,
      widthOf: (line) => boxOf(line).width,
      mayHyphenate: (line) => !unhyphenated.has(line),
    });
    const starts = findPageStarts(broken.length, onThisPage, space);
    const divided = starts.find((start) => broken[start - 1]?.hyphenated);
    if (divided === undefined) {
      // A spread with an added property makes objects that are slow to create and to read in V8.
      const lines = broken.map(({ words: ofLine, width, last, hyphenated }, index) => {
        return { words: ofLine, width, last, hyphenated, box: boxOf(index) };
      });
      return { lines, pageStarts: starts };
    }
    unhyphenated.add(divided - 1);
  }
}

function findPageStarts(lines: number, onThisPage: number, space: LineSpace): number[] {
  const { lineHeight, pageHeight, tailHeightOnNextPage } = space;
  const starts: number[] = [];
  let start = onThisPage;
  for (let page = 1; start < lines; page++) {
    starts.push(start);
    const height = space.heightOfPage?.(page) ?? pageHeight;
    const isLow = height < pageHeight - ROUNDING;
    const capacity = Math.max(isLow ? 0 : 1, linesIn(height, lineHeight));
    const left = lines - start;
    const tailFits = left * lineHeight + tailHeightOnNextPage <= height + ROUNDING;
    if (left <= capacity && (tailFits || (left < ORPHANS + WIDOWS && !isLow))) break;
    const taken = Math.min(capacity, left - WIDOWS);
    start += isLow && taken < ORPHANS ? 0 : Math.max(1, taken);
  }
  return starts;
}

function linesIn(height: number, lineHeight: number): number {
  return Math.max(0, Math.floor((height + ROUNDING) / lineHeight));
}

/** Returns how many lines at the beginning of a paragraph must stay together. */
export function countOpeningLines(lines: number): number {
  return lines < ORPHANS + WIDOWS ? lines : ORPHANS;
}
