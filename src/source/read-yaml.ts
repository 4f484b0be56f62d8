import {
  Composer,
  type CST,
  type Document,
  LineCounter,
  type Scalar,
  visit,
  YAMLParseError,
} from 'yaml';
import { limitProblems, type Problem } from '../diagnostics/problem.ts';
import { LIMITS } from '../limits.ts';
import { findExcessOfValue, readTokens } from './find-excess.ts';
import { findSuppressions, SUPPRESSION_COMMENT, type Suppression } from './find-suppressions.ts';
import { type Locators, locators } from './locate-value.ts';
import { type RangeOf, ranges, type SyntaxProblem } from './positions.ts';
import { findSyntaxProblems } from './syntax-problems.ts';
/** A parsed YAML text that knows the place of every value. */
export interface SourceDocument extends Locators {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  /** The remarks that let warnings be. */
  readonly suppressions: readonly Suppression[];
}

/** A document with the problems of its syntax; with errors among them the value is not to be used. */
export interface ReadYaml {
  readonly document: SourceDocument;
  readonly problems: readonly Problem[];
}

/**
 * Parses YAML 1.2 text. Never throws: what is wrong with the text comes back as problems. The line endings
 * of Windows are read as those of other systems, so that no rule has to know them; lines and columns are
 * the same.
 */
export function readYaml(written: string, file: string): ReadYaml {
  const text = written.replaceAll('\r\n', '\n');
  const read = new LineCounter();
  const { tokens, excess } = readTokens(text, read);
  const lines = excess ? countLines(text) : read;
  const parsed = excess ? composeDocument([], 0) : composeDocument(tokens, text.length);
  const rangeOf = ranges(lines);
  const found = excess ? [excess] : limitProblems(findSyntaxProblems(parsed, text, lines));
  const problems = found.map(
    ({ from, to, ...explanation }): Problem => ({
      ...explanation,
      severity: 'error',
      file,
      range: rangeOf(from, to),
    }),
  );
  const cut = limitProblems(findCutTexts(parsed, text)).map(
    ({ from, to, ...explanation }): Problem => ({
      ...explanation,
      severity: 'warning',
      file,
      range: rangeOf(from, to),
    }),
  );
  const failed = problems.length > 0;
  const located = locators(parsed, text, rangeOf);
  const conversion = failed
    ? { value: undefined, problems: [] }
    : toValue(parsed, file, rangeOf, located.locate);
  return {
    document: {
      file,
      text,
      value: conversion.value,
      suppressions: excess ? [] : findSuppressions(parsed, text, lines),
      ...located,
    },
    problems: [...problems, ...cut, ...conversion.problems],
  };
}

function countLines(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return lines;
}

/** The document of a text's tokens, as the yaml package's parseDocument makes it of the text. */
function composeDocument(tokens: readonly CST.Token[], length: number): Document.Parsed {
  // The package compares each key with all before it; findRepeatedKeys looks each up.
  const options = { prettyErrors: false, strict: true, uniqueKeys: false };
  const [document, another] = new Composer(options).compose(tokens, true, length);
  if (!document) throw new Error('The yaml package made no document');
  if (another) {
    const [from, to] = another.range;
    document.errors.push(new YAMLParseError([from, to], 'MULTIPLE_DOCS', 'more than one document'));
  }
  return document as Document.Parsed;
}

/** Plain values of the document. Too many aliases are the author's problem. */
function toValue(
  parsed: Document.Parsed,
  file: string,
  rangeOf: RangeOf,
  locate: SourceDocument['locate'],
) {
  try {
    const value: unknown = parsed.toJS({ maxAliasCount: LIMITS.aliases });
    const excess = findExcessOfValue(value);
    if (!excess) return { value, problems: [] };
    const { path, ...explanation } = excess;
    const range = locate(path);
    const problem: Problem = {
      ...explanation,
      code: 'file-too-large',
      severity: 'error',
      file,
      range,
    };
    return { value: undefined, problems: [problem] };
  } catch (error) {
    const problem: Problem = {
      code: 'yaml-syntax',
      severity: 'error',
      file,
      range: rangeOf(0, 1),
      message: `the aliases (* and &) of this file cannot be resolved: ${(error as Error).message}`,
      hints: ['Write the text out where it is used; the format needs no aliases.'],
    };
    return { value: undefined, problems: [problem] };
  }
}

/** The blanks before a hash, and the rest of the line from it on. */
const HASH = /^([ \t]+)(#[^\r\n]*)/;

/** Texts that end sooner than they were meant to, because a ` #` in them begins a remark. */
export function findCutTexts(parsed: Document.Parsed, text: string): SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  visit(parsed, {
    Scalar(key, scalar) {
      if (key === 'key' || scalar.type !== 'PLAIN' || !scalar.range) return;
      const [, end] = scalar.range;
      const [all, blanks = '', comment = ''] = HASH.exec(text.slice(end)) ?? [];
      if (all === undefined || !isMeantAsText(scalar, blanks, comment)) return;
      found.push({
        code: 'text-cut',
        message: `\`${comment.trim()}\` is not printed: a # after a space begins a remark`,
        hints: [
          'If it belongs to the text, put the whole text into single quotes.',
          'If it is a remark, put it on a line of its own above.',
        ],
        from: end + blanks.length,
        to: end + all.length,
      });
    },
  });
  return found;
}

/**
 * Whether what follows a hash was probably meant to be printed. A hash right before a word (#1) is
 * in print what it is; a hash that stands by itself is a number sign after prose (Win # 19) and
 * begins a remark after a value (KZ # 9 events), where it is set off with more than one space, or where
 * it lets a warning be.
 */
function isMeantAsText({ value }: Scalar, blanks: string, comment: string): boolean {
  if (typeof value !== 'string' || SUPPRESSION_COMMENT.test(comment)) return false;
  if (/^#[^\s#]/.test(comment)) return true;
  if (blanks !== ' ' || !/^# *[^\s#]/.test(comment)) return false;
  const isProse = /\s/.test(value);
  return isProse || (/^\p{L}{3,}$/u.test(value) && /^# *\d/.test(comment));
}
