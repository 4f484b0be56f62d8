import type { Document, LineCounter } from 'yaml';
import type { Edit } from '../diagnostics/problem.ts';
import {
  findLastLines,
  listCodes,
  listComments,
  SUPPRESSION_COMMENT,
} from './find-suppressions.ts';
import { createRangeOf, type OffsetChange, placeEdit } from './positions.ts';

/** Returns the edit that adds a comment with a code for a line, counted from 1. */
export type SuppressionLocator = (code: string, line: number) => Edit;

/** Header of a block text at the end of a line. */
const BLOCK_HEADER = /[\s:-][|>][-+0-9]*\s*$/;

/**
 * Creates the locator of comments that suppress warnings. A comment stands at the end of the line on
 * which the value begins; where a text continues on the next line, or another comment stands there, it
 * stands on a line of its own above.
 */
export function createSuppressionLocator(
  parsed: Document.Parsed,
  { text, file }: { readonly text: string; readonly file: string },
  lines: LineCounter,
): SuppressionLocator {
  const rangeOf = createRangeOf(lines);
  // Most documents have no warnings, so the lines are looked up when the first one is asked for.
  let known: ReturnType<typeof readLines> | undefined;
  return (code, line) => {
    known ??= readLines(parsed, text, lines);
    const change = locateComment(code, known.firstLines.get(line) ?? line, known);
    const title = `Suppress this warning: \`# ok: ${code}\``;
    const edit = { title, isSure: false, isSuppression: true, changes: [change] } as const;
    return placeEdit(edit, file, rangeOf);
  };
}

interface CommentedLine {
  /** Offset of the line. */
  readonly at: number;
  readonly text: string;
  readonly comment?: { readonly comment: string; readonly at: number } | undefined;
}

function readLines(parsed: Document.Parsed, text: string, lines: LineCounter) {
  const comments = new Map(listComments(text).map((one) => [lines.linePos(one.at).line, one]));
  // First line of the text of several lines that a line belongs to.
  const firstLines = new Map<number, number>();
  for (const [first, last] of findLastLines(parsed, lines)) {
    for (let line = first; first < last && line <= last; line++) firstLines.set(line, first);
  }
  let at = 0;
  const read = text.split('\n').map((row, index): CommentedLine => {
    const line = { at, text: row, comment: comments.get(index + 1) };
    at += row.length + 1;
    return line;
  });
  return { lines: read, firstLines };
}

function locateComment(
  code: string,
  number: number,
  { lines, firstLines }: ReturnType<typeof readLines>,
): OffsetChange {
  const line = lines[number - 1] ?? { at: 0, text: '' };
  const insert = (at: number, newText: string) => ({ from: at, to: at, newText });
  const { comment } = line;
  if (comment && SUPPRESSION_COMMENT.test(comment.comment)) {
    const last = listCodes(comment.comment, comment.at).at(-1);
    if (last) return insert(last.from + last.code.length, `, ${code}`);
  }
  if (comment || (firstLines.has(number) && !BLOCK_HEADER.test(line.text))) {
    const [indent = ''] = /^ */.exec(line.text) ?? [];
    return insert(line.at, `${indent}# ok: ${code}\n`);
  }
  return insert(line.at + line.text.trimEnd().length, ` # ok: ${code}`);
}
