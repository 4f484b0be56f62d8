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
import { checkValueLimits, tokenize } from './check-limits.ts';
import { findSuppressions, SUPPRESSION_COMMENT, type Suppression } from './find-suppressions.ts';
import { createValueLocator, type ValueLocator } from './locate-value.ts';
import {
  createRangeOf,
  type OffsetEdit,
  placeEdit,
  type RangeOf,
  type SyntaxProblem,
} from './positions.ts';
import { createSuppressionLocator, type SuppressionLocator } from './suppression-edits.ts';
import { findSyntaxProblems } from './syntax-problems.ts';
import { createEditLocator, type EditLocator } from './value-changes.ts';
import { quote } from './write-scalar.ts';

/** A parsed YAML text that can locate each value. */
export interface SourceDocument extends ValueLocator {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  /** Comments that suppress warnings. */
  readonly suppressions: readonly Suppression[];
  /** Finds the places of edits in the file. */
  readonly locateEdits: EditLocator;
  /** Returns the edit that suppresses a warning. */
  readonly suppress: SuppressionLocator;
}

/** A document and its syntax problems; after an error its value is undefined. */
export interface ReadYaml {
  readonly document: SourceDocument;
  readonly problems: readonly Problem[];
}

/**
 * Parses YAML 1.2 text. Never throws: mistakes in the text are returned as problems. CRLF is normalized to
 * LF, so that no rule has to handle it; this changes no line or column.
 */
export function readYaml(source: string, file: string): ReadYaml {
  const text = source.replaceAll('\r\n', '\n');
  const tokenLines = new LineCounter();
  const { tokens, excess } = tokenize(text, tokenLines);
  const lines = excess ? countLines(text) : tokenLines;
  const parsed = excess ? composeDocument([], 0) : composeDocument(tokens, text.length);
  const rangeOf = createRangeOf(lines);
  const found = excess ? [excess] : limitProblems(findSyntaxProblems(parsed, text, lines));
  const placeProblem =
    (severity: Problem['severity']) =>
    ({ from, to, edits = [], ...explanation }: SyntaxProblem): Problem => {
      const placed = edits.map((edit) => placeEdit(edit, file, rangeOf));
      const located = { ...explanation, severity, file, range: rangeOf(from, to) };
      return placed.length > 0 ? { ...located, edits: placed } : located;
    };
  const problems = found.map(placeProblem('error'));
  const cut = limitProblems(findCutTexts(parsed, text)).map(placeProblem('warning'));
  const failed = problems.length > 0;
  const located = createValueLocator(parsed, text, rangeOf);
  const conversion = failed
    ? { value: undefined, problems: [] }
    : toValue(parsed, file, rangeOf, located.locate);
  return {
    document: {
      file,
      text,
      value: conversion.value,
      suppressions: excess ? [] : findSuppressions(parsed, text, lines),
      locateEdits: createEditLocator(parsed, { text, file }, rangeOf),
      suppress: createSuppressionLocator(parsed, { text, file }, lines),
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

/** Composes tokens to a document, as parseDocument of the yaml package does. */
function composeDocument(tokens: readonly CST.Token[], length: number): Document.Parsed {
  // The package compares each key with all keys before it; findDuplicateKeys uses a set.
  const options = { prettyErrors: false, strict: true, uniqueKeys: false };
  const [document, another] = new Composer(options).compose(tokens, true, length);
  if (!document) throw new Error('The yaml package made no document');
  if (another) {
    const [from, to] = another.range;
    document.errors.push(new YAMLParseError([from, to], 'MULTIPLE_DOCS', 'more than one document'));
  }
  return document as Document.Parsed;
}

/** Returns the plain value of the document, or a problem if its aliases or texts exceed a limit. */
function toValue(
  parsed: Document.Parsed,
  file: string,
  rangeOf: RangeOf,
  locate: SourceDocument['locate'],
) {
  try {
    const value: unknown = parsed.toJS({ maxAliasCount: LIMITS.aliases });
    const excess = checkValueLimits(value);
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

/** Spaces before a #, and the rest of the line from the # on. */
const COMMENT_AFTER_TEXT = /^([ \t]+)(#[^\r\n]*)/;

/** Finds texts that were probably cut off because YAML reads a ` #` in them as a comment. */
export function findCutTexts(parsed: Document.Parsed, text: string): SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  visit(parsed, {
    Scalar(key, scalar) {
      if (key === 'key' || scalar.type !== 'PLAIN' || !scalar.range) return;
      const [start, end] = scalar.range;
      const [all, spaces = '', comment = ''] = COMMENT_AFTER_TEXT.exec(text.slice(end)) ?? [];
      if (all === undefined || !isProbablyText(scalar, spaces, comment)) return;
      found.push({
        code: 'text-cut',
        message: `\`${comment.trim()}\` is not printed: a # after a space starts a comment`,
        hints: [
          'Put the whole text into single quotes if this belongs to it.',
          'Move it to a line of its own above if it is a comment.',
        ],
        from: end + spaces.length,
        to: end + all.length,
        edits: quoteWithComment(text.slice(start, end + all.length).trimEnd(), start),
      });
    },
  });
  return found;
}

/** Quotes a text and the comment behind it, which may also be a real comment. */
function quoteWithComment(written: string, from: number): OffsetEdit[] {
  if (written.includes('\n')) return [];
  const changes = [{ from, to: from + written.length, newText: quote(written) }];
  return [{ title: 'Put the whole text into single quotes', isSure: false, changes }];
}

/**
 * Whether a comment was probably meant to be printed. A # directly before a word (#1) belongs to the
 * text. A # before a space is a number sign after prose (Win # 19), but starts a comment after a value
 * (KZ # 9 events), after more than one space, or if it suppresses a warning.
 */
function isProbablyText({ value }: Scalar, spaces: string, comment: string): boolean {
  if (typeof value !== 'string' || SUPPRESSION_COMMENT.test(comment)) return false;
  if (/^#[^\s#]/.test(comment)) return true;
  if (spaces !== ' ' || !/^# *[^\s#]/.test(comment)) return false;
  const isProse = /\s/.test(value);
  return isProse || (/^\p{L}{3,}$/u.test(value) && /^# *\d/.test(comment));
}
