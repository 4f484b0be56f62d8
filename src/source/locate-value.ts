import {
  type Document,
  isMap,
  isPair,
  isScalar,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Range } from '../diagnostics/problem.ts';
import { type RangeOf, startOfLine, type ValuePath } from './positions.ts';

/** Finds the ranges of a document's values in its text. */
export interface ValueLocator {
  /** Returns the range of a value, or of the nearest enclosing value if the path does not exist. */
  locate(path: ValuePath): Range;
  /** Returns the range of a key, or the range from `locate` if there is no such key. */
  locateKey(path: ValuePath): Range;
  /** Returns the range of a part of a text value; `from` and `to` are offsets in UTF-16 units. */
  locateText(path: ValuePath, from: number, to: number): Range;
  /** Returns the first line of a text value that YAML joined to the paragraph before it, if any. */
  locateJoinedLine(path: ValuePath): Range | undefined;
}

/** Creates the locator of a parsed document. */
export function createValueLocator(
  parsed: Document.Parsed,
  text: string,
  rangeOf: RangeOf,
): ValueLocator {
  const nodeRange = (node: Node | null | undefined): Range => {
    const range = node?.range;
    if (!range) return rangeOf(0, 1);
    // A mapping may span hundreds of lines: only its first line is marked.
    const lineEnd = text.slice(range[0]).search(/[\r\n]/);
    const end = lineEnd < 0 ? range[1] : Math.min(range[1], range[0] + lineEnd);
    return rangeOf(range[0], Math.max(end, range[0] + 1));
  };
  const locate = (path: ValuePath): Range => {
    const { node, pair, unresolved } = descend(parsed, path);
    if (unresolved > 0 && pair && isNode(pair.key) && !isScalar(node)) return nodeRange(pair.key);
    const isEmpty = !node?.range || node.range[0] === node.range[1];
    if (isEmpty && pair && isNode(pair.key)) return nodeRange(pair.key);
    return nodeRange(node);
  };
  const locateKey = (path: ValuePath): Range => {
    const { pair, unresolved } = descend(parsed, path);
    return unresolved === 0 && pair && isNode(pair.key) ? nodeRange(pair.key) : locate(path);
  };
  const locateText = (path: ValuePath, from: number, to: number): Range => {
    const { node, unresolved } = descend(parsed, path);
    if (unresolved > 0 || !isScalar(node)) return locate(path);
    const found = locateInScalar(text, node, from, to);
    return found ? rangeOf(found[0], found[1]) : nodeRange(node);
  };
  const locateJoinedLine = (path: ValuePath): Range | undefined => {
    const { node, unresolved } = descend(parsed, path);
    const joined = unresolved === 0 && isScalar(node) ? findJoinedLine(text, node) : undefined;
    return joined && rangeOf(...joined);
  };
  return { locate, locateKey, locateText, locateJoinedLine };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}

/** Where a path leads in a parsed document. */
export interface Descent {
  readonly node: Node | null;
  /** Pair of the last key on the path. */
  readonly pair: Pair | undefined;
  /** Number of steps at the end of the path that do not exist. */
  readonly unresolved: number;
}

/** Follows a path as far as it exists; aliases on the way are resolved. */
export function descend(parsed: Document.Parsed, path: ValuePath): Descent {
  let node: Node | null = parsed.contents;
  let pair: Pair | undefined;
  for (const [index, step] of path.entries()) {
    const next: Descent | undefined = stepInto(node, step, parsed);
    if (!next) return { node, pair, unresolved: path.length - index };
    node = next.node;
    pair = next.pair ?? (typeof step === 'number' ? undefined : pair);
  }
  return { node, pair, unresolved: 0 };
}

function stepInto(
  node: Node | null,
  step: string | number,
  parsed: Document.Parsed,
): Descent | undefined {
  const target =
    node && 'source' in node && !isScalar(node) ? (node.resolve(parsed) as Node | undefined) : node;
  if (isMap(target)) {
    const pair = pairsOf(target).get(String(step));
    return pair && { node: pair.value as Node | null, pair, unresolved: 0 };
  }
  if (target && 'items' in target && typeof step === 'number') {
    const item = target.items[step] as Node | undefined;
    return item === undefined ? undefined : { node: item, pair: undefined, unresolved: 0 };
  }
  return undefined;
}

/** Pairs of a mapping by key, cached for each mapping; the first of duplicate keys. */
const PAIRS_BY_KEY = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

function pairsOf(mapping: YAMLMap): ReadonlyMap<string, Pair> {
  const known = PAIRS_BY_KEY.get(mapping);
  if (known) return known;
  const pairs = new Map(
    mapping.items
      .filter(isPair)
      .toReversed()
      .map((pair) => [keyName(pair.key), pair as Pair] as const),
  );
  PAIRS_BY_KEY.set(mapping, pairs);
  return pairs;
}

function keyName(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

/** Start of a list item, direct speech or a quote. */
const BLOCK_START = /^(?:[-*+>]|\d+[.)])[ \t]/;

/**
 * Returns the first line of a text that YAML joined to the paragraph before it, as two offsets. Without
 * a vertical bar, YAML replaces a line end by a space, and a blank line by one line end, which also
 * prints as a space.
 */
export function findJoinedLine(text: string, scalar: Scalar): [number, number] | undefined {
  if (!scalar.range || typeof scalar.value !== 'string') return undefined;
  if (scalar.type === 'BLOCK_LITERAL') return undefined;
  const [from, to] = scalar.range;
  const lines = linesOf(text.slice(from, to), from);
  const kept = scalar.value.split('\n').map((line) => line.trim());
  const lostBreak = countParagraphs(lines.map(({ line }) => line)) > countParagraphs(kept);
  const joined = lines.find(({ line }, index) => {
    if (index === 0 || line === '') return false;
    if (lines[index - 1]?.line !== '')
      return BLOCK_START.test(line) && !kept.some((value) => value.startsWith(line));
    return lostBreak && lines[index - 2]?.line !== '';
  });
  return joined && [joined.at, joined.at + joined.line.length];
}

interface Line {
  readonly line: string;
  /** Offset of its first character in the file. */
  readonly at: number;
}

/** Returns the trimmed lines of a scalar; the header line of a folded block (`>`) is left out. */
function linesOf(raw: string, start: number): Line[] {
  let at = start;
  const lines = raw.split('\n').map((row) => {
    const line = row.trim();
    const located = { line, at: at + row.indexOf(line) };
    at += row.length + 1;
    return located;
  });
  return raw.startsWith('>') ? lines.slice(1) : lines;
}

function countParagraphs(lines: readonly string[]): number {
  return lines.filter((line, index) => line !== '' && (lines[index - 1] ?? '') === '').length;
}

/**
 * Returns the source of a part of a scalar as two offsets in the file; undefined if the file does not
 * contain the value literally (folded or escaped text).
 */
export function locateInScalar(
  text: string,
  scalar: Scalar,
  from: number,
  to: number,
): [number, number] | undefined {
  const { range } = scalar;
  if (!range || typeof scalar.value !== 'string') return undefined;
  const raw = text.slice(range[0], range[1]);
  if (scalar.type === 'BLOCK_LITERAL') return locateInBlock(raw, range[0], scalar.value, from, to);
  if (scalar.type === 'QUOTE_SINGLE') return locateInQuotes(raw, range[0], scalar.value, from, to);
  // In these scalars a line end is written as a blank line or as an escape, never as itself.
  if (scalar.value.trimEnd().includes('\n')) return undefined;
  const start = raw.indexOf(scalar.value);
  return start < 0 ? undefined : [range[0] + start + from, range[0] + start + to];
}

/** Between single quotes an apostrophe is written twice. */
function locateInQuotes(
  raw: string,
  start: number,
  value: string,
  from: number,
  to: number,
): [number, number] | undefined {
  const written = (text: string) => text.replaceAll("'", "''");
  if (raw !== `'${written(value)}'`) return undefined;
  const offsetOf = (at: number) => start + 1 + written(value.slice(0, at)).length;
  return [offsetOf(from), offsetOf(to)];
}

/** Line n of a literal block is line n after its header, without the indentation. */
function locateInBlock(
  raw: string,
  start: number,
  value: string,
  from: number,
  to: number,
): [number, number] | undefined {
  const before = value.slice(0, from).split('\n');
  const lineStart = startOfLine(raw, before.length + 1);
  if (lineStart === undefined) return undefined;
  const column = before.at(-1)?.length ?? 0;
  const lineText = value.split('\n')[before.length - 1] ?? '';
  const rawLine = raw.slice(lineStart).split('\n', 1)[0] ?? '';
  const indent = rawLine.length - lineText.length;
  const offset = start + lineStart + indent + column;
  return [offset, offset + Math.min(to - from, lineText.length - column)];
}
