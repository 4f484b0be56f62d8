import type { Scalar } from 'yaml';

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
