import type { Finding } from '../../../../source/finding.ts';
import {
  type BodyChange,
  type BodyLine,
  type BodyLines,
  changeText,
  lineEnd,
} from './body-lines.ts';

/** The marker of a list item as a word processor, a messenger or a web page writes it. */
interface Marker {
  /** Sign, or kind of number; equal for the items of one list. */
  readonly kind: string;
  /** Number of the item; undefined for bullets. */
  readonly number: number | undefined;
  /** Width of the white space before it. */
  readonly indent: number;
  /** Length with the white space around it. */
  readonly length: number;
  /** Whether one line alone is a list: nothing else begins like it. */
  readonly isClear: boolean;
}

/** Signs that are bullets wherever they stand, also those of Word's symbol fonts and of messengers. */
const SIGN =
  /^[•‣◦▪▫●○■□◆◇❖►▸➢➤✓✔✅☑➡👉🔹🔸🔷🔶⁃∙\uf0b7\uf0a7\uf0d8\uf076\uf0fc]\ufe0f?[ \t\u00a0]*(?=\S)/u;
/** Signs that are bullets before a tab or several spaces; a dash before one space is direct speech. */
const SPACED_SIGN = /^(?:[·o-]|[–—])(?:\t[ \t\u00a0]*|[ \u00a0]{3,})(?=\S)|^·[ \u00a0]+(?=\S)/;
const PLUS = /^\+[ \t]+(?=[^\s\d])/;
/** Numbers with a bracket, and with a stop before a tab or a no-break space. */
const NUMBER = /^(?:\(?(\d{1,2})\)[ \t\u00a0]+|(\d{1,2})\.(?:[ ]*\t|\u00a0)[ \t\u00a0]*)(?=\S)/;
/** Numbers in circles, and the key caps of messengers. */
const SIGNED_NUMBER = /^(?:([①-⑳])|(\d)\ufe0f?\u20e3)[ \t\u00a0]*(?=\S)/;
const LETTER = /^\(?(\p{L})\)[ \t\u00a0]+(?=\S)/u;
const ALPHABETS = ['abcdefghijklmnopqrstuvwxyz', 'абвгдежзиклмнопрстуфхцчшщэюя'];

function readMarker(line: string): Marker | undefined {
  const [space = ''] = /^[ \t\u00a0]*/.exec(line) ?? [];
  const rest = line.slice(space.length);
  const indent = space.replaceAll('\t', '    ').length;
  const marker = (kind: string, found: string, isClear: boolean, number?: number): Marker => ({
    kind,
    number,
    indent,
    length: space.length + found.length,
    isClear,
  });
  const sign = SIGN.exec(rest) ?? SPACED_SIGN.exec(rest) ?? PLUS.exec(rest);
  if (sign) return marker(String.fromCodePoint(rest.codePointAt(0) ?? 0), sign[0], true);
  const number = NUMBER.exec(rest) ?? SIGNED_NUMBER.exec(rest);
  if (number) {
    const digits = (number[1] ?? number[2] ?? '').normalize('NFKC');
    return marker(kindOf(number[0]), number[0], false, Number(digits));
  }
  const letter = LETTER.exec(rest);
  const place = letter ? placeOf(letter[1] ?? '') : 0;
  return letter && place > 0 ? marker('letter', letter[0], false, place) : undefined;
}

function kindOf(marker: string): string {
  return marker.replace(/[\d\s①-⑳]+/gu, '') || 'number';
}

/** Returns the place of a letter in its alphabet, from 1; 0 for others. */
function placeOf(letter: string): number {
  const places = ALPHABETS.map((alphabet) => alphabet.indexOf(letter.toLowerCase()) + 1);
  return Math.max(...places);
}

/** Whether a line begins like an item of a list. */
export function startsLikeItem(line: string): boolean {
  return readMarker(line) !== undefined;
}

interface Item {
  readonly index: number;
  readonly line: BodyLine;
  readonly marker: Marker;
}

/** A quick test: a line that begins with anything but a letter, or with one letter. */
const MAY_BE_ITEM = /^[> \t\u00a0]*(?:[^\p{L}\s>*]|\p{L}[)\t\u00a0 ])/mu;

/** Finds lists whose items begin with other marks than those of the format. */
export function findPastedLists(body: BodyLines): Finding[] {
  if (!MAY_BE_ITEM.test(body.passage.written)) return [];
  const items = body.lines.flatMap((line, index): Item[] => {
    const marker = body.claimed.has(index) ? undefined : readMarker(line.text);
    return marker ? [{ index, line, marker }] : [];
  });
  return groupItems(items, body).flatMap((run): Finding[] => {
    const [first] = run;
    if (!first || !isList(run)) return [];
    for (const { index } of run) body.claimed.add(index);
    const sign = body.passage.written.slice(first.line.at, first.line.at + first.marker.length);
    return [
      {
        code: 'pasted-list',
        severity: 'warning',
        message: `“${sign.trim()}” is no mark of a list here (${run.length === 1 ? '1 line' : `${run.length} lines`})`,
        path: body.passage.path,
        piece: { from: first.line.at, to: first.line.end },
        hints: ['Begin each item with * and a space, or with 1. and a space.'],
        edits: [
          changeText('Make it a list', body.passage, writeItems(run, body), isSure(run, body)),
        ],
      },
    ];
  });
}

/** Groups items into lists; between two items there may be blank lines and lines that continue an item. */
function groupItems(items: readonly Item[], body: BodyLines): Item[][] {
  const runs: Item[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run && follows(run, item, body)) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

function follows(
  run: readonly Item[],
  { index, line, marker }: Item,
  { lines }: BodyLines,
): boolean {
  const before = run.at(-1);
  if (!before || line.depth !== before.line.depth) return false;
  const between = lines.slice(before.index + 1, index);
  // Behind a blank line another mark begins another list, not one within the item.
  const isKnown = run.some((one) => keyOf(one.marker) === keyOf(marker));
  if (!isKnown && between.some(({ isBlank }) => isBlank)) return false;
  return between.every(
    (one, place) => one.isBlank || continues(one, between[place - 1] ?? before.line),
  );
}

function keyOf({ kind, indent }: Marker): string {
  return `${kind} ${indent}`;
}

/** Whether a line continues the item on the line above it. */
function continues(line: BodyLine | undefined, above: BodyLine | undefined): boolean {
  if (!line || !above || line.isBlank || above.isBlank || line.depth !== above.depth) return false;
  return /^[ \t]*\p{Ll}/u.test(line.text) || /^(?: {2,}|\t)\S/.test(line.text);
}

/** One bullet is a list; numbers and letters have to be counted on. */
function isList(run: readonly Item[]): boolean {
  return levelsOf(run).every(({ marker }, place, all) => {
    if (marker.isClear) return true;
    const list = all.filter((one) => one.list === all[place]?.list);
    const numbers = list.map((one) => one.marker.number ?? 0);
    return (
      numbers.length > 1 &&
      numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1)
    );
  });
}

/** Letters become numbers, so no other word may refer to them; numbers are kept. */
function isSure(run: readonly Item[], { passage }: BodyLines): boolean {
  const lettered = run.filter(({ marker }) => marker.kind === 'letter');
  if (lettered.length === 0) return true;
  const markers = passage.written.match(/(?<![\p{L}\d])\p{L}\)/gu) ?? [];
  const isFromStart = run.find(({ marker }) => marker.kind === 'letter')?.marker.number === 1;
  return isFromStart && markers.length === lettered.length;
}

/** An item with its level of nesting, the number of its list, and the width of the marks around it. */
interface LeveledItem extends Item {
  readonly list: number;
  readonly column: number;
}

/** Finds the nesting of items: another sign or a deeper indentation begins a list in the item above. */
function levelsOf(run: readonly Item[]): LeveledItem[] {
  const open: { key: string; list: number; column: number; width: number }[] = [];
  let lists = 0;
  return run.map((item) => {
    const { number } = item.marker;
    const key = keyOf(item.marker);
    const known = open.findLastIndex((one) => one.key === key);
    if (known >= 0) open.length = known + 1;
    else {
      const above = open.at(-1);
      const column = above ? above.column + above.width : 0;
      const width = number === undefined ? 2 : String(number).length + 2;
      open.push({ key, list: lists++, column, width });
    }
    const { list = 0, column = 0 } = open.at(-1) ?? {};
    return { ...item, list, column };
  });
}

function writeItems(run: readonly Item[], { lines }: BodyLines): BodyChange[] {
  return levelsOf(run).flatMap(({ index, line, marker, column, list }, place, all) => {
    const sign = marker.number === undefined ? '*' : `${marker.number}.`;
    const above = lines[index - 1];
    // A list that does not begin with 1 does not interrupt a paragraph.
    const needsBlank =
      place === 0 && above?.isBlank === false && marker.number !== undefined && marker.number !== 1;
    const newText = `${needsBlank ? lineEnd(line) : ''}${' '.repeat(column)}${sign} `;
    const changes = [{ from: line.at, to: line.at + marker.length, newText }];
    const last = lastLineOf(index, lines);
    const below = lines[last + 1];
    const isLast = place === all.length - 1 || all[place + 1]?.list !== list;
    const isJoined = isLast && place === all.length - 1 && below !== undefined && !below.isBlank;
    const end = lines[last]?.end ?? line.end;
    return isJoined && below.depth === line.depth
      ? [...changes, { from: end, to: end, newText: lineEnd(line, true) }]
      : changes;
  });
}

/** Returns the last line of an item. */
function lastLineOf(index: number, lines: readonly BodyLine[]): number {
  let last = index;
  while (continues(lines[last + 1], lines[last])) last += 1;
  return last;
}
