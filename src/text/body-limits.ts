import { LIMITS, showLimit } from '../limits.ts';

/** What opens a quote or an item of a list, at the start of a line, and again within it. */
const OPENERS = /^(?:[ \t]*(?:>|[*+-](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/;
const OPENER = /[ \t]*(?:>|[*+-]|\d{1,9}[.)])/g;
const LONG_WORD = new RegExp(`(?<!\\S)\\S{${LIMITS.wordLetters + 1}}`);
const MARK = /[*_[\]<]/g;

/**
 * Why a body is more tangled than it could be printed: quotes and lists too deep inside one another, a
 * paragraph of signs, or one without end. CommonMark is read in one pass over a text, but with such ones
 * it looks back at every sign; source: CommonMark 0.31.2, appendix "A parsing strategy".
 */
export function explainExceededLimit(text: string): string | undefined {
  const opened: number[] = [];
  let marks = 0;
  let letters = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (depthOf(line, opened) > LIMITS.bodyDepth) {
      return `has quotes or lists more than ${LIMITS.bodyDepth} deep inside one another, in its line ${index + 1}`;
    }
    if (LONG_WORD.test(line)) {
      return `has a word of more than ${showLimit(LIMITS.wordLetters)} characters, in its line ${index + 1}`;
    }
    if (line.trim() === '') [marks, letters] = [0, 0];
    letters += line.length + 1;
    if (letters > LIMITS.paragraphLetters) {
      return `has a paragraph of more than ${showLimit(LIMITS.paragraphLetters)} characters, in its line ${index + 1}`;
    }
    marks += line.match(MARK)?.length ?? 0;
    if (marks > LIMITS.marksOfParagraph) {
      return `has a paragraph with more than ${LIMITS.marksOfParagraph} of the signs * _ [ ] <, in its line ${index + 1}`;
    }
  }
  return undefined;
}

/** How deep a line stands; `opened` has the columns of the items and quotes it may stand in. */
function depthOf(line: string, opened: number[]): number {
  const openers = OPENERS.exec(line)?.[0].match(OPENER) ?? [];
  if (openers.length === 0) return 0;
  const indent = line.search(/\S/);
  while (opened.length > 0 && (opened.at(-1) ?? 0) >= indent) opened.pop();
  const depth = opened.length + openers.length;
  opened.push(indent);
  return depth;
}
