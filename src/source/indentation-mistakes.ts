import { type Document, isScalar, visit } from 'yaml';
import type { SyntaxExplanation, SyntaxProblem } from './positions.ts';
import { syntax } from './repair.ts';

// Lines of a block text that are not indented enough: the text ends before them, and YAML parses the
// prose as keys.

/** A line that starts with a key of the format, or with a list item that starts with one. */
export const KEY_LINE = /^[ \t]*(?:-[ \t]+)*[a-z]+:(?:\s|$)/;

/** A line with a key, the end of the document, or other white space than spaces at its start. */
const NOT_PROSE = new RegExp(`${KEY_LINE.source}|^(?:---|\\.\\.\\.)|^\\s`);

/** A line of prose that YAML separates from its text. */
interface UnderIndentedLine extends SyntaxProblem {
  /** Offset up to which the errors of the yaml package are consequences of this one. */
  readonly until: number;
}

/**
 * Finds lines of prose that end a block text. Candidates are the positions of syntax errors and keys
 * that contain spaces.
 * @param maxErrors most errors that are looked at, and most lines that are returned
 */
export function findUnderIndentedLines(
  parsed: Document.Parsed,
  text: string,
  maxErrors: number,
): UnderIndentedLine[] {
  const ends: number[] = [];
  const suspects = parsed.errors.slice(0, maxErrors).map(({ pos }) => pos[0]);
  visit(parsed, {
    Scalar(_, { type, range }) {
      if (range && type?.startsWith('BLOCK')) ends.push(range[1]);
    },
    Pair(_, { key }) {
      if (isScalar(key) && key.range && /\s/.test(String(key.value))) suspects.push(key.range[0]);
    },
  });
  const starts = suspects
    .map((offset) => offset + text.slice(offset).search(/[^ \r\n]|$/))
    .filter((start) => start < text.length && followsBlock(text, start, ends))
    .filter((start) => !NOT_PROSE.test(lineFrom(text, start)));
  return [...new Set(starts)].slice(0, maxErrors).map((start) => describe(text, start));
}

/** Whether only blank lines and spaces separate an offset from the block text before it. */
function followsBlock(text: string, offset: number, ends: readonly number[]): boolean {
  const end = lastAtMost(offset, ends);
  if (end === undefined || text.slice(end, offset).trim() !== '') return false;
  const indent = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^ *$/.test(indent);
}

/** Returns the last of ascending numbers that is at most `most`. */
function lastAtMost(most: number, ascending: readonly number[]): number | undefined {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return ascending[low - 1];
}

function describe(text: string, from: number): UnderIndentedLine {
  const to = from + lineFrom(text, from).length;
  return {
    code: 'yaml-syntax',
    message: 'this line is not indented deep enough to belong to the text above it',
    hints: ['Start each line of a text with as many spaces as its first line.'],
    from,
    to,
    until: endOfNextKeyLine(text, to),
  };
}

/** Returns the end of the next line with a key, after which the parser has recovered. */
function endOfNextKeyLine(text: string, offset: number): number {
  const rest = text.slice(offset);
  const found = new RegExp(KEY_LINE.source, 'm').exec(rest);
  if (!found) return text.length;
  const start = offset + found.index + found[0].search(/\S/);
  return start + lineFrom(text, start).length;
}

function lineFrom(text: string, offset: number): string {
  return text.slice(offset).split('\n', 1)[0] ?? '';
}

// Mistakes at the start of a line that YAML parses as part of a key, so that it reports another error or
// none.

/** White space that YAML does not treat as a space, such as the no-break space of word processors. */
export const OTHER_SPACE = '[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]';
const OTHER_SPACE_AT_START = new RegExp(`^[ \\t]*(${OTHER_SPACE})`, 'm');
const OTHER_SPACE_AFTER_INDICATOR = new RegExp(`^(?:-|[^\\n]*?:)(${OTHER_SPACE})`, 'm');
const DASH_BEFORE_WORD = /^[ \t]*(-)\p{L}/mu;

const COPIED_TEXT =
  'Text copied from word processors and web pages often contains no-break spaces.';

/** Explains a tab at the start of a line. */
export const TAB = syntax(
  'the line is indented with a tab',
  'Indent with spaces. Most editors have a setting that turns tabs into spaces.',
);
/** Explains a no-break space at the start of a line. */
export const OTHER_SPACE_INDENT = syntax(
  'the line is indented with a no-break space instead of a space',
  `Delete the indentation of the line and type spaces. ${COPIED_TEXT}`,
);
/** Explains a no-break space after a colon or a dash. */
export const OTHER_SPACE_AFTER_MARK = syntax(
  'a no-break space follows the colon or the dash instead of a space',
  `Delete the character after the colon or the dash and type a space. ${COPIED_TEXT}`,
);
/** Explains a dash without a space. */
export const DASH_WITHOUT_SPACE = syntax(
  'a space is missing after the dash',
  'Put a space after the dash of a list: - title: Rally.',
);

/** Explains a key without a colon, or without a space after it. */
export const NO_COLON = syntax(
  'this line is neither `key: text` nor part of the text above',
  'Put a space after the colon of a key: number: 19.',
  'Indent a line that continues a text deeper than the key of the text.',
);

const KEY_MISTAKES: readonly (readonly [pattern: RegExp, explanation: SyntaxExplanation])[] = [
  [OTHER_SPACE_AT_START, OTHER_SPACE_INDENT],
  [OTHER_SPACE_AFTER_INDICATOR, OTHER_SPACE_AFTER_MARK],
  [DASH_BEFORE_WORD, DASH_WITHOUT_SPACE],
];

/** A key between brackets without a space behind its colon. */
const KEY_WITHOUT_SPACE = /^[a-z]+:(?=[^\s/])/;

/** Finds keys that are the result of a mistake at the start of their line. */
export function findMalformedKeys(parsed: Document.Parsed, text: string): SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  visit(parsed, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.type !== 'PLAIN' || !key.range) return;
      const [from, to] = key.range;
      const [joined] = value === null ? (KEY_WITHOUT_SPACE.exec(text.slice(from, to)) ?? []) : [];
      if (joined !== undefined) found.push(separateKey(from, from + joined.length));
      const mistake = findKeyMistake(text, from, to);
      if (mistake) found.push(mistake);
    },
  });
  return found;
}

/** Puts a space after the colon of a key that ends at an offset. */
function separateKey(from: number, end: number): SyntaxProblem {
  const changes = [{ from: end, to: end, newText: ' ' }];
  const edits = [{ title: 'Put a space after the colon', isSure: true, changes }];
  return { ...NO_COLON, from, to: end, edits };
}

function findKeyMistake(text: string, start: number, end: number): SyntaxProblem | undefined {
  const name = text.slice(start, end);
  for (const [pattern, explanation] of KEY_MISTAKES) {
    const match = pattern.exec(name);
    if (!match) continue;
    const from = start + match.index + match[0].indexOf(match[1] ?? '');
    return { ...explanation, from, to: from + 1 };
  }
  return undefined;
}
