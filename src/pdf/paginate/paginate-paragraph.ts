import { type BreakParagraph, breakParagraph } from '../linebreak/break-paragraph.ts';
import type { BrokenLine } from '../linebreak/first-fit.ts';
import type { Word } from '../measure/words.ts';

/** Fewest lines of a divided paragraph at a page's foot (orphans) and at a page's head (widows). */
const ORPHANS = 2;
const WIDOWS = 2;
/** Heights are sums of decimals; a line that is this many pt too tall still fits. */
const ROUNDING = 0.01;

/** The stretch of a page's width that a line may fill, in pt. */
export interface LineBox {
  readonly x: number;
  readonly width: number;
  /** The indent of a first line here, as a part of the usual one; 1 where left out. */
  readonly indentRatio?: number;
}

/** The room a paragraph is planned for; lengths in pt. */
export interface LineSpace {
  readonly lineHeight: number;
  /** Room left on this page. */
  readonly height: number;
  /** Room on a page that is still empty. */
  readonly pageHeight: number;
  /** Indent of the first line where it has `ratio` of the usual one. */
  indent(ratio: number): number;
  /** Where line `n` (from 0) stands if the paragraph goes on on this page. */
  boxOnThisPage(line: number): LineBox;
  /** Where lines stand on the pages after it. */
  readonly boxOnNextPage: LineBox;
  /** Lines are broken for the whole paragraph at once, to be justified. */
  readonly justified: boolean;
  /** Lines are made about equally long, as in a title. */
  readonly balanced: boolean;
  /** Nothing stands above on this page, so the paragraph cannot do better on the next. */
  readonly pageIsEmpty: boolean;
  /**
   * Height of what must not open a page without two lines of this paragraph above it (a source, most
   * often), where it would stand under `lines` lines on this page.
   */
  tailHeightOnThisPage(lines: number): number;
  /** The same on the pages after it. */
  readonly tailHeightOnNextPage: number;
}

/** A paragraph in lines, with the numbers of the lines (from 0) that open a new page. */
export interface PaginatedParagraph {
  readonly lines: readonly (BrokenLine & { readonly box: LineBox })[];
  readonly pageStarts: readonly number[];
}

/**
 * Breaks a paragraph into lines and pages. No line stands alone at a page's head or foot; a
 * paragraph too short to be divided goes to the next page whole.
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

/** The number of lines to leave on this page instead, or the same number when it is right. */
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
      // Named one by one: objects with a field more than their copy are slow to make and to read.
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
  const capacity = Math.max(1, linesIn(pageHeight, lineHeight));
  let start = onThisPage;
  while (start < lines) {
    starts.push(start);
    const left = lines - start;
    const tailFits = left * lineHeight + tailHeightOnNextPage <= pageHeight + ROUNDING;
    if (left <= capacity && (tailFits || left < ORPHANS + WIDOWS)) break;
    start += Math.max(1, Math.min(capacity, left - WIDOWS));
  }
  return starts;
}

function linesIn(height: number, lineHeight: number): number {
  return Math.max(0, Math.floor((height + ROUNDING) / lineHeight));
}

/** The lines of a paragraph that must stay together at its beginning. */
export function countOpeningLines(lines: number): number {
  return lines < ORPHANS + WIDOWS ? lines : ORPHANS;
}
