import type { MeasuredLine } from '../../pdf/definition.ts';
import type { Finding } from '../../source/finding.ts';
import type { ValuePath } from '../../source/positions.ts';
import type { ThemeStyle } from '../../templates/theme-parts.ts';
import { alignColumns } from '../../text/align-columns.ts';
import {
  type Block,
  plainText,
  rowsOf,
  type Span,
  type Table,
  type TableCell,
} from '../../text/rich-text.ts';
import type { Typesetter } from '../../text/typography.ts';
import { measuredLine } from './layout/text.ts';
import type { TableTheme } from './theme-pieces.ts';

/** A body that may have tables. */
export interface CheckedBody {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly path: ValuePath;
}

/** Measures lines: their widths in pt. */
export type LineMeasure = (lines: readonly MeasuredLine[]) => Promise<readonly number[]>;

/** What tables are measured with. */
export interface TableTools {
  readonly theme: {
    readonly table: TableTheme;
    readonly list: { readonly indent: number };
    readonly quote: { readonly indent: number };
    readonly styles: Readonly<Record<'text' | 'tableHead' | 'tableCell', ThemeStyle>>;
  };
  /** Width in pt of the column in which bodies are printed. */
  readonly width: number;
  readonly typeset: Typesetter;
  readonly measure: LineMeasure;
}

/** Indent in pt of the texts of a list from its markers: about the width of “10.”. */
const MARKER_WIDTH = 20;
/** Where a line may end: at a space, after the hyphen of a compound, and between the parts of an address. */
const LINE_ENDS = / +|(?<=\p{L}-)(?=\p{L})|(?<=\p{L}[/_?&=.])(?=[\p{L}\d])/u;
const POINTS_PER_MM = 72 / 25.4;
/** Number of words that a message names. */
const NAMED_WORDS = 3;

/** Finds tables whose longest words do not fit beside each other. */
export async function checkTables(
  bodies: readonly CheckedBody[],
  tools: TableTools,
): Promise<Finding[]> {
  const tables = bodies.flatMap((body) =>
    listTables(body.blocks, tools.width, tools.theme).map((found) => ({ ...found, body })),
  );
  const findings = await Promise.all(
    tables.map(async ({ table, width, body }) => {
      const words = await findLongestWords(table, tools);
      const gaps = tools.theme.table.columnGap * (words.length - 1);
      const needed = words.reduce((sum, word) => sum + word.width, gaps);
      return needed > width ? [explainWidth(table, words, { needed, width }, body)] : [];
    }),
  );
  return findings.flat();
}

/** Lists the tables of blocks with the width of their places in pt. */
function listTables(
  blocks: readonly Block[],
  width: number,
  theme: TableTools['theme'],
): { readonly table: Table; readonly width: number }[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return [{ table: block, width }];
    if (block.kind === 'quote')
      return listTables(block.blocks, width - 2 * theme.quote.indent, theme);
    if (block.kind !== 'list') return [];
    return listTables(block.items.flat(), width - theme.list.indent - MARKER_WIDTH, theme);
  });
}

/** A word, and its width in pt. */
interface MeasuredWord {
  readonly text: string;
  readonly width: number;
}

/** Returns the longest word of each column. */
async function findLongestWords(table: Table, tools: TableTools): Promise<MeasuredWord[]> {
  const { typeset, theme, measure } = tools;
  const aligned = alignColumns(table);
  const words = rowsOf(table).flatMap((row, index) => {
    const isHead = table.head !== undefined && index === 0;
    const style = isHead ? theme.styles.tableHead : theme.styles.tableCell;
    return row.flatMap((cell, column) => {
      const tail = isHead ? undefined : aligned[column]?.tails[index - (table.head ? 1 : 0)];
      return wordsOf(cell, typeset, tail !== undefined).map((spans) => ({ spans, column, style }));
    });
  });
  const lines = words.flatMap(({ spans, style }) =>
    spans.map((span) => measuredLine(span.text, styleOf(span, style), theme.styles.text)),
  );
  const widths = [...(await measure(lines))];
  const measured = words.map(({ spans, column }) => ({
    column,
    text: plainText(spans),
    width: widths.splice(0, spans.length).reduce((sum, width) => sum + width, 0),
  }));
  return table.columns.map((_, column) =>
    measured
      .filter((word) => word.column === column)
      .reduce((longest, word) => (word.width > longest.width ? word : longest), {
        text: '',
        width: 0,
      }),
  );
}

/** Returns the words of a cell, each as the spans that it consists of. A number is one word. */
function wordsOf({ spans }: TableCell, typeset: Typesetter, isNumber: boolean): Span[][] {
  const words: Span[][] = [[]];
  for (const span of typeset(spans)) {
    const parts = isNumber ? [span.text] : span.text.split(LINE_ENDS);
    for (const [index, text] of parts.entries()) {
      if (index > 0) words.push([]);
      if (text !== '') words.at(-1)?.push({ ...span, text });
    }
  }
  return words.filter((word) => word.length > 0);
}

function styleOf({ bold, italic }: Span, style: ThemeStyle): ThemeStyle {
  return { ...style, ...(bold && { bold }), ...(italic && { italics: true }) };
}

function explainWidth(
  { at }: Table,
  words: readonly MeasuredWord[],
  { needed, width }: { readonly needed: number; readonly width: number },
  { text, path }: CheckedBody,
): Finding {
  const mm = (length: number) => Math.round(length / POINTS_PER_MM);
  const longest = [...words].sort((a, b) => b.width - a.width).slice(0, NAMED_WORDS);
  const names = longest.map((word) => `“${word.text}”`).join(', ');
  const [line = ''] = text.slice(at).split('\n', 1);
  return {
    code: 'table-too-wide',
    message: `the longest words of the table’s columns need ${mm(needed)} mm beside each other, but the text is ${mm(width)} mm wide`,
    path,
    piece: { from: at, to: at + line.trimEnd().length },
    hints: [
      `Use fewer columns, or shorten the longest words: ${names}.`,
      'A table with many columns can be divided into two, or have its rows and columns exchanged.',
    ],
  };
}
