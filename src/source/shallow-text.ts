import { type Document, isScalar, visit } from 'yaml';
import { LIMITS } from '../limits.ts';
import type { SyntaxProblem } from './positions.ts';
// Lines meant for a text under an upright that are indented too little: the text ends before them,
// and YAML looks for keys in prose.

/** A line that is a key or opens an item of a list with one, as the format's keys are written. */
export const KEY_LINE = /^[ \t]*(?:-[ \t]+)*[a-z]+:(?:\s|$)/;

/** A key's line, a line that ends the document, or one that begins with a blank of another kind. */
const SOMETHING_ELSE = new RegExp(`${KEY_LINE.source}|^(?:---|\\.\\.\\.)|^\\s`);

/** A line of prose that was cut off from its text. */
interface ShallowText extends SyntaxProblem {
  /** Up to here YAML's complaints follow from this one. */
  readonly until: number;
}

/**
 * The lines of prose that ended a text, found by YAML's complaints right after it and by keys there
 * that are sentences.
 */
export function findShallowTexts(parsed: Document.Parsed, text: string): ShallowText[] {
  const ends: number[] = [];
  const suspects = parsed.errors.slice(0, LIMITS.alikeProblems).map(({ pos }) => pos[0]);
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
    .filter((start) => !SOMETHING_ELSE.test(lineFrom(text, start)));
  return [...new Set(starts)].slice(0, LIMITS.alikeProblems).map((start) => describe(text, start));
}

/** Whether only blank lines and spaces stand between a text under an upright and an offset. */
function followsBlock(text: string, offset: number, ends: readonly number[]): boolean {
  const end = lastUpTo(offset, ends);
  if (end === undefined || text.slice(end, offset).trim() !== '') return false;
  const indent = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^ *$/.test(indent);
}

/** The last of ascending numbers that is not above `most`. */
function lastUpTo(most: number, ascending: readonly number[]): number | undefined {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return ascending[low - 1];
}

function describe(text: string, from: number): ShallowText {
  const to = from + lineFrom(text, from).length;
  return {
    code: 'yaml-syntax',
    message: 'this line is not indented deep enough to belong to the text above it',
    hints: ['Give each line of a text as many spaces at the start as its first line has.'],
    from,
    to,
    until: nextKeyLine(text, to),
  };
}

/** The end of the first line after an offset that is a key's: where YAML finds its way again. */
function nextKeyLine(text: string, offset: number): number {
  const rest = text.slice(offset);
  const found = new RegExp(KEY_LINE.source, 'm').exec(rest);
  if (!found) return text.length;
  const start = offset + found.index + found[0].search(/\S/);
  return start + lineFrom(text, start).length;
}

function lineFrom(text: string, offset: number): string {
  return text.slice(offset).split('\n', 1)[0] ?? '';
}

// Slips at the start of a line that YAML takes for a part of a key's name, so that it complains of
// something else, or of nothing.

/** A blank that looks like a space and is none, such as the no-break space of a word processor. */
const ODD_BLANK = '[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]';
const ODD_INDENT = new RegExp(`^[ \\t]*(${ODD_BLANK})`, 'm');
const ODD_AFTER_SIGN = new RegExp(`^(?:-|[^\\n]*?:)(${ODD_BLANK})`, 'm');
const DASH_WITHOUT_SPACE = /^[ \t]*(-)\p{L}/mu;

type Slip = readonly [pattern: RegExp, message: string, hint: string];

const PASTED = 'Word processors and web pages put such blanks into what is copied from them.';
const SLIPS: readonly Slip[] = [
  [
    ODD_INDENT,
    'a no-break space stands where the line is indented; it looks like a space and is none',
    `Delete the blanks at the start of the line and type spaces. ${PASTED}`,
  ],
  [
    ODD_AFTER_SIGN,
    'a no-break space stands after this sign; it looks like a space and is none',
    `Delete the blank after the colon or the dash and type a space. ${PASTED}`,
  ],
  [
    DASH_WITHOUT_SPACE,
    'a space is missing after the dash',
    'After the dash of a list comes a space: - title: Rally.',
  ],
];

/** The keys of a document that are no keys, each with the slip that made it one. */
export function findBrokenKeys(parsed: Document.Parsed, text: string): SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  visit(parsed, {
    Pair(_, { key }) {
      if (!isScalar(key) || key.type !== 'PLAIN' || !key.range) return;
      const [from, to] = key.range;
      const slip = findSlip(text.slice(from, to), from);
      if (slip) found.push(slip);
    },
  });
  return found;
}

function findSlip(name: string, start: number): SyntaxProblem | undefined {
  for (const [pattern, message, hint] of SLIPS) {
    const match = pattern.exec(name);
    if (!match) continue;
    const from = start + match.index + match[0].indexOf(match[1] ?? '');
    return { code: 'yaml-syntax', message, hints: [hint], from, to: from + 1 };
  }
  return undefined;
}
