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
/** Where the values of a document stand in its text. */
export interface Locators {
  /** Where a value stands; the nearest enclosing one when the path leads to nothing. */
  locate(path: ValuePath): Range;
  /** Where the key of a mapping stands; its value's place when there is no such key. */
  locateKey(path: ValuePath): Range;
  /** Where a piece of a text value stands; `from` and `to` count UTF-16 units of the value. */
  locateText(path: ValuePath, from: number, to: number): Range;
  /** The first line of a text value that was joined to the paragraph before it, if one was. */
  locateJoin(path: ValuePath): Range | undefined;
}

/** The places of a parsed text's values. */
export function locators(parsed: Document.Parsed, text: string, rangeOf: RangeOf): Locators {
  const nodeRange = (node: Node | null | undefined): Range => {
    const range = node?.range;
    if (!range) return rangeOf(0, 1);
    // A mapping starts at its first key and may go on for pages: its first line is place enough.
    const lineEnd = text.slice(range[0]).search(/[\r\n]/);
    const end = lineEnd < 0 ? range[1] : Math.min(range[1], range[0] + lineEnd);
    return rangeOf(range[0], Math.max(end, range[0] + 1));
  };
  const locate = (path: ValuePath): Range => {
    const { node, pair, rest } = descend(parsed, path);
    if (rest > 0 && pair && isNode(pair.key) && !isScalar(node)) return nodeRange(pair.key);
    const blank = !node?.range || node.range[0] === node.range[1];
    if (blank && pair && isNode(pair.key)) return nodeRange(pair.key);
    return nodeRange(node);
  };
  const locateKey = (path: ValuePath): Range => {
    const { pair, rest } = descend(parsed, path);
    return rest === 0 && pair && isNode(pair.key) ? nodeRange(pair.key) : locate(path);
  };
  const locateText = (path: ValuePath, from: number, to: number): Range => {
    const { node, rest } = descend(parsed, path);
    if (rest > 0 || !isScalar(node)) return locate(path);
    const found = locateInScalar(text, node, from, to);
    return found ? rangeOf(found[0], found[1]) : nodeRange(node);
  };
  const locateJoin = (path: ValuePath): Range | undefined => {
    const { node, rest } = descend(parsed, path);
    const join = rest === 0 && isScalar(node) ? findJoin(text, node) : undefined;
    return join && rangeOf(...join);
  };
  return { locate, locateKey, locateText, locateJoin };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}

interface Descent {
  readonly node: Node | null;
  /** The pair of the last key that was followed. */
  readonly pair: Pair | undefined;
  /** Steps of the path that lead nowhere. */
  readonly rest: number;
}

function descend(parsed: Document.Parsed, path: ValuePath): Descent {
  let node: Node | null = parsed.contents;
  let pair: Pair | undefined;
  for (const [index, step] of path.entries()) {
    const next: Descent | undefined = stepInto(node, step, parsed);
    if (!next) return { node, pair, rest: path.length - index };
    node = next.node;
    pair = next.pair ?? (typeof step === 'number' ? undefined : pair);
  }
  return { node, pair, rest: 0 };
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
    return pair && { node: pair.value as Node | null, pair, rest: 0 };
  }
  if (target && 'items' in target && typeof step === 'number') {
    const item = target.items[step] as Node | undefined;
    return item === undefined ? undefined : { node: item, pair: undefined, rest: 0 };
  }
  return undefined;
}

/** The pairs of each mapping that was asked, by the names of their keys; of two the first. */
const KNOWN_PAIRS = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

function pairsOf(mapping: YAMLMap): ReadonlyMap<string, Pair> {
  const known = KNOWN_PAIRS.get(mapping);
  if (known) return known;
  const pairs = new Map(
    mapping.items
      .filter(isPair)
      .toReversed()
      .map((pair) => [keyName(pair.key), pair as Pair] as const),
  );
  KNOWN_PAIRS.set(mapping, pairs);
  return pairs;
}

function keyName(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

/** A line that opens a passage of its own: a list's item, direct speech, a quote. */
const OPENER = /^(?:[-*+>]|\d+[.)])[ \t]/;

/**
 * The first line of a text that YAML joined to the paragraph before it, as two offsets. It does so
 * with every text that stands not under an upright: one line end becomes a space, and a blank line
 * becomes one line end, which is a space in print.
 */
export function findJoin(text: string, scalar: Scalar): [number, number] | undefined {
  if (!scalar.range || typeof scalar.value !== 'string') return undefined;
  if (scalar.type === 'BLOCK_LITERAL') return undefined;
  const [from, to] = scalar.range;
  const lines = linesOf(text.slice(from, to), from);
  const kept = scalar.value.split('\n').map((line) => line.trim());
  const lostBreak = countParagraphs(lines.map(({ line }) => line)) > countParagraphs(kept);
  const joined = lines.find(({ line }, index) => {
    if (index === 0 || line === '') return false;
    if (lines[index - 1]?.line !== '')
      return OPENER.test(line) && !kept.some((value) => value.startsWith(line));
    return lostBreak && lines[index - 2]?.line !== '';
  });
  return joined && [joined.at, joined.at + joined.line.length];
}

interface Line {
  readonly line: string;
  /** Offset of its first letter in the file. */
  readonly at: number;
}

/** The lines of a text without their blanks; of a folded block without its first, the sign. */
function linesOf(raw: string, start: number): Line[] {
  let at = start;
  const lines = raw.split('\n').map((row) => {
    const line = row.trim();
    const place = { line, at: at + row.indexOf(line) };
    at += row.length + 1;
    return place;
  });
  return raw.startsWith('>') ? lines.slice(1) : lines;
}

function countParagraphs(lines: readonly string[]): number {
  return lines.filter((line, index) => line !== '' && (lines[index - 1] ?? '') === '').length;
}

/**
 * The stretch of the file's text that a piece of a scalar's value was read from, as two offsets, or
 * undefined where the value does not stand letter for letter in the file (folded or escaped text).
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
  const start = raw.indexOf(scalar.value);
  return start < 0 ? undefined : [range[0] + start + from, range[0] + start + to];
}

/** A literal block keeps its lines: line n of the value is line n after the header, less its indent. */
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
