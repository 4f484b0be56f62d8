// The lines of a body, as the rules about pasted text see them.
import type { ValueEdit } from '../../../../source/value-changes.ts';
import type { Passage } from '../passages.ts';

/** A line of a body; offsets in the body, in UTF-16 units. */
export interface BodyLine {
  /** The text after the marks of block quotes. */
  readonly text: string;
  /** Offset of the text. */
  readonly at: number;
  /** Offset of the line end. */
  readonly end: number;
  /** Number of block quotes that the line is in. */
  readonly depth: number;
  readonly isBlank: boolean;
}

/** The lines of a body, and those that a rule has already reported. */
export interface BodyLines {
  readonly passage: Passage;
  readonly lines: readonly BodyLine[];
  /** Indexes of lines that a rule has reported; others leave them alone. */
  readonly claimed: Set<number>;
}

const QUOTE_MARKS = /^(?:[ \t]{0,3}>)+ ?/;

/** Splits a body into lines. */
export function splitLines(passage: Passage): BodyLines {
  let at = 0;
  const lines = passage.written.split('\n').map((line): BodyLine => {
    const [marks = ''] = QUOTE_MARKS.exec(line) ?? [];
    const text = line.slice(marks.length);
    const start = at + marks.length;
    at += line.length + 1;
    const depth = marks.replaceAll(/[^>]/g, '').length;
    return { text, at: start, end: start + text.length, depth, isBlank: !/\S/.test(text) };
  });
  return { passage, lines, claimed: new Set() };
}

/** Groups consecutive indexes of lines for which `belongs` is true. */
export function groupLines(
  { lines }: Pick<BodyLines, 'lines'>,
  belongs: (line: BodyLine, index: number) => boolean,
): number[][] {
  const groups: number[][] = [];
  for (const [index, line] of lines.entries()) {
    if (!belongs(line, index)) continue;
    const last = groups.at(-1);
    const before = last?.at(-1);
    const continues = before === index - 1 && lines[before]?.depth === line.depth;
    if (last && continues) last.push(index);
    else groups.push([index]);
  }
  return groups;
}

/** A change of a body: a part of it and the text that replaces it. */
export interface BodyChange {
  readonly from: number;
  readonly to: number;
  readonly newText: string;
}

/** Returns the edit that makes several changes of a text. */
export function changeText(
  title: string,
  { path }: Pick<Passage, 'path'>,
  changes: readonly BodyChange[],
  isSure: boolean,
): ValueEdit {
  return {
    title,
    isSure,
    changes: changes.map(({ from, to, newText }) => ({
      kind: 'replace-piece',
      path,
      piece: { from, to },
      newText,
    })),
  };
}

/** Returns a line end that continues the block quotes of a line, with or without a blank line. */
export function lineEnd({ depth }: Pick<BodyLine, 'depth'>, isBlank = false): string {
  const marks = '>'.repeat(depth);
  return isBlank ? `\n${marks}` : `\n${marks === '' ? '' : `${marks} `}`;
}
