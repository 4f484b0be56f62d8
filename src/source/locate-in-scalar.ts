import type { Scalar } from 'yaml';
import { startOfLine } from './start-of-line.ts';

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
