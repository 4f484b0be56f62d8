// Repairs of lines that begin in the wrong column, or with other white space than spaces.
import {
  type BlockText,
  type FileLine,
  findBlockText,
  isLike,
  readStructure,
  type StructureLine,
} from './file-lines.ts';
import { OTHER_SPACE, OTHER_SPACE_INDENT, TAB } from './indentation-mistakes.ts';
import type { OffsetChange, OffsetEdit, SyntaxExplanation } from './positions.ts';
import { type BrokenText, type FindRepairs, type Repair, syntax } from './repair.ts';

/** Spaces by which a text is indented deeper than its key, if no other text shows it. */
const INDENTATION = 2;
/** Widths of a tab, in spaces, in the order in which they are tried. */
const TAB_WIDTHS = [2, 4, 8] as const;
/** Most columns that are tried for a line. */
const MAX_COLUMNS = 6;
/** Most lines between a line and those around it whose columns are tried. */
const MAX_DISTANCE = 30;

const WHITE_SPACE = new RegExp(`^(?:[ \\t]|${OTHER_SPACE})*`);

/** Replaces tabs and no-break spaces at the start of lines by spaces. */
export const repairWhiteSpace: FindRepairs = (broken, index) => {
  const { lines } = broken;
  const line = lines[index];
  const kind = line && kindOfIndent(line);
  if (!line || !kind) return [];
  let first = index;
  while (first > 0 && isOfKind(lines[first - 1], kind)) first--;
  let end = index + 1;
  while (end < lines.length && isOfKind(lines[end], kind)) end++;
  const run = lines.slice(first, end).filter((one) => kindOfIndent(one) === kind);
  const [start = line] = run;
  const ofTabs = kind === 'tab';
  const title = `Replace the ${ofTabs ? 'tabs' : 'no-break spaces'} with spaces`;
  const [explanation, widths] = ofTabs ? [TAB, TAB_WIDTHS] : [OTHER_SPACE_INDENT, [1]];
  const marked = ofTabs ? 0 : indentOf(start).search(new RegExp(OTHER_SPACE));
  const repairBy = (columnOf: (line: FileLine) => number): Repair => {
    const changes = run.map((one) => setIndent(one, columnOf(one)));
    const from = start.at + marked;
    const to = ofTabs ? start.at + indentOf(start).length : from + 1;
    return { ...explanation, from, to, edits: [{ title, isSure: true, changes }] };
  };
  const [target] = columnsFor(start, broken);
  const moved = widths.map((width) => {
    const expanded = (one: FileLine) => expandedLength(one, width);
    const delta = target === undefined ? 0 : target - expanded(start);
    return repairBy((one) => Math.max(0, expanded(one) + delta));
  });
  const known = repairBy((one) => columnsFor(one, broken)[0] ?? expandedLength(one, INDENTATION));
  const unmoved = widths.map((width) => repairBy((one) => expandedLength(one, width)));
  return ofTabs ? [...moved, known, ...unmoved] : [...unmoved, known];
};

type IndentKind = 'tab' | 'other';

function indentOf({ text }: FileLine): string {
  return WHITE_SPACE.exec(text)?.[0] ?? '';
}

function kindOfIndent(line: FileLine): IndentKind | undefined {
  if (line.isBlank) return undefined;
  const indent = indentOf(line);
  if (indent.includes('\t')) return 'tab';
  return /[^ ]/.test(indent) ? 'other' : undefined;
}

/** Whether a line has white space of a kind at its start, or none because it is blank. */
function isOfKind(line: FileLine | undefined, kind: IndentKind): boolean {
  return line !== undefined && (line.isBlank || kindOfIndent(line) === kind);
}

function expandedLength(line: FileLine, width: number): number {
  return indentOf(line).replaceAll('\t', ' '.repeat(width)).length;
}

function setIndent(line: FileLine, column: number): OffsetChange {
  const to = line.at + indentOf(line).length;
  return { from: line.at, to, newText: ' '.repeat(column) };
}

const INDENT = (line: FileLine, column: number): SyntaxExplanation =>
  syntax(
    'the indentation of this line does not match the lines around it',
    `Start it with ${column === 0 ? 'no spaces' : column === 1 ? 'one space' : `${column} spaces`}, as the other lines of the same level; it has ${line.indent}.`,
  );

/** Moves a line to the column of others like it, alone or with the lines that are deeper. */
export const repairIndentation: FindRepairs = (broken, index) => {
  const line = broken.lines[index];
  const found = readStructure(line);
  if (!line || !found) return [];
  const deeper = linesBelow(found, broken);
  const own = findLike(found, broken).map((like) => like.line.indent);
  const isKnown = new Set(own).size === 1;
  return columnsFor(line, broken)
    .filter((column) => column !== line.indent)
    .flatMap((column) => {
      const isSure = (isKnown && own.includes(column)) || Math.abs(column - line.indent) === 1;
      const move = (moved: readonly FileLine[]): Repair => {
        const delta = column - line.indent;
        const changes = moved.map((one) => setIndent(one, Math.max(0, one.indent + delta)));
        const title =
          delta > 0
            ? `Indent ${moved.length > 1 ? 'these lines' : 'the line'} deeper: ${column} spaces`
            : `Indent ${moved.length > 1 ? 'these lines' : 'the line'} less: ${column} spaces`;
        const edits: OffsetEdit[] = [{ title, isSure, changes }];
        const to = line.at + Math.max(line.indent, 1);
        return { ...INDENT(line, column), from: line.at, to, edits };
      };
      return deeper.length > 0 ? [move([line]), move([line, ...deeper])] : [move([line])];
    });
};

/**
 * Returns the lines that are part of a key or an item because they are indented deeper, up to the next item
 * like it, and up to a line in the column of others like it, which is not part of what was moved.
 */
function linesBelow(found: StructureLine, broken: BrokenText): FileLine[] {
  const { line, key } = found;
  const end = broken.lines.findIndex((one) => {
    if (one.index <= line.index || one.isBlank) return false;
    if (one.indent <= line.indent) return true;
    const other = readStructure(one);
    if (other?.key === undefined) return false;
    const isNextItem = key !== undefined && isLike(other, found);
    return isNextItem || findLike(other, broken).some((like) => like.line.indent === one.indent);
  });
  const below = broken.lines.slice(line.index + 1, end < 0 ? undefined : end);
  return below.filter(({ isBlank }) => !isBlank);
}

/** Returns the columns in which a line may begin: those of lines like it, else those of the lines around it. */
function columnsFor(line: FileLine, broken: BrokenText): number[] {
  const indent = indentOf(line).length;
  const found = readStructure({ ...line, text: line.text.slice(indent), indent: 0 });
  if (!found) {
    const block = findBlockText(broken.lines, broken.structure, line.index);
    return block ? [indentOfBlock(block)] : [];
  }
  const like = findLike(found, broken).map((one) => one.line.indent);
  const distance = (one: StructureLine) => Math.abs(one.line.index - line.index);
  const around = broken.structure
    .filter((one) => distance(one) < MAX_DISTANCE && one.line.index !== line.index)
    .sort((a, b) => distance(a) - distance(b))
    .flatMap((one) => [one.line.indent, one.column]);
  return [...new Set(like.length > 0 ? like : around)].slice(0, MAX_COLUMNS);
}

/** Returns the other lines with the same key, or the other list items that are texts; the nearest first. */
function findLike(found: StructureLine, { structure }: BrokenText): StructureLine[] {
  const distance = ({ line }: StructureLine) => Math.abs(line.index - found.line.index);
  return structure
    .filter((one) => one.line.index !== found.line.index && isLike(one, found))
    .sort((a, b) => distance(a) - distance(b));
}

/** Returns the column in which the lines of a block text begin: that of its first line if it is deep enough. */
export function indentOfBlock({ header: { column }, lines }: BlockText): number {
  const deep = lines.find((line) => !line.isBlank && !kindOfIndent(line) && line.indent > column);
  return deep?.indent ?? column + INDENTATION;
}

const UNDER_INDENTED = syntax(
  'this line is not indented deep enough to belong to the text above it',
  'Start each line of a text with as many spaces as its first line.',
);
const FIRST_TOO_DEEP = (column: number) =>
  syntax(
    'the first line of this text is indented deeper than the others',
    `Start it with ${column} spaces, as the other lines of the text.`,
  );

/** Indents the lines of a block text that end it, or moves its first line to the column of the others. */
export const repairBlockText: FindRepairs = ({ lines, structure }, index) => {
  const block = findBlockText(lines, structure, index);
  if (!block) return [];
  const { header } = block;
  const written = block.lines.filter((line) => !line.isBlank);
  const [first, ...others] = written;
  if (!first) return [];
  const usual = header.column + INDENTATION;
  if (
    first.indent > usual &&
    others.length > 0 &&
    others.every(({ indent }) => indent >= usual && indent < first.indent)
  ) {
    const changes = [setIndent(first, usual)];
    const edits = [{ title: `Indent the line less: ${usual} spaces`, isSure: true, changes }];
    const to = first.at + first.text.length;
    return [{ ...FIRST_TOO_DEEP(usual), from: first.at + first.indent, to, edits }];
  }
  const target = indentOfBlock(block);
  const shallow = dropComments(written, header).filter(({ indent }) => indent < target);
  const [start] = shallow;
  if (!start) return [];
  const title = `Indent ${shallow.length > 1 ? 'these lines' : 'the line'} deeper: ${target} spaces`;
  const changes = shallow.map((line, at) =>
    setIndent(line, target + nesting(line, shallow[at - 1])),
  );
  const edits = [{ title, isSure: true, changes }];
  const to = start.at + start.text.trimEnd().length;
  return [{ ...UNDER_INDENTED, from: start.at + start.indent, to, edits }];
};

/** Leaves out comments at the end of a block text, which belong to the key below. */
function dropComments(
  written: readonly FileLine[],
  { column }: StructureLine,
): readonly FileLine[] {
  const last = written.findLastIndex(({ text, indent }) => indent > column || !/^ *#/.test(text));
  return written.slice(0, last + 1);
}

/** Returns how much deeper a list item is than the one above it, if it is part of it. */
function nesting(line: FileLine, above: FileLine | undefined): number {
  const isItem = (one: FileLine) => /^ *(?:[*+]|\d+[.)]) /.test(one.text);
  const deeper = line.indent - (above?.indent ?? line.indent);
  return above && isItem(above) && isItem(line) && deeper > 1 && deeper <= 4 ? deeper : 0;
}
