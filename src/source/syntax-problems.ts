import { type Document, isAlias, isScalar, type LineCounter, type Node, visit } from 'yaml';
import { LIMITS } from '../limits.ts';
import { explainSyntaxError, KEY_TWICE, UNKNOWN_ALIAS } from './explain-syntax-error.ts';
import { placeSyntaxError } from './place-syntax-error.ts';
import type { SyntaxProblem } from './positions.ts';
import { findBrokenKeys, findShallowTexts } from './shallow-text.ts';

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
  const nodes = listNodes(parsed);
  const errors = [...parsed.errors, ...parsed.warnings]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .slice(0, LIMITS.alikeProblems)
    .map((error): SyntaxProblem => {
      const [from, to] = placeSyntaxError(error, nodes, text);
      return { ...explainSyntaxError(error, text), from, to: Math.max(to, from + 1) };
    })
    .filter(({ from }) => !shallow.some((line) => line.from <= from && from <= line.until));
  const seen = [
    ...shallow.map(({ until: _, ...problem }) => problem),
    ...findBrokenKeys(parsed, text),
  ];
  return firstOfEachLine(
    [
      ...seen,
      ...[...errors, ...findRepeatedKeys(parsed), ...findUnknownAliases(nodes)].sort(
        (a, b) => a.from - b.from,
      ),
    ],
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

/** Every value and key of a document, in the order of the text. */
function listNodes(parsed: Document.Parsed): Node[] {
  const nodes: Node[] = [];
  visit(parsed, {
    Node: (_, node) => void nodes.push(node),
  });
  return nodes;
}

/** Keys that stand in their mapping already. */
function findRepeatedKeys(parsed: Document.Parsed): SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  visit(parsed, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key) || !key.range) continue;
        const [from] = key.range;
        if (seen.has(key.value)) found.push({ ...KEY_TWICE, from, to: from + 1 });
        seen.add(key.value);
      }
    },
  });
  return found;
}

/** References to a name that nothing before them has. */
function findUnknownAliases(nodes: readonly Node[]): SyntaxProblem[] {
  const names = new Set<string>();
  return nodes.flatMap((node) => {
    if (!isAlias(node)) {
      if ('anchor' in node && typeof node.anchor === 'string') names.add(node.anchor);
      return [];
    }
    if (names.has(node.source) || !node.range) return [];
    const [from, to] = node.range;
    return [{ ...UNKNOWN_ALIAS, from, to }];
  });
}
