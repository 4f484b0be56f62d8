// Rejects input that exceeds the limits before it is parsed and checked, which could take minutes or all
// memory.
import { CST, Lexer, Parser } from 'yaml';
import { LIMITS, showLimit } from '../limits.ts';
import type { SyntaxProblem, ValuePath } from './positions.ts';
import { startOfLine } from './positions.ts';

const CHECK_CONTENT = 'Check that the file contains the right text; no issue needs this much.';

/** Tokens of a YAML text, and the place where it exceeds a limit. */
export interface TokenizedText {
  readonly tokens: readonly CST.Token[];
  readonly excess: SyntaxProblem | undefined;
}

/** Tokenizes a YAML text up to the first exceeded limit. */
export function tokenize(text: string): TokenizedText {
  const tokens: CST.Token[] = [];
  const excess = checkLineCount(text) ?? tokenizeWithinLimits(text, tokens);
  return { tokens, excess };
}

function checkLineCount(text: string): SyntaxProblem | undefined {
  const line = startOfLine(text, LIMITS.lines + 1);
  // A line end at the end of the file starts no new line.
  if (line === undefined || line >= text.length) return undefined;
  return refuse(line, `the file has more than ${showLimit(LIMITS.lines)} lines`, CHECK_CONTENT);
}

function tokenizeWithinLimits(text: string, tokens: CST.Token[]): SyntaxProblem | undefined {
  const parser = new Parser();
  let at = 0;
  let tokenCount = 0;
  let aliases = 0;
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > LIMITS.yamlDepth) return refuse(at, ...TOO_DEEP);
    if (CST.tokenType(lexeme) === 'alias' && ++aliases > LIMITS.aliases) {
      return refuse(at, ...TOO_MANY_ALIASES);
    }
    if (++tokenCount > LIMITS.yamlTokens) return refuse(at, ...TOO_MANY_TOKENS);
    if (!ZERO_WIDTH_TOKENS.has(lexeme)) at += lexeme.length;
  }
  tokens.push(...parser.end());
  return undefined;
}

/** Control tokens of the lexer, which stand for no characters of the text. */
const ZERO_WIDTH_TOKENS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);
const TOO_DEEP = [
  `groups, lists or brackets are nested more than ${LIMITS.yamlDepth} levels deep`,
  'Put text that starts with brackets or dashes into single quotes.',
] as const;
const TOO_MANY_ALIASES = [
  `the file has more than ${LIMITS.aliases} references (words that start with *)`,
  "Write the text out where it is used. Put text that starts with an asterisk into single quotes: '*Drama* at the theatre'.",
] as const;
const TOO_MANY_TOKENS = [
  `the file has more than ${showLimit(LIMITS.yamlTokens)} keys, values and punctuation marks`,
  CHECK_CONTENT,
] as const;

function refuse(from: number, message: string, hint: string): SyntaxProblem {
  return { code: 'file-too-large', message, hints: [hint], from, to: from + 1 };
}

/** The text value at which a document exceeds a limit. */
export interface ValueLimitProblem {
  readonly path: ValuePath;
  readonly message: string;
  readonly hints: readonly string[];
}

/** Returns the first text at which a value exceeds a limit; aliased text counts each time it is used. */
export function checkValueLimits(value: unknown): ValueLimitProblem | undefined {
  const remaining = {
    characters: LIMITS.textLength,
    lines: LIMITS.lines,
    markup: LIMITS.markupCharacters,
  };
  const refuseAt = (path: ValuePath, what: string): ValueLimitProblem => ({
    path,
    message: `this text brings the texts of the file to more than ${what}`,
    hints: [CHECK_CONTENT],
  });
  const check = (node: unknown, path: ValuePath): ValueLimitProblem | undefined => {
    if (path.length > LIMITS.yamlDepth) {
      return { path, message: TOO_DEEP[0], hints: [TOO_DEEP[1]] };
    }
    if (typeof node !== 'string') return checkChildren(node, path);
    remaining.characters -= node.length;
    remaining.lines -= countMatches(node, /\n/g);
    remaining.markup -= countMatches(node, MARKUP_CHARACTER);
    if (remaining.characters < 0)
      return refuseAt(path, `${showLimit(LIMITS.textLength)} characters`);
    if (remaining.lines < 0) return refuseAt(path, `${showLimit(LIMITS.lines)} lines`);
    if (remaining.markup < 0)
      return refuseAt(path, `${showLimit(LIMITS.markupCharacters)} of the characters * _ [ ] < |`);
    return undefined;
  };
  const checkChildren = (node: unknown, path: ValuePath): ValueLimitProblem | undefined => {
    if (typeof node !== 'object' || node === null) return undefined;
    const entries = Array.isArray(node) ? node.entries() : Object.entries(node);
    for (const [step, child] of entries) {
      // An entry counts as one character even if it is empty, because the schema checks each entry.
      remaining.characters -= 1;
      const excess = check(child, [...path, step]);
      if (excess) return excess;
    }
    return undefined;
  };
  return check(value, []);
}

const MARKUP_CHARACTER = /[*_[\]<|]/g;

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count++;
  return count;
}
