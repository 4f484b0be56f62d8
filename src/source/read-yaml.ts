import { type Document, LineCounter } from 'yaml';
import { LINE_END } from '../diagnostics/line-end.ts';
import { limitProblems, type Problem } from '../diagnostics/problem.ts';
import { LIMITS } from '../limits.ts';
import { checkValueLimits, tokenize } from './check-limits.ts';
import { composeDocument } from './compose-document.ts';
import { findCutTexts } from './cut-texts.ts';
import { findSuppressions, type Suppression } from './find-suppressions.ts';
import { createValueLocator, type ValueLocator } from './locate-value.ts';
import { createRangeOf, placeEdit, type RangeOf, type SyntaxProblem } from './positions.ts';
import { createSuppressionLocator, type SuppressionLocator } from './suppression-edits.ts';
import { findSyntaxProblems } from './syntax-problems.ts';
import { createEditLocator, type EditLocator } from './value-changes.ts';

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
 * Parses YAML 1.2 text. Never throws: mistakes in the text are returned as problems. Line ends are normalized
 * to LF, so that no rule has to handle others; this changes no line or column. A CR alone is a line end, too.
 * Source: YAML 1.2.2, section 5.4.
 */
export function readYaml(source: string, file: string): ReadYaml {
  const text = source.replace(LINE_END, '\n');
  const { tokens, excess } = tokenize(text);
  const lines = countLines(text);
  const parsed = excess ? composeDocument([], 0) : composeDocument(tokens, text.length);
  const rangeOf = createRangeOf(lines);
  const found = excess ? [excess] : limitProblems(findSyntaxProblems(parsed, text));
  const placeProblem =
    (severity: Problem['severity']) =>
    ({ from, to, edits = [], ...explanation }: SyntaxProblem): Problem => {
      const placed = edits.map((edit) => placeEdit(edit, file, rangeOf));
      const located = { ...explanation, severity, file, range: rangeOf(from, to) };
      return placed.length > 0 ? { ...located, edits: placed } : located;
    };
  const problems = found.map(placeProblem('error'));
  const lineOf = ({ range }: Problem) => range?.start.line;
  const cut = limitProblems(findCutTexts(parsed, text))
    .map(placeProblem('warning'))
    .filter((one) => !problems.some((other) => lineOf(other) === lineOf(one)));
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

/** Counts the lines itself: the parser of the yaml package misses some in a text that it cannot read. */
function countLines(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return lines;
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
