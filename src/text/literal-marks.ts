// Stars, underscores and backslashes that are no markup, because they stand inside an address, a path, a
// number or a word.
import { findBareAddresses, trimSentence } from './bare-addresses.ts';

/** Offsets in UTF-16 units: from the first character to the one after the last. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** Paths of Windows, of a server (\\server\folder\), and of other systems; only where a word begins. */
const PATH =
  /(?<![^\s([{«“„"'])(?:[a-z]:\\|\\\\[\w.-]{1,64}\\|(?:~|\.{1,2})?\/(?=[\p{L}\p{N}_.*-]))[^\s<>"|]*/giu;
const STARS = /\*+/g;
const WORD = /[\p{L}\p{N}]/u;
const DIGIT = /\p{N}/u;
const SPACE = /^\s?$/u;
const BLANK_LINE = /\n[ \t\r]*\n/;

/** Returns a test whether the mark at an offset of a text is no markup. */
export function findLiteralMarks(text: string): (offset: number) => boolean {
  const inside = [...findBareAddresses(text), ...findPaths(text)];
  const isInside = (offset: number) => inside.some(({ from, to }) => from <= offset && offset < to);
  const stars = findStarsInWords(text, isInside);
  return (offset) => isInside(offset) || stars.has(offset);
}

function findPaths(text: string): Range[] {
  return [...text.matchAll(PATH)].map(({ 0: path, index }) => ({
    from: index,
    to: index + trimSentence(path).length,
  }));
}

/**
 * Returns the offsets of stars between two letters or digits that are no markup: beside a digit always,
 * otherwise unless they can end emphasis that began before a word: `**Казахстан**а`.
 */
function findStarsInWords(text: string, isInside: (offset: number) => boolean): Set<number> {
  const found = new Set<number>();
  let openedAt: number[] = [];
  let last = 0;
  for (const { 0: stars, index } of text.matchAll(STARS)) {
    if (BLANK_LINE.test(text.slice(last, index))) openedAt = [];
    last = index;
    if (isInside(index) || text[index - 1] === '\\') continue;
    const [before, after] = [text[index - 1] ?? '', text[index + stars.length] ?? ''];
    const isInWord = WORD.test(before) && WORD.test(after);
    const isInNumber = isInWord && (DIGIT.test(before) || DIGIT.test(after));
    if (isInNumber || (isInWord && openedAt.length === 0)) {
      for (let offset = index; offset < index + stars.length; offset++) found.add(offset);
    } else if (!SPACE.test(before) && openedAt.length > 0) openedAt.pop();
    else if (!SPACE.test(after)) openedAt.push(index);
  }
  return found;
}
