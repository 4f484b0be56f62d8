// Stars, underscores and backslashes that are no markup, because they stand inside an address, a path, a
// number or a word.
import { findBareAddresses, trimSentence } from './bare-addresses.ts';

/** Paths of Windows, of a server (\\server\folder\), and of other systems; only where a word begins. */
const PATH =
  /(?<![^\s([{«“„"'])(?:[a-z]:\\|\\\\[\w.-]{1,64}\\|(?:~|\.{1,2})?\/(?=[\p{L}\p{N}_.*-]))[^\s<>"|]*/giu;
const STARS = /\*+/g;
const WORD = /[\p{L}\p{N}]/u;
const DIGIT = /\p{N}/u;
const SPACE = /^\s?$/u;
const BLANK_LINE = /\n[ \t\r]*\n/;

/** Returns a test whether the mark at an offset of a text is no markup; offsets in UTF-16 units. */
export function findLiteralMarks(text: string): (offset: number) => boolean {
  const literal = new Uint8Array(text.length);
  for (const { from, to } of findBareAddresses(text)) literal.fill(1, from, to);
  for (const { 0: path, index } of text.matchAll(PATH)) {
    literal.fill(1, index, index + trimSentence(path).length);
  }
  markStarsInWords(text, literal);
  return (offset) => literal[offset] === 1;
}

/**
 * Marks the stars between two letters or digits that are no markup: beside a digit always, otherwise unless
 * they can end emphasis that began before a word, as in `**Казахстан**а`.
 */
function markStarsInWords(text: string, literal: Uint8Array): void {
  let open = 0;
  let last = 0;
  for (const { 0: stars, index } of text.matchAll(STARS)) {
    if (BLANK_LINE.test(text.slice(last, index))) open = 0;
    last = index;
    if (literal[index] === 1 || text[index - 1] === '\\') continue;
    const [before, after] = [text[index - 1] ?? '', text[index + stars.length] ?? ''];
    const isInWord = WORD.test(before) && WORD.test(after);
    const isInNumber = isInWord && (DIGIT.test(before) || DIGIT.test(after));
    if (isInNumber || (isInWord && open === 0)) literal.fill(1, index, index + stars.length);
    else if (!SPACE.test(before) && open > 0) open -= 1;
    else if (!SPACE.test(after)) open += 1;
  }
}
