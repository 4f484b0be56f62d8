// Repairs of the marks that YAML needs: the dash of a list item, the colon of a key, the vertical bar.
import { type FileLine, readStructure, type StructureLine } from './file-lines.ts';
import {
  DASH_WITHOUT_SPACE,
  NO_COLON,
  OTHER_SPACE,
  OTHER_SPACE_AFTER_MARK,
} from './indentation-mistakes.ts';
import type { SyntaxExplanation } from './positions.ts';
import { type BrokenText, type FindRepairs, type Repair, syntax } from './repair.ts';

/** Describes a replacement in a line, by columns from 0. */
function replaceIn(
  line: FileLine,
  [from, to]: readonly [number, number],
  newText: string,
  explanation: SyntaxExplanation,
  { title, isSure = true }: { readonly title: string; readonly isSure?: boolean },
): Repair {
  const changes = [{ from: line.at + from, to: line.at + to, newText }];
  return {
    ...explanation,
    from: line.at + from,
    to: line.at + Math.max(to, from + 1),
    edits: [{ title, isSure, changes }],
  };
}

const TYPOGRAPHIC_DASH = syntax(
  'this character is not the dash of a list',
  'Put a hyphen, as on the keyboard, and a space before each item of a list: - title: Rally.',
);
const MISSING_DASH = syntax(
  'a dash is missing before this key, so it is read as part of the item above',
  'Put a dash and a space before the first key of an item: - title: Rally.',
);
const TWO_DASHES = syntax(
  'this item of a list begins with two dashes',
  'Put one dash and a space before the first key of an item: - title: Rally.',
);
const ODD_DASH = syntax(
  'this key belongs to the item above and begins with a dash',
  'Remove the dash and indent the key as deep as the other keys of the item.',
);
const TAB_AFTER_DASH = syntax(
  'a tab follows the dash instead of a space',
  'Delete the tab after the dash and type a space.',
);

/** Puts a dash where a list item needs one, replaces other characters, and removes one too many. */
export const repairDash: FindRepairs = (broken, index) => {
  const line = broken.lines[index];
  if (!line || line.isBlank) return [];
  const { text, indent } = line;
  const rest = text.slice(indent);
  const repairs: Repair[] = [];
  const dash: readonly [number, number] = [indent, indent + 1];
  if (/^-\p{L}/u.test(rest)) {
    const title = 'Put a space after the dash';
    repairs.push(replaceIn(line, dash, '- ', DASH_WITHOUT_SPACE, { title }));
  }
  const spaces = new RegExp(`^-(${OTHER_SPACE}+)`).exec(rest)?.[1];
  if (spaces !== undefined) {
    const piece = [indent + 1, indent + 1 + spaces.length] as const;
    const title = 'Replace the no-break spaces with spaces';
    repairs.push(replaceIn(line, piece, ' ', OTHER_SPACE_AFTER_MARK, { title }));
  }
  const tabs = /^-([ \t]*\t[ \t]*)/.exec(rest)?.[1];
  if (tabs !== undefined) {
    const piece = [indent + 1, indent + 1 + tabs.length] as const;
    repairs.push(
      replaceIn(line, piece, ' ', TAB_AFTER_DASH, { title: 'Replace the tab with a space' }),
    );
  }
  const other = /^[–—‒−•·▪◦] ?(?=[a-z]+:(?: |$))/u.exec(rest)?.[0];
  if (other !== undefined) {
    const piece = [indent, indent + other.length] as const;
    repairs.push(
      replaceIn(line, piece, '- ', TYPOGRAPHIC_DASH, { title: 'Replace it with a hyphen' }),
    );
  }
  const found = readStructure(line);
  if (found?.key !== undefined) repairs.push(...repairItem(found, broken));
  return repairs;
};

/** Repairs the dash of a line with a key, by the other lines with this key. */
function repairItem(found: StructureLine, broken: BrokenText): Repair[] {
  const { line, dashes, key, column } = found;
  const others = broken.structure.filter((one) => one.key === key && one.line.index !== line.index);
  const items = others.filter((one) => one.dashes !== '');
  if (dashes.length > 2) {
    const piece = [line.indent, column] as const;
    return [replaceIn(line, piece, '- ', TWO_DASHES, { title: 'Remove one of the dashes' })];
  }
  if (dashes !== '') {
    const keyColumn = others.find((one) => one.dashes === '')?.column;
    const title = 'Remove the dash';
    const removed =
      keyColumn === undefined || items.length > 0
        ? []
        : [replaceIn(line, [0, column], ' '.repeat(keyColumn), ODD_DASH, { title })];
    return [...removed, ...addFirstDash(line, broken)];
  }
  const item = items.find((one) => one.column === column || one.line.indent === column);
  return item ? [addDash(line, item.line.indent)] : [];
}

/** Puts a dash before the key of a line, in the column of the other dashes. */
function addDash(line: FileLine, column: number): Repair {
  const newText = `${' '.repeat(column)}- `;
  const repair = replaceIn(line, [0, line.indent], newText, MISSING_DASH, {
    title: 'Put a dash before the key',
  });
  return { ...repair, from: line.at + line.indent, to: line.at + line.text.trimEnd().length };
}

/** Puts a dash before the first key of a list whose other items have one. */
function addFirstDash(item: FileLine, { structure }: BrokenText): Repair[] {
  const above = structure.filter(({ line }) => line.index < item.index);
  const parent = above.findLast(({ key, rest, column }) => {
    return key !== undefined && rest === '' && column < item.indent + 1;
  });
  const first = above.find(({ line }) => line.index > (parent?.line.index ?? Infinity));
  const isFirst = first && first.dashes === '' && first.column >= item.indent;
  return isFirst ? [addDash(first.line, item.indent)] : [];
}

const OTHER_SPACE_AFTER_COLON = new RegExp(
  `^( *(?:- +)*[a-z]+:)(${OTHER_SPACE}(?:[ \\t]|${OTHER_SPACE})*)`,
);

/** A key with another sign than a colon and a space behind it; a key that stands alone may end its line. */
const KEY_WITHOUT_COLON =
  /^( *(?:- +)*)([a-z]+)(?:(:)(?!\/\/)(?=\S)|( *[;=：][ \t]*)|([ \t]+)(?=\S)|()$)/u;

/** Puts a colon and a space behind a key. */
export const repairColon: FindRepairs = ({ lines, structure }, index) => {
  const line = lines[index];
  if (!line || line.isBlank) return [];
  const text = line.text.trimEnd();
  const [, head, spaces] = OTHER_SPACE_AFTER_COLON.exec(text) ?? [];
  if (head !== undefined && spaces !== undefined) {
    const piece = [head.length, head.length + spaces.length] as const;
    const title = 'Replace the no-break spaces with spaces';
    return [replaceIn(line, piece, ' ', OTHER_SPACE_AFTER_MARK, { title })];
  }
  const match = KEY_WITHOUT_COLON.exec(text);
  if (!match) return [];
  const [all = '', before = '', key = '', colon, sign, space] = match;
  const from = before.length + key.length;
  // A word in front of others is certainly a key if it is one elsewhere in this column.
  const isKey = structure.some(
    (one) => one.line.index !== index && one.key === key && one.column === before.length,
  );
  const isSure = isKey || colon !== undefined;
  const piece: readonly [number, number] = [from, all.length];
  const newText = space === undefined && sign === undefined && colon === undefined ? ':' : ': ';
  const title = colon === undefined ? 'Put a colon after the key' : 'Put a space after the colon';
  const repair = replaceIn(line, piece, newText, NO_COLON, { title, isSure });
  return [{ ...repair, from: line.at + before.length, to: line.at + all.length }];
};

const WRONG_BAR = syntax(
  'this is not the vertical bar that begins a text',
  'Put one vertical bar, as on the keyboard, after the key: `body: |`.',
);
/** Explains a text on the line of its vertical bar. */
export const TEXT_AFTER_BAR = syntax(
  'the line must end after | or >',
  'Start the text on the next line, indented deeper than its key.',
  'Put text that itself starts with | or > into single quotes.',
);
const BAR = /^(\|{2,}|[｜¦ǀ│❘❙]+)$/u;

/** Writes the vertical bar of a text, and begins the text on the next line. */
export const repairBar: FindRepairs = ({ lines }, index) => {
  const found = readStructure(lines[index]);
  if (found?.key === undefined || found.rest === '') return [];
  const { line, rest, column, restColumn: start } = found;
  if (BAR.test(rest)) {
    const title = 'Write one vertical bar';
    return [replaceIn(line, [start, start + rest.length], '|', WRONG_BAR, { title })];
  }
  const words = /^[|>][-+0-9]*[ \t]*(?=[^\s#])/.exec(rest)?.[0];
  const next = lines.slice(index + 1).find(({ isBlank }) => !isBlank);
  if (words === undefined || !next || next.indent <= column) return [];
  const newText = `|\n${' '.repeat(next.indent)}`;
  const title = 'Begin the text on the next line';
  const repair = replaceIn(line, [start, start + words.length], newText, TEXT_AFTER_BAR, { title });
  return [{ ...repair, from: line.at + start + words.length, to: line.at + start + rest.length }];
};
