import { splitWord, type Word } from '../measure/words.ts';

/** Tolerance in pt for rounding errors in sums of widths. */
const ROUNDING = 0.001;

/** A line of a paragraph: its words, and its natural width in pt without the last space. */
export interface BrokenLine {
  readonly words: readonly Word[];
  readonly width: number;
  /** The paragraph or a forced line ends here: the line is not justified. */
  readonly last: boolean;
  /** The line ends in a divided word and a hyphen. */
  readonly hyphenated: boolean;
}

/** Breaks words into lines, each as full as possible. Line `n` (from 0) is `widthOf(n)` pt wide. */
export function breakByFirstFit(
  words: readonly Word[],
  widthOf: (line: number) => number,
): BrokenLine[] {
  const lines: BrokenLine[] = [];
  const rest = [...words].reverse();
  while (rest.length > 0) lines.push(takeLine(rest, widthOf(lines.length)));
  return lines;
}

/** Removes one line of words from `rest`, which is in reverse order. */
function takeLine(rest: Word[], width: number): BrokenLine {
  const words: Word[] = [];
  let natural = 0;
  let trailing = 0;
  while (rest.length > 0) {
    const unit = takeUnit(rest);
    const unitWidth = widthOfWords(unit);
    if (natural + trailing + unitWidth > width + ROUNDING) {
      if (words.length > 0) {
        rest.push(...unit.reverse());
        return { words, width: natural, last: false, hyphenated: false };
      }
      const cut = cutUnit(unit, width);
      if (cut) {
        rest.push(...cut.tail.reverse());
        return { words: cut.head, width: widthOfWords(cut.head), last: false, hyphenated: false };
      }
    }
    words.push(...unit);
    natural += trailing + unitWidth;
    trailing = unit.at(-1)?.spaceWidth ?? 0;
    if (unit.at(-1)?.endsLine) return { words, width: natural, last: true, hyphenated: false };
  }
  return { words, width: natural, last: true, hyphenated: false };
}

/** Removes the next word and the words that no break separates from it. */
function takeUnit(rest: Word[]): Word[] {
  const unit: Word[] = [];
  for (let word = rest.pop(); word; word = rest.pop()) {
    unit.push(word);
    if (!word.noBreakAfter) break;
  }
  return unit;
}

/** Splits a unit that is wider than a whole line, between its words if possible. */
function cutUnit(unit: readonly Word[], width: number): { head: Word[]; tail: Word[] } | undefined {
  const head: Word[] = [];
  let used = 0;
  for (const [index, word] of unit.entries()) {
    if (used + word.width > width + ROUNDING) {
      const parts = splitWord(word, width - used);
      if (head.length > 0 && (!parts || parts[0].width > width - used)) {
        return { head, tail: unit.slice(index) };
      }
      return parts && { head: [...head, parts[0]], tail: [parts[1], ...unit.slice(index + 1)] };
    }
    head.push(word);
    used += word.width + word.spaceWidth;
  }
  return undefined;
}

/** Returns the natural width of consecutive words in pt, without the last space. */
export function widthOfWords(words: readonly Word[]): number {
  const sum = words.reduce((total, word) => total + word.width + word.spaceWidth, 0);
  return sum - (words.at(-1)?.spaceWidth ?? 0);
}
