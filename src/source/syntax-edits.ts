// Edits of lines that YAML cannot read.
import { literalBlock } from './literal-block.ts';
import type { OffsetChange, OffsetEdit } from './positions.ts';
import { quote } from './write-scalar.ts';

/** What makes a line readable: quotes round its text, a literal block, another sign than a backslash. */
export type SyntaxRepair = 'quote' | 'quote-in-brackets' | 'literal-block' | 'backslash';

/** A line of a file. */
interface FileLine {
  /** Offset of its first character. */
  readonly at: number;
  readonly text: string;
}

/** Returns the edits of a syntax error at an offset. */
export function suggestSyntaxEdits(
  repair: SyntaxRepair | undefined,
  offset: number,
  text: string,
): OffsetEdit[] {
  const line = lineAround(text, offset);
  if (repair === 'quote') return quoteText(line);
  if (repair === 'quote-in-brackets') return quoteInBrackets(line, offset);
  if (repair === 'literal-block') return makeLiteralBlock(text, offset);
  return repair === 'backslash' ? replaceBackslashes(line, offset) : [];
}

function lineAround(text: string, offset: number): FileLine {
  const at = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', at);
  return { at, text: text.slice(at, end < 0 ? text.length : end) };
}

/** Start of a line up to its text: spaces, dashes of a list, a key. */
const BEFORE_TEXT = /^ *(?:- +)*(?:[A-Za-z_-]+:[ \t]+)?/;

/**
 * Quotes the text of a line. A text that is quoted already keeps its quotes as outer ones if only
 * apostrophes are inside; with other quotes inside, the editor has to choose.
 */
function quoteText({ at, text }: FileLine): OffsetEdit[] {
  const [before = ''] = BEFORE_TEXT.exec(text) ?? [];
  const written = text.slice(before.length).trimEnd();
  // The text may end before the #.
  if (written === '' || / #/.test(written)) return [];
  const from = at + before.length;
  const edit = (title: string, isSure: boolean, inner: string): OffsetEdit => {
    const changes = [{ from, to: from + written.length, newText: quote(inner) }];
    return { title, isSure, changes };
  };
  const whole = (isSure: boolean) => edit('Put the text into single quotes', isSure, written);
  const [, mark, inner = ''] = /^(['"])(.*)\1$/.exec(written) ?? [];
  if (mark === undefined) return [whole(true)];
  if (mark === "'" && !/(?<!\p{L})'|'(?!\p{L})/u.test(inner.replaceAll("''", ''))) {
    return [edit('Write the apostrophes twice', true, inner.replaceAll("''", "'"))];
  }
  const between = edit('Put the text between its quotes into single quotes', false, inner);
  // The first quote inside opens another quotation if it follows a space, else it closes the outer one.
  const isNested = new RegExp(`^[^${mark}]*\\s${mark}`).test(inner);
  return isNested ? [between, whole(false)] : [whole(false), between];
}

/** A text up to the next key or the closing bracket. */
const TEXT_IN_BRACKETS = /^[^{}[\]'"#\n]+?(?=\s*(?:,\s*[a-z]+:\s|\}))/;

/** Quotes a text with a colon between brackets, if it is a value: `caption: Drama: a story`. */
function quoteInBrackets({ at, text }: FileLine, offset: number): OffsetEdit[] {
  const [written] = TEXT_IN_BRACKETS.exec(text.slice(offset - at)) ?? [];
  const isValue = /[a-z]:[ \t]+$/.test(text.slice(0, offset - at));
  if (written === undefined || !isValue) return [];
  const changes = [{ from: offset, to: offset + written.length, newText: quote(written) }];
  // After a date or a path, another key may follow without a comma: from: 2024-11-16 to: 2024-11-30.
  const isSure = !/^\S*[\d/.]\S*[ \t]+[a-z]+:[ \t]/.test(written);
  return [{ title: 'Put the text into single quotes', isSure, changes }];
}

const BODY_KEY = /^[ \t]*(?:-[ \t]+)*(?=[a-z]+:(?:\s|$))/;

/** Makes the text that an offset is in a literal block. */
function makeLiteralBlock(text: string, offset: number): OffsetEdit[] {
  for (let line = lineAround(text, offset); ; line = lineAround(text, line.at - 1)) {
    const [before] = BODY_KEY.exec(line.text) ?? [];
    if (before !== undefined) return literalBlockEdit(literalBlock(text, line.at + before.length));
    if (line.at === 0) return [];
  }
}

function literalBlockEdit(changes: OffsetChange[] | undefined): OffsetEdit[] {
  return changes ? [{ title: LITERAL_BLOCK_TITLE, isSure: true, changes }] : [];
}

/** What the edit to a literal block does. */
export const LITERAL_BLOCK_TITLE = 'Put a vertical bar before the text';

const PICTURE_NAME = /\.(?:jpe?g|png|webp|avif|tiff?)$/i;

/** Backslashes of a path become slashes; any other one between double quotes is doubled. */
function replaceBackslashes({ at, text }: FileLine, offset: number): OffsetEdit[] {
  const quoted = [...text.matchAll(/"[^"]*"/g)].find(
    ({ index, 0: found }) => at + index < offset && offset < at + index + found.length,
  );
  const start = at + (quoted?.index ?? 0);
  const inner = quoted?.[0].slice(1, -1) ?? '';
  if (PICTURE_NAME.test(inner)) {
    const newText = inner.replaceAll(/\\+/g, '/');
    const changes = [{ from: start + 1, to: start + 1 + inner.length, newText }];
    return [{ title: 'Write the path with slashes', isSure: true, changes }];
  }
  const changes = [{ from: offset, to: offset, newText: '\\' }];
  return [{ title: 'Write the backslash twice', isSure: false, changes }];
}
