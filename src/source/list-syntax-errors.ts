import { type Document, isAlias, isScalar, type Node, visit } from 'yaml';
import { DUPLICATE_KEY, explainSyntaxError, UNKNOWN_ALIAS } from './explain-syntax-error.ts';
import { findMalformedKeys, findUnderIndentedLines } from './indentation-mistakes.ts';
import { placeSyntaxError } from './place-syntax-error.ts';
import type { SyntaxProblem } from './positions.ts';
import { suggestSyntaxEdits } from './syntax-edits.ts';

/**
 * Most errors of the yaml package that are explained. Only the first one is reported, and it may be a later error
 * of the package whose mistake is further up.
 */
const MAX_ERRORS = 10;

/**
 * Returns the syntax errors of a parsed text in the order of their places. Many of them may follow from the
 * first one. A mistake found in the text itself comes before an error of the yaml package in its line.
 */
export function listSyntaxErrors(parsed: Document.Parsed, text: string): SyntaxProblem[] {
  const underIndented = findUnderIndentedLines(parsed, text, MAX_ERRORS);
  const nodes = listNodes(parsed);
  const errors = [...parsed.errors, ...parsed.warnings]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .slice(0, MAX_ERRORS)
    .map((error): SyntaxProblem => {
      const [from, to] = placeSyntaxError(error, nodes, text);
      const { repair, ...explanation } = explainSyntaxError(error, text);
      const edits = suggestSyntaxEdits(repair, from, text);
      // The text without a vertical bar is what has to be changed, and begins in a line above.
      const start = repair === 'literal-block' ? (edits[0]?.changes[0]?.to ?? from) : from;
      const place = Math.min(start, from);
      return {
        ...explanation,
        from: place,
        to: Math.max(place === from ? to : 0, place + 1),
        edits,
      };
    })
    .filter(({ from }) => !underIndented.some((line) => line.from <= from && from <= line.until));
  const seen = [
    ...underIndented.map(({ until: _, ...problem }) => problem),
    ...findMalformedKeys(parsed, text),
  ];
  const others = [...errors, ...findDuplicateKeys(parsed), ...findUnknownAliases(nodes, text)];
  const sorted = [...seen, ...others].sort((a, b) => a.from - b.from);
  const lineEnd = text.indexOf('\n', sorted[0]?.from ?? 0);
  const mistake = seen.find(({ from }) => lineEnd < 0 || from <= lineEnd);
  return mistake ? [mistake, ...sorted.filter((one) => one !== mistake)] : sorted;
}

/** Returns all values and keys of a document in text order. */
function listNodes(parsed: Document.Parsed): Node[] {
  const nodes: Node[] = [];
  visit(parsed, {
    Node: (_, node) => void nodes.push(node),
  });
  return nodes;
}

/** Finds keys that their mapping already contains. */
function findDuplicateKeys(parsed: Document.Parsed): SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  visit(parsed, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key) || !key.range) continue;
        const [from] = key.range;
        if (seen.has(key.value)) found.push({ ...DUPLICATE_KEY, from, to: from + 1 });
        seen.add(key.value);
      }
    },
  });
  return found;
}

/** Finds aliases without an anchor before them. */
function findUnknownAliases(nodes: readonly Node[], text: string): SyntaxProblem[] {
  const { repair, ...explanation } = UNKNOWN_ALIAS;
  const names = new Set<string>();
  return nodes.flatMap((node) => {
    if (!isAlias(node)) {
      if ('anchor' in node && typeof node.anchor === 'string') names.add(node.anchor);
      return [];
    }
    if (names.has(node.source) || !node.range) return [];
    const [from, to] = node.range;
    return [{ ...explanation, from, to, edits: suggestSyntaxEdits(repair, from, text) }];
  });
}
