// The lines of a YAML file as an editor sees them: indentation, dashes, key, text.

/** A line of a file. */
export interface FileLine {
  /** Number of the line, from 0. */
  readonly index: number;
  /** Offset of its first character. */
  readonly at: number;
  readonly text: string;
  /** Number of spaces at its start. */
  readonly indent: number;
  readonly isBlank: boolean;
}

/** A line that is a key or a list item. */
export interface StructureLine {
  readonly line: FileLine;
  /** The dashes of list items with the spaces after them; '' if there is none. */
  readonly dashes: string;
  /** Undefined for a list item that is a text. */
  readonly key: string | undefined;
  /** Column of the key or the text, from 0. */
  readonly column: number;
  /** What follows the key and its colon, or the dash; without spaces and a comment behind it. */
  readonly rest: string;
  /** Column of what follows, from 0. */
  readonly restColumn: number;
}

/** Splits a text whose lines end with a line feed. */
export function splitFileLines(text: string): FileLine[] {
  let at = 0;
  return text.split('\n').map((line, index) => {
    const indent = line.length - line.replace(/^ +/, '').length;
    const located = { index, at, text: line, indent, isBlank: line.trim() === '' };
    at += line.length + 1;
    return located;
  });
}

/** Returns the number of the line that an offset is in, from 0. */
export function lineIndexAt(lines: readonly FileLine[], offset: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

const STRUCTURE = /^( *)((?:-[ \t]+)*)(?:([a-z]+):(?:[ \t]+|$))?/;

/** Reads a line as a key, a list item or both; undefined for anything else. */
export function readStructure(line: FileLine | undefined): StructureLine | undefined {
  if (!line || line.isBlank) return undefined;
  const [all = '', , dashes = '', key] = STRUCTURE.exec(line.text) ?? [];
  if (dashes === '' && key === undefined) return undefined;
  const written = line.text.slice(all.length).trimEnd();
  const rest = /^['"]/.test(written) ? written : written.replace(/(?:^|[ \t]+)#.*/, '');
  const column = line.indent + dashes.length;
  return { line, dashes, key, column, rest, restColumn: all.length };
}

/** Returns the keys and list items of a file; the lines of block texts are left out. */
export function listStructure(lines: readonly FileLine[]): StructureLine[] {
  // Columns of a block text's key and of its first line.
  let block: { key: number; text: number | undefined } | undefined;
  return lines.flatMap((line) => {
    if (line.isBlank) return [];
    if (block) block.text ??= line.indent;
    if (block && line.indent > block.key && line.indent >= (block.text ?? 0)) return [];
    const found = readStructure(line);
    // A line of prose that is not indented ends no block.
    if (block && line.indent > block.key && found?.key === undefined) return [];
    if (found) block = opensBlock(found) ? { key: found.column, text: undefined } : undefined;
    return found ?? [];
  });
}

/** Header of a block text: the vertical bar with its modifiers. */
const BLOCK_HEADER = /^[|>][-+0-9]*$/;

/** Whether the text of a key is a block that begins on the next line. */
function opensBlock({ rest, key }: StructureLine): boolean {
  return key !== undefined && BLOCK_HEADER.test(rest);
}

/** Whether two lines have the same key, or are list items that are texts, both with a dash or both without. */
export function isLike(a: StructureLine, b: StructureLine): boolean {
  return a.key === b.key && (a.dashes === '') === (b.dashes === '');
}

/** A text in a block, as far as its lines can be told apart from the keys around it. */
export interface BlockText {
  readonly header: StructureLine;
  /** Its lines, blank ones too, up to the next key of the file. */
  readonly lines: readonly FileLine[];
}

/** Returns the block text that a line belongs to, or should belong to. */
export function findBlockText(
  lines: readonly FileLine[],
  structure: readonly StructureLine[],
  index: number,
): BlockText | undefined {
  const header = structure.findLast((found) => found.line.index < index && opensBlock(found));
  if (!header) return undefined;
  const first = header.line.index + 1;
  const next = structure.find((found) => found.line.index >= first && isKeyOfFile(found));
  const end = next?.line.index ?? lines.length;
  return index < end ? { header, lines: lines.slice(first, end) } : undefined;

  /** Whether a line is no prose that begins with a word and a colon. */
  function isKeyOfFile(found: StructureLine): boolean {
    if (found.key === undefined) return false;
    return (
      found.column <= (header?.column ?? 0) ||
      structure.some((other) => other !== found && isLike(other, found))
    );
  }
}
