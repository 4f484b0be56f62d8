// Files that are more than any issue is. They are found before they are parsed and checked, which
// would take minutes or all of the memory.
import { CST, Lexer, type LineCounter, Parser } from 'yaml';
import { LIMITS, showLimit } from '../limits.ts';
import type { SyntaxProblem, ValuePath } from './positions.ts';
import { startOfLine } from './positions.ts';

const ELSE = 'No issue has so many: see whether the right text was put into this file.';

/** What the yaml package's parser makes of a text, or where the text goes beyond what is read. */
export interface ReadTokens {
  readonly tokens: readonly CST.Token[];
  readonly excess: SyntaxProblem | undefined;
}

/** Reads a text into tokens as far as it is within the limits; `lines` gets to know its lines. */
export function readTokens(text: string, lines: LineCounter): ReadTokens {
  const tokens: CST.Token[] = [];
  const excess = findManyLines(text) ?? readWithinLimits(text, lines, tokens);
  return { tokens, excess };
}

function findManyLines(text: string): SyntaxProblem | undefined {
  const line = startOfLine(text, LIMITS.lines + 1);
  // A line end at the very end begins no line.
  if (line === undefined || line >= text.length) return undefined;
  return refuse(line, `the file has more than ${showLimit(LIMITS.lines)} lines`, ELSE);
}

function readWithinLimits(
  text: string,
  lines: LineCounter,
  tokens: CST.Token[],
): SyntaxProblem | undefined {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  let at = 0;
  let signs = 0;
  let aliases = 0;
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > LIMITS.yamlDepth) return refuse(at, ...TOO_DEEP);
    if (CST.tokenType(lexeme) === 'alias' && ++aliases > LIMITS.aliases) {
      return refuse(at, ...TOO_MANY_ALIASES);
    }
    if (++signs > LIMITS.yamlSigns) return refuse(at, ...TOO_MANY_SIGNS);
    if (!MARKS.has(lexeme)) at += lexeme.length;
  }
  tokens.push(...parser.end());
  return undefined;
}

/** The lexer's own marks take no room in the text. */
const MARKS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);
const TOO_DEEP = [
  `here are more than ${LIMITS.yamlDepth} groups, lists or brackets inside one another`,
  'Text that starts with brackets or dashes goes into single quotes.',
] as const;
const TOO_MANY_ALIASES = [
  `the file has more than ${LIMITS.aliases} references (words that start with *)`,
  "Write the text out where it is used. Text that starts with an asterisk goes into single quotes: '*Drama* at the theatre'.",
] as const;
const TOO_MANY_SIGNS = [
  `the file has more than ${showLimit(LIMITS.yamlSigns)} keys, values and signs`,
  ELSE,
] as const;

function refuse(from: number, message: string, hint: string): SyntaxProblem {
  return { code: 'file-too-large', message, hints: [hint], from, to: from + 1 };
}

/** A document whose texts are too much together, and the place of the one that is. */
export interface ValueExcess {
  readonly path: ValuePath;
  readonly message: string;
  readonly hints: readonly string[];
}

/** The first text with which a value goes beyond what is read; references are counted each time. */
export function findExcessOfValue(value: unknown): ValueExcess | undefined {
  const left = { letters: LIMITS.letters, lines: LIMITS.lines, marks: LIMITS.marks };
  const refuseAt = (path: ValuePath, what: string): ValueExcess => ({
    path,
    message: `with this the texts of the file have more than ${what}`,
    hints: [ELSE],
  });
  const look = (node: unknown, path: ValuePath): ValueExcess | undefined => {
    if (path.length > LIMITS.yamlDepth) {
      return { path, message: TOO_DEEP[0], hints: [TOO_DEEP[1]] };
    }
    if (typeof node !== 'string') return lookInside(node, path);
    left.letters -= node.length;
    left.lines -= countOf(node, /\n/g);
    left.marks -= countOf(node, MARK);
    if (left.letters < 0) return refuseAt(path, `${showLimit(LIMITS.letters)} characters`);
    if (left.lines < 0) return refuseAt(path, `${showLimit(LIMITS.lines)} lines`);
    if (left.marks < 0) return refuseAt(path, `${showLimit(LIMITS.marks)} of the signs * _ [ ] <`);
    return undefined;
  };
  const lookInside = (node: unknown, path: ValuePath): ValueExcess | undefined => {
    if (typeof node !== 'object' || node === null) return undefined;
    const entries = Array.isArray(node) ? node.entries() : Object.entries(node);
    for (const [step, child] of entries) {
      // A key has no letter for nothing: keys are looked at by the schema, one by one.
      left.letters -= 1;
      const excess = look(child, [...path, step]);
      if (excess) return excess;
    }
    return undefined;
  };
  return look(value, []);
}

const MARK = /[*_[\]<]/g;

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count++;
  return count;
}
