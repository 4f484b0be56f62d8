// Adds an item to a list at the top of a file, or the list itself.
import { type Document, isCollection, isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { OffsetChange, ValuePath } from './positions.ts';
import { writeScalar } from './write-scalar.ts';

/** Returns the change that appends a text to the list of a key; undefined where that cannot be written. */
export function appendItem(
  { path: [key, ...below], value }: { readonly path: ValuePath; readonly value: string },
  { contents }: Document.Parsed,
  text: string,
): OffsetChange[] | undefined {
  if (!isMap(contents) || contents.flow || typeof key !== 'string' || below.length > 0) {
    return undefined;
  }
  const written = writeScalar(value);
  if (!contents.has(key)) return [addList(contents, text, `${key}: [${written}]\n`)];
  const list = contents.get(key, true);
  const last = isSeq(list) ? list.items.at(-1) : undefined;
  if (!isSeq(list) || !isScalar(last) || !last.range) return undefined;
  const at = last.range[1];
  if (list.flow) return [{ from: at, to: at, newText: `, ${written}` }];
  const lineStart = text.lastIndexOf('\n', last.range[0]) + 1;
  const [before] = /^ *- +/.exec(text.slice(lineStart)) ?? [];
  const lineEnd = endOfLine(text, at);
  return before === undefined
    ? undefined
    : [{ from: lineEnd, to: lineEnd, newText: `\n${before}${written}` }];
}

/** Adds a line before the first key that has more than one line, or at the end. */
function addList(contents: YAMLMap, text: string, line: string): OffsetChange {
  const long = contents.items.find(
    ({ value }) =>
      (isCollection(value) && !value.flow) ||
      (isScalar(value) && value.range && text.slice(...value.range.slice(0, 2)).includes('\n')),
  );
  const keyStart = isScalar(long?.key) ? long.key.range?.[0] : undefined;
  if (keyStart !== undefined) return { from: keyStart, to: keyStart, newText: line };
  const isLineOpen = text !== '' && !text.endsWith('\n');
  return { from: text.length, to: text.length, newText: `${isLineOpen ? '\n' : ''}${line}` };
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}
