// Repairs of texts in quotes and brackets, and of texts that need quotes.
import { type FileLine, findBlockText, readStructure } from './file-lines.ts';
import type { OffsetEdit, SyntaxExplanation } from './positions.ts';
import { type BrokenText, type FindRepairs, type Repair, syntax } from './repair.ts';
import { indentOfBlock } from './repair-indentation.ts';
import { TEXT_AFTER_BAR } from './repair-marks.ts';
import { quote } from './write-scalar.ts';

/** The value of a line: what follows its key or its dash. */
interface LineValue {
  readonly from: number;
  readonly written: string;
}

function readLineValue(line: FileLine | undefined): LineValue | undefined {
  const found = readStructure(line);
  if (!line || !found || found.rest === '') return undefined;
  return { from: line.at + found.restColumn, written: found.rest };
}

/** Whether the line below is deeper, so that it may be part of the value. */
function continuesBelow(lines: readonly FileLine[], index: number): boolean {
  const next = lines.slice(index + 1).find(({ isBlank }) => !isBlank);
  const found = readStructure(lines[index]);
  return next !== undefined && found !== undefined && next.indent > found.column;
}

function replaceValue(
  { from, written }: LineValue,
  newText: string,
  title: string,
  isSure: boolean,
): OffsetEdit {
  return { title, isSure, changes: [{ from, to: from + written.length, newText }] };
}

function repairOf(
  value: LineValue,
  explanation: SyntaxExplanation,
  edits: OffsetEdit[],
  at = 0,
): Repair {
  const from = value.from + at;
  return { ...explanation, from, to: from + 1, edits };
}

const UNCLOSED_QUOTE = syntax(
  'this text opens with a quote that is never closed',
  'Put the same quote at the end of the text.',
  "Write an apostrophe inside single quotes twice: 'It''s time'.",
);

/** Closes the quote that a text of one line opens with. */
export const closeQuote: FindRepairs = ({ lines }, index) => {
  const value = readLineValue(lines[index]);
  const mark = value?.written[0];
  if (!value || (mark !== "'" && mark !== '"')) return [];
  const { written } = value;
  const inner = written.slice(1);
  const other = mark === "'" ? '"' : "'";
  if (inner.endsWith(other) && !inner.slice(0, -1).includes(other)) {
    const newText = mark + inner.slice(0, -1) + mark;
    return [
      repairOf(value, UNCLOSED_QUOTE, [
        replaceValue(value, newText, 'Close the text with the same quote', false),
      ]),
    ];
  }
  // With more quotes or lines, the text may have to end elsewhere.
  if (inner.includes(mark) || / #/.test(inner) || continuesBelow(lines, index)) return [];
  const edit = replaceValue(value, written + mark, 'Put the same quote at the end', true);
  return [repairOf(value, UNCLOSED_QUOTE, [edit])];
};

const UNCLOSED_BRACKET = syntax(
  'this bracket is never closed',
  'Close it: period: { from: 2024-11-16, to: 2024-11-30 }.',
  "Put text that starts with a bracket into single quotes: title: '[Video] A story'.",
);
const EXTRA_BRACKET = syntax(
  'this bracket is closed twice',
  'Remove the last bracket: period: { from: 2024-11-16, to: 2024-11-30 }.',
);
const NO_BRACES = syntax(
  'several keys follow this key on one line',
  'Put them between { and }: period: { from: 2024-11-16, to: 2024-11-30 }.',
);
const NO_COMMA = syntax(
  'this text between { and } cannot be distinguished from a key',
  'Put a comma between the keys, and put text that contains a colon into single quotes.',
  'Or write each key on its own line, without { and }.',
);

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
const KEYS = /^[a-z]+:[ \t][^,{}[\]]*(?:,[ \t]*[a-z]+:[ \t][^,{}[\]]*)+$/;

/** Opens, closes and removes brackets of a value, or puts a text that begins with one into quotes. */
export const repairBrackets: FindRepairs = ({ lines }, index) => {
  const value = readLineValue(lines[index]);
  if (!value) return [];
  const { written } = value;
  const inside = written.replace(/^\{[ \t]*/, '').replace(/[ \t]*[})\]]$/, '');
  const opening = written[0] ?? '';
  const closing = CLOSING[opening];
  if (closing === undefined) {
    if (!KEYS.test(inside)) return [];
    const edit = replaceValue(value, `{ ${inside} }`, 'Put the keys between { and }', true);
    return [repairOf(value, NO_BRACES, [edit])];
  }
  const depth = countBrackets(written, opening, closing);
  const quoted = replaceValue(value, quote(written), 'Put the text into single quotes', true);
  const isMapping = opening === '{' && /^\{\s*[a-z]+:\s/.test(written);
  if (depth > 0) {
    if (continuesBelow(lines, index)) return [];
    const ending = /[)\]}]$/.test(written) && !written.endsWith(closing);
    const closed = ending ? written.slice(0, -1) + closing : `${written} ${closing}`;
    const close = replaceValue(value, closed, `Close it with ${closing}`, !ending);
    return [
      repairOf(
        value,
        UNCLOSED_BRACKET,
        isMapping
          ? [close]
          : [
              { ...quoted, isSure: false },
              { ...close, isSure: false },
            ],
      ),
    ];
  }
  if (depth < 0) {
    const shorter = written.slice(0, -1).trimEnd();
    const edit = replaceValue(value, shorter, 'Remove the last bracket', true);
    return [repairOf(value, EXTRA_BRACKET, [edit], written.length - 1)];
  }
  return isMapping ? addComma(value) : [];
};

/** Returns how many brackets of a kind are not closed; negative if too many are. */
function countBrackets(text: string, opening: string, closing: string): number {
  return [...text].reduce(
    (depth, one) => depth + Number(one === opening) - Number(one === closing),
    0,
  );
}

/** Puts a comma before a key that follows a value of one word: `from: 2024-11-16 to: 2024-11-30`. */
function addComma(value: LineValue): Repair[] {
  const match = /([a-z]+:[ \t]+[^\s,]+)([ \t]+)(?=[a-z]+:[ \t])/.exec(value.written);
  if (!match) return [];
  const at = match.index + (match[1]?.length ?? 0);
  const changes = [{ from: value.from + at, to: value.from + at, newText: ',' }];
  const edit: OffsetEdit = { title: 'Put a comma before the key', isSure: false, changes };
  return [repairOf(value, NO_COMMA, [edit], at)];
}

const NEEDS_QUOTES = syntax(
  'a text cannot start with this character',
  "Put text that contains a colon and a space, or starts with a special character, into single quotes: title: 'Drama: a story'.",
);

const DASH_AFTER_KEY = syntax(
  'a dash cannot follow a key on the same line',
  'Begin a list on the line below its key.',
  'Put text that starts with a dash into single quotes.',
);

/** Puts a text that begins with a mark of YAML into quotes. */
export const quoteMarks: FindRepairs = ({ lines }, index) => {
  const value = readLineValue(lines[index]);
  if (!value || !/^[-?|>&*!%@`][-+0-9]*[ \t]+\S/.test(value.written)) return [];
  const edit = replaceValue(value, quote(value.written), 'Put the text into single quotes', false);
  const explanation =
    value.written[0] === '-'
      ? DASH_AFTER_KEY
      : /^[|>]/.test(value.written)
        ? TEXT_AFTER_BAR
        : NEEDS_QUOTES;
  return [repairOf(value, explanation, [edit])];
};

const DOCUMENT_MARK = syntax(
  'a line of three dashes or dots ends the document',
  'Remove the line of dashes or dots, or indent it if it belongs to a text.',
);

/** Indents a line of three dashes or dots in a block text. */
export const repairDocumentMark: FindRepairs = (broken, index) => {
  const line = broken.lines[index];
  if (!line || !/^(?:---|\.\.\.)(?:\s|$)/.test(line.text)) return [];
  const block = findBlockText(broken.lines, broken.structure, index);
  const edits = block
    ? [indentMark(line, indentOfBlock(block)), removeMark(line)]
    : [removeMark(line)];
  return [{ ...DOCUMENT_MARK, from: line.at, to: line.at + 3, edits }];
};

function indentMark({ at }: FileLine, column: number): OffsetEdit {
  const changes = [{ from: at, to: at, newText: ' '.repeat(column) }];
  return { title: `Indent the line deeper: ${column} spaces`, isSure: false, changes };
}

function removeMark({ at, text }: FileLine): OffsetEdit {
  const changes = [{ from: at, to: at + text.length, newText: '' }];
  return { title: 'Remove the dashes or dots', isSure: false, changes };
}

const CONFLICT = syntax(
  'the file contains two versions, which Git could not merge',
  'Keep one of the versions, and remove the lines with <<<<<<<, ======= and >>>>>>>.',
);

/** Finds the first mark of a merge conflict; nothing else can be judged before it is resolved. */
export function findConflict({
  lines,
}: BrokenText): (SyntaxExplanation & { from: number; to: number }) | undefined {
  const first = lines.find(({ text }) => /^<{7}(?: |$)/.test(text));
  const isConflict = first && lines.some(({ text }) => /^>{7}(?: |$)/.test(text));
  return isConflict ? { ...CONFLICT, from: first.at, to: first.at + first.text.length } : undefined;
}

const NO_KEY_FOR_LIST = syntax(
  'this item of a list belongs to no key',
  'Put the key of the list on the line above, such as `topics:`.',
);

/** Finds a list below a key that has a text already. */
export function findListWithoutKey(
  { lines }: BrokenText,
  index: number,
): (SyntaxExplanation & { from: number; to: number }) | undefined {
  const next = lines.findIndex((line) => line.index > index && !line.isBlank);
  for (const at of [index, next]) {
    const item = readStructure(lines[at]);
    const above = readStructure(lines.slice(0, at).findLast(({ isBlank }) => !isBlank));
    if (!item?.dashes || above?.key === undefined || above.rest === '') continue;
    if (/^[|>&!]/.test(above.rest) || item.line.indent <= above.column) continue;
    return {
      ...NO_KEY_FOR_LIST,
      from: item.line.at + item.line.indent,
      to: item.line.at + item.line.text.length,
    };
  }
  return undefined;
}
