// Structural mistakes that a program makes in an issue that has none.

/** A mistake of an editor, made in a line of an issue. */
export interface Mistake {
  /** Pattern of the line, and which of the matching lines, counted from 0. */
  readonly line: RegExp;
  readonly nth?: number;
  /** Last line that changes too: the last one before a line that matches; the line itself by default. */
  readonly before?: RegExp;
  /** Returns the lines with the mistake. */
  readonly wrong: (lines: string) => string;
  /** Returns the lines as the editor meant them; by default as they were. */
  readonly right?: (lines: string) => string;
  readonly code?: string;
  /** Line of the problem, counted from the changed one. */
  readonly at?: number | ((lines: string) => number);
  /** Words of its message and hints. */
  readonly words: RegExp;
  /** An edit that restores the value is offered: made by `--fix`, or chosen by the editor. */
  readonly edit?: 'sure' | 'choice';
}

/** An issue with a mistake. */
export interface MadeMistake {
  readonly wrong: string;
  readonly right: string;
  /** Line of the mistake, from 1. */
  readonly line: number;
}

/** Makes a mistake in the text of an issue. @throws Error if the text has no such line */
export function makeMistake(text: string, mistake: Mistake): MadeMistake {
  const { line, nth = 0, before, wrong, right = (lines: string) => lines, at = 0 } = mistake;
  const shift = (changed: string) => (typeof at === 'number' ? at : at(changed));
  const lines = text.split('\n');
  const first = lines.flatMap((one, index) => (line.test(one) ? [index] : []))[nth];
  if (first === undefined) throw new Error(`No line ${nth} matches ${line}`);
  const rest = before
    ? lines.findIndex((one, index) => index > first && before.test(one))
    : first + 1;
  const end = rest < 0 ? lines.length : rest;
  const changed = lines.slice(first, end).join('\n');
  const replace = (written: string) =>
    [...lines.slice(0, first), written, ...lines.slice(end)].join('\n');
  return {
    wrong: replace(wrong(changed)),
    right: replace(right(changed)),
    line: first + 1 + shift(changed),
  };
}

/** Indents lines by a number of spaces; a negative number removes spaces. Blank lines stay. */
export function shift(lines: string, spaces: number): string {
  const indent = ' '.repeat(Math.max(0, spaces));
  const removed = new RegExp(`^ {0,${Math.max(0, -spaces)}}`);
  return lines
    .replace(/^(?=.*\S)/gm, indent)
    .replace(/^.*$/gm, (line) => line.replace(removed, ''));
}

export const ARTICLE = /^ {6}- title: /;
export const SECTION = /^ {2}- country: /;
export const TOPIC = /^ {6}- (?!title:)/;
export const BODY = /^ {8}body: \|$/;
/** A paragraph of a body. */
export const PARAGRAPH = /^ {10}(?:The|A|In|It|This|Parents|For|Police) /;
/** A line at the level of an article, a section or the file. */
export const NEXT_ARTICLE = /^ {0,6}\S/;

/**
 * Returns a shorter issue: the first articles of each section, with the first lines of their bodies.
 */
export function shorten(text: string): string {
  const lines = text.split('\n');
  let articles = 0;
  let paragraphs = 0;
  return lines
    .filter((line) => {
      if (SECTION.test(line)) articles = 0;
      if (ARTICLE.test(line)) articles++;
      if (ARTICLE.test(line) || SECTION.test(line)) paragraphs = 0;
      if (/^ {10}\S/.test(line) && !/^ {10}(?:file|alt|caption|credit|side): /.test(line))
        paragraphs++;
      return articles <= 3 && paragraphs <= 5;
    })
    .join('\n');
}
