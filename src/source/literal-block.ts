import type { OffsetChange } from './positions.ts';

/** Spaces by which a text is indented deeper than its key, if it has no lines yet. */
const INDENTATION = 2;

/** Start of a text that is quoted, or that YAML reads as something else. */
const NOT_PLAIN = /^(?:$|["'&*!|>{[@`%#])/;

/**
 * Most lines of a text that is made a block; a long article has fewer than 200. Every syntax error in the
 * text carries the changes of all of its lines.
 */
const MAX_LINES = 1000;

/**
 * Returns the changes that make the text of a key a literal block (`body: |`). The text consists of the
 * rest of the key's line and the lines below it that are blank or indented deeper than the key. It works
 * on the lines of the file, because a text without a vertical bar may not be valid YAML.
 * @param keyStart offset of the key
 * @returns undefined for texts in single quotes, between brackets, with a comment or a tab, or too long
 */
export function literalBlock(text: string, keyStart: number): OffsetChange[] | undefined {
  const lineStart = text.lastIndexOf('\n', keyStart - 1) + 1;
  const column = keyStart - lineStart;
  if (!/^ *(?:- +)*$/.test(text.slice(lineStart, keyStart))) return undefined;
  const line = lineAt(text, lineStart);
  const [head = '', gap = ''] = /^[^:]*:([ \t]*)/.exec(line.slice(column)) ?? [];
  const rest = line.slice(column + head.length).trimEnd();
  const restStart = keyStart + head.length;
  if (/^>[-+0-9]*$/.test(rest)) return [{ from: restStart, to: restStart + 1, newText: '|' }];
  const lines = linesBelow(text, lineStart + line.length + 1, column);
  if (rest.startsWith('"')) return unquoteBlock(text, { restStart, gap, rest, lines });
  const firstLine = rest === '' ? lineAt(text, lines[0]?.at ?? text.length).trim() : rest;
  if (head === '' || NOT_PLAIN.test(firstLine) || / #/.test(rest)) return undefined;
  if (lines.length > MAX_LINES || lines.some(({ indent }) => indent.includes('\t')))
    return undefined;
  const indents = lines.map(({ indent }) => indent.length);
  const target = ' '.repeat(indents.length > 0 ? Math.min(...indents) : column + INDENTATION);
  const from = restStart - gap.length;
  return [
    { from, to: restStart, newText: rest === '' ? ' |' : ` |\n${target}` },
    ...lines
      .filter(({ indent }) => indent !== target)
      .map(({ at, indent }) => ({ from: at, to: at + indent.length, newText: target })),
  ];
}

/** Makes a text of several lines in double quotes a literal block; the quotes are removed. */
function unquoteBlock(
  text: string,
  { restStart, gap, rest, lines }: QuotedText,
): OffsetChange[] | undefined {
  const last = lines.at(-1);
  if (!last || rest.length < 2 || lines.length > MAX_LINES) return undefined;
  const end = last.at + lineAt(text, last.at).trimEnd().length;
  // A backslash stands for another character, and a tab may stand before any line.
  const isPlain = text[end - 1] === '"' && !/[\\\t]/.test(text.slice(restStart, end));
  if (!isPlain) return undefined;
  const target = ' '.repeat(Math.min(...lines.map(({ indent }) => indent.length)));
  return [
    { from: restStart - gap.length, to: restStart + 1, newText: ` |\n${target}` },
    ...lines
      .filter(({ indent }) => indent !== target)
      .map(({ at, indent }) => ({ from: at, to: at + indent.length, newText: target })),
    { from: end - 1, to: end, newText: '' },
  ];
}

interface QuotedText {
  readonly restStart: number;
  /** The spaces before the text. */
  readonly gap: string;
  /** The text on the line of its key. */
  readonly rest: string;
  readonly lines: readonly IndentedLine[];
}

interface IndentedLine {
  /** Offset of the line. */
  readonly at: number;
  readonly indent: string;
}

/** Returns the lines from an offset on that are indented deeper than a column; blank lines are left out. */
function linesBelow(text: string, start: number, column: number): IndentedLine[] {
  const lines: IndentedLine[] = [];
  for (let at = start; at < text.length; at += lineAt(text, at).length + 1) {
    const line = lineAt(text, at);
    if (line.trim() === '') continue;
    const [indent = ''] = /^[ \t]*/.exec(line) ?? [];
    if (indent.length <= column) break;
    lines.push({ at, indent });
  }
  return lines;
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end);
}
