// Replaces a part of a text value in the file, as the value is written there.
import { parse, type Scalar } from 'yaml';
import { locateInScalar } from './locate-value.ts';
import type { OffsetChange } from './positions.ts';
import { quote } from './write-scalar.ts';

/** A part of a text value, by offsets in UTF-16 units, and the text that replaces it. */
export interface PieceChange {
  readonly piece: { readonly from: number; readonly to: number };
  readonly newText: string;
}

/**
 * Returns the change of the file that replaces a part of a text value.
 * @returns undefined if the part does not stand in the file literally, or the new text does not fit there
 */
export function changePiece(
  change: PieceChange,
  scalar: Scalar,
  text: string,
): OffsetChange[] | undefined {
  const { piece, newText } = change;
  const value = String(scalar.value);
  const [from] = locateInScalar(text, scalar, piece.from, piece.from) ?? [];
  const [to] = locateInScalar(text, scalar, piece.to, piece.to) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const place = { from, to, written: text.slice(from, to) };
  const replaced = value.slice(piece.from, piece.to);
  switch (scalar.type) {
    case 'BLOCK_LITERAL':
      return changeInBlock(newText, replaced, place, indentOf(scalar, text), text);
    case 'PLAIN':
      return newText.includes('\n') || place.written !== replaced
        ? undefined
        : changeInPlain(change, scalar, place);
    case 'QUOTE_SINGLE':
      return newText.includes('\n') || place.written !== doubled(replaced)
        ? undefined
        : [{ from, to, newText: doubled(newText) }];
    default:
      // Backslashes would have to be written in another way.
      return /["\\\n]/.test(newText) || place.written !== replaced
        ? undefined
        : [{ from, to, newText }];
  }
}

/** Where a part of a value stands in the file. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly written: string;
}

function changeInBlock(
  newText: string,
  replaced: string,
  { from, to, written }: Place,
  indent: string,
  text: string,
): OffsetChange[] | undefined {
  const withoutIndent = written.replaceAll(new RegExp(`\n {0,${indent.length}}`, 'g'), '\n');
  if (withoutIndent !== replaced) return undefined;
  // A line end at the end of the new text is followed by what stands behind the part.
  const isBeforeText = newText.endsWith('\n') && to < text.length && text[to] !== '\n';
  const indented = newText.replace(/\n(?=[^\n])/g, `\n${indent}`) + (isBeforeText ? indent : '');
  return [{ from, to, newText: indented }];
}

/** Returns the indentation of a block's lines. */
function indentOf({ range, value }: Scalar, text: string): string {
  const lines = String(value).split('\n');
  const index = lines.findIndex((line) => /\S/.test(line));
  const raw = text.slice(range?.[0], range?.[1]).split('\n')[index + 1] ?? '';
  return ' '.repeat(Math.max(0, raw.length - (lines[index]?.length ?? 0)));
}

/** Replaces a part of a text without quotes; where YAML would read it as something else, quotes the text. */
function changeInPlain(
  { piece, newText }: PieceChange,
  { range, value }: Scalar,
  { from, to }: Place,
): OffsetChange[] | undefined {
  if (!range) return undefined;
  const changed = String(value).slice(0, piece.from) + newText + String(value).slice(piece.to);
  // Between brackets a comma or a bracket ends the text.
  const staysPlain = !/[,[\]{}]/.test(newText) && isReadAs(changed);
  return staysPlain
    ? [{ from, to, newText }]
    : [{ from: range[0], to: range[1], newText: quote(changed) }];
}

function isReadAs(text: string): boolean {
  try {
    return parse(text) === text;
  } catch {
    return false;
  }
}

function doubled(text: string): string {
  return text.replaceAll("'", "''");
}
