import { LIMITS, showLimit } from '../limits.ts';

/** Markers of quotes and list items at the start of a line; `OPENER` matches each one of them. */
const OPENERS = /^(?:[ \t]*(?:>|[*+-](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/;
const OPENER = /[ \t]*(?:>|[*+-]|\d{1,9}[.)])/g;
const LONG_WORD = new RegExp(`(?<!\\S)\\S{${LIMITS.wordLength + 1}}`);
const BAR = /\|/g;
const MARK = /[*_[\]<]/g;

/**
 * Explains which limit on complexity a body exceeds: the nesting of quotes and lists, or the size of a
 * word, a paragraph or the row of a table. A CommonMark parser usually takes linear time, but looks back at earlier markers,
 * so such texts could take very long. Source: CommonMark 0.31.2, appendix "A parsing strategy".
 * @returns undefined if the body is within all limits
 */
export function explainExceededLimit(text: string): string | undefined {
  const opened: number[] = [];
  let marks = 0;
  let letters = 0;
  let bars = 0;
  let rows = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (depthOf(line, opened) > LIMITS.bodyDepth) {
      return `has quotes or lists nested more than ${LIMITS.bodyDepth} levels deep, in line ${index + 1} of the text`;
    }
    if (LONG_WORD.test(line)) {
      return `has a word of more than ${showLimit(LIMITS.wordLength)} characters, in line ${index + 1} of the text`;
    }
    const barsHere = line.match(BAR)?.length ?? 0;
    if (barsHere > LIMITS.barsPerLine) {
      return `has a line with more than ${LIMITS.barsPerLine} vertical bars, in line ${index + 1} of the text`;
    }
    if (line.trim() === '') [marks, letters, bars, rows] = [0, 0, 0, 0];
    bars = Math.max(bars, barsHere);
    rows += 1;
    if (bars * rows > LIMITS.tableCells) {
      return `has a table of more than ${showLimit(LIMITS.tableCells)} cells, in line ${index + 1} of the text`;
    }
    letters += line.length + 1;
    if (letters > LIMITS.paragraphLength) {
      return `has a paragraph of more than ${showLimit(LIMITS.paragraphLength)} characters, in line ${index + 1} of the text`;
    }
    marks += line.match(MARK)?.length ?? 0;
    if (marks > LIMITS.markupPerParagraph) {
      return `has a paragraph with more than ${LIMITS.markupPerParagraph} of the characters * _ [ ] <, in line ${index + 1} of the text`;
    }
  }
  return undefined;
}

/** Returns the nesting depth of a line and updates `opened`, the columns of the open items and quotes. */
function depthOf(line: string, opened: number[]): number {
  const openers = OPENERS.exec(line)?.[0].match(OPENER) ?? [];
  if (openers.length === 0) return 0;
  const indent = line.search(/\S/);
  while (opened.length > 0 && (opened.at(-1) ?? 0) >= indent) opened.pop();
  const depth = opened.length + openers.length;
  opened.push(indent);
  return depth;
}
