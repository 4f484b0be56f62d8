import { type Document, type LineCounter, visit } from 'yaml';
import { findBrokenKeys } from './broken-keys.ts';
import { explainSyntaxError, UNKNOWN_ALIAS } from './explain-syntax-error.ts';
import { placeSyntaxError } from './place-syntax-error.ts';
import { findShallowTexts } from './shallow-text.ts';
import type { SyntaxProblem } from './syntax-problem.ts';

/**
 * The syntax problems of a parsed text in the order of their lines; of each line one, as the others
 * follow from it: what is found by looking at the text itself before what the yaml package says.
 */
export function findSyntaxProblems(
  parsed: Document.Parsed,
  text: string,
  lines: LineCounter,
): SyntaxProblem[] {
  const shallow = findShallowTexts(parsed, text);
  const errors = [...parsed.errors, ...parsed.warnings]
    .map((error): SyntaxProblem => {
      const [from, to] = placeSyntaxError(error, parsed, text);
      return { ...explainSyntaxError(error, text), from, to: Math.max(to, from + 1) };
    })
    .filter(({ from }) => !shallow.some((line) => line.from <= from && from <= line.until));
  const seen = [
    ...shallow.map(({ until: _, ...problem }) => problem),
    ...findBrokenKeys(parsed, text),
  ];
  return firstOfEachLine(
    [...seen, ...[...errors, ...findUnknownAliases(parsed)].sort((a, b) => a.from - b.from)],
    lines,
  );
}

function firstOfEachLine(problems: readonly SyntaxProblem[], lines: LineCounter): SyntaxProblem[] {
  const first = new Map<number, SyntaxProblem>();
  for (const problem of problems) {
    const { line } = lines.linePos(problem.from);
    if (!first.has(line)) first.set(line, problem);
  }
  return [...first.values()].sort((a, b) => a.from - b.from);
}

function findUnknownAliases(parsed: Document.Parsed): SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  visit(parsed, {
    Alias(_, alias) {
      if (alias.resolve(parsed) || !alias.range) return;
      const [from, to] = alias.range;
      found.push({ ...UNKNOWN_ALIAS, from, to });
    },
  });
  return found;
}
