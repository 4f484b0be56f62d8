// Edits as rules describe them, by values and not by places in the file, and where these values stand.
import { type Document, isMap, isScalar, isSeq, type Scalar } from 'yaml';
import type { Edit } from '../diagnostics/problem.ts';
import { appendItem } from './append-item.ts';
import { changePiece } from './change-piece.ts';
import { literalBlock } from './literal-block.ts';
import { descend } from './locate-value.ts';
import { type OffsetChange, placeEdit, type RangeOf, type ValuePath } from './positions.ts';
import { quote, writeScalar } from './write-scalar.ts';

/** A change of a value, or of the key at its path. */
export type ValueChange = { readonly path: ValuePath } & (
  | {
      /** Replaces a part of a text, by offsets in UTF-16 units. */
      readonly kind: 'replace-piece';
      readonly piece: { readonly from: number; readonly to: number };
      readonly newText: string;
    }
  /** Replaces a value by a text of one line. */
  | { readonly kind: 'set-value'; readonly value: string }
  | { readonly kind: 'rename-key'; readonly key: string }
  /** Adds a key on the line below the one at the path. */
  | { readonly kind: 'add-key'; readonly key: string; readonly value: string }
  /** Appends a text to a list; a list that is not there becomes a key of the file. */
  | { readonly kind: 'append'; readonly value: string }
  /** Quotes what stands in the file on one line, so that YAML reads it as text. */
  | { readonly kind: 'quote' }
  /** Quotes the comment of an empty value, so that YAML reads it as text. */
  | { readonly kind: 'quote-comment' }
  /** Makes a text of one line the only item of a list; a mark that stands for a dash is replaced. */
  | { readonly kind: 'list-item' }
  /** Removes the quotes of a number. */
  | { readonly kind: 'unquote' }
  /** Makes a text a literal block, which keeps its lines and paragraphs. */
  | { readonly kind: 'literal-block' }
);

/** An edit by values. */
export interface ValueEdit extends Pick<Edit, 'title' | 'isSure'> {
  readonly changes: readonly ValueChange[];
}

/** Returns the edit that replaces a value. */
export function setValue(path: ValuePath, value: string, isSure = false): ValueEdit {
  return { title: `Write \`${value}\``, isSure, changes: [{ kind: 'set-value', path, value }] };
}

/** Returns the edit that replaces a part of a text. */
export function replacePiece(
  title: string,
  path: ValuePath,
  piece: { readonly from: number; readonly to: number },
  newText: string,
  isSure = false,
): ValueEdit {
  return { title, isSure, changes: [{ kind: 'replace-piece', path, piece, newText }] };
}

/** Finds the places of edits in a file; leaves out those whose values do not stand in it literally. */
export type EditLocator = (edits: readonly ValueEdit[]) => Edit[];

/** Creates the locator of a parsed document's edits. */
export function createEditLocator(
  parsed: Document.Parsed,
  { text, file }: { readonly text: string; readonly file: string },
  rangeOf: RangeOf,
): EditLocator {
  return (edits) =>
    edits.flatMap(({ changes, ...edit }) => {
      const located = changes.map((change) => locateChange(change, parsed, text));
      if (located.length === 0 || !located.every((one) => one !== undefined)) return [];
      return [placeEdit({ ...edit, changes: located.flat() }, file, rangeOf)];
    });
}

function locateChange(
  change: ValueChange,
  parsed: Document.Parsed,
  text: string,
): OffsetChange[] | undefined {
  const { node, pair, unresolved } = descend(parsed, change.path);
  // A photo may be written as its path alone; its key `file` is then the text itself.
  if (change.kind === 'append') return appendItem(change, parsed, text);
  const isShortForm = unresolved === 1 && isScalar(node) && change.kind === 'set-value';
  if (unresolved > 0 && !isShortForm) return undefined;
  const keyRange = pair && isScalar(pair.key) ? pair.key.range : undefined;
  switch (change.kind) {
    case 'rename-key':
      return keyRange ? [{ from: keyRange[0], to: keyRange[1], newText: change.key }] : undefined;
    case 'add-key':
      return keyRange
        ? addKey(change, keyRange[0], node?.range?.[1] ?? keyRange[1], text)
        : undefined;
    case 'literal-block':
      return keyRange ? literalBlock(text, keyRange[0]) : undefined;
    case 'quote':
      // Quoting an alias or keys in brackets would change what the author typed on purpose.
      return node?.range && (isScalar(node) || isSeq(node) || (isMap(node) && !node.flow))
        ? quoteSource(text, node.range[0], node.range[1])
        : undefined;
    case 'quote-comment':
      return keyRange ? quoteComment(text, keyRange[1]) : undefined;
    case 'list-item':
      return keyRange && isScalar(node) && node.type === 'PLAIN' && node.range
        ? makeListItem(text, keyRange, node.range)
        : undefined;
    default:
      return isScalar(node) ? changeScalar(change, node, text) : undefined;
  }
}

type ScalarChange = Extract<ValueChange, { kind: 'replace-piece' | 'set-value' | 'unquote' }>;

function changeScalar(
  change: ScalarChange,
  scalar: Scalar,
  text: string,
): OffsetChange[] | undefined {
  if (!scalar.range) return undefined;
  const [from, to] = scalar.range;
  const source = text.slice(from, to);
  if (change.kind === 'replace-piece') return changePiece(change, scalar, text);
  if (source.includes('\n') || source === '') return undefined;
  const isUnquoting = change.kind === 'unquote';
  const newText = isUnquoting
    ? String(scalar.value).trim()
    : writeScalar(change.value, scalar.type ?? 'PLAIN');
  return [{ from, to, newText }];
}

/** Quotes a value of one line; a comment behind it is left outside. */
function quoteSource(text: string, from: number, end: number): OffsetChange[] | undefined {
  const source = text.slice(from, end).trimEnd();
  if (source.includes('\n') || / #/.test(source)) return undefined;
  return [{ from, to: from + source.length, newText: quote(source) }];
}

/** Quotes the comment on the line of a key, such as a text that begins with a #. */
function quoteComment(text: string, keyEnd: number): OffsetChange[] | undefined {
  const [all, before = '', comment = ''] = /^(:[ \t]+)(#[^\n]*)/.exec(text.slice(keyEnd)) ?? [];
  if (all === undefined) return undefined;
  const from = keyEnd + before.length;
  const written = comment.trimEnd();
  return [{ from, to: from + written.length, newText: quote(written) }];
}

/** A dash without a space, or a character that looks like one, before a text. */
const DASH_LIKE = /^[-–—‒−•·▪◦][ \t]*/u;

function makeListItem(
  text: string,
  [keyStart, keyEnd]: readonly [number, number, ...unknown[]],
  [from, to]: readonly [number, number, ...unknown[]],
): OffsetChange[] | undefined {
  const source = text.slice(from, to);
  const mark = DASH_LIKE.exec(source)?.[0] ?? '';
  if (source.includes('\n') || source.length === mark.length) return undefined;
  const between = text.slice(keyEnd + 1, from);
  const isOnKeyLine = !between.includes('\n');
  // A name or a type before the text would belong to the list.
  if (between.trim() !== '') return undefined;
  const column = keyStart - (text.lastIndexOf('\n', keyStart - 1) + 1);
  const newText = isOnKeyLine ? `\n${' '.repeat(column + 2)}- ` : '- ';
  const start = isOnKeyLine ? keyEnd + 1 : from;
  return [{ from: start, to: from + mark.length, newText }];
}

function addKey(
  { key, value }: Extract<ValueChange, { kind: 'add-key' }>,
  keyStart: number,
  valueEnd: number,
  text: string,
): OffsetChange[] | undefined {
  const lineStart = text.lastIndexOf('\n', keyStart - 1) + 1;
  const before = text.slice(lineStart, keyStart);
  const lineFeed = text.indexOf('\n', keyStart);
  const lineEnd = lineFeed < 0 ? text.length : lineFeed;
  // Between brackets there is no line below; a value of several lines ends further down.
  if (!/^ *(?:- +)*$/.test(before) || valueEnd > lineEnd) return undefined;
  const newText = `\n${' '.repeat(before.length)}${key}: ${writeScalar(value)}`;
  return [{ from: lineEnd, to: lineEnd, newText }];
}
