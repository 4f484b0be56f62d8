import type {
  ContentNode,
  ListNode,
  Origin,
  StackNode,
  TextNode,
} from '../../../pdf/definition.ts';
import { alignColumns } from '../../../text/align-columns.ts';
import { type Block, type List, type Quote, rowsOf, type Table } from '../../../text/rich-text.ts';
import type { TableTheme } from '../theme-pieces.ts';
import { colorNamed, paragraph, type TextStyles } from './text.ts';

/** Style names and indents of a body's parts; indents in pt. */
export interface BodyStyles {
  readonly text: string;
  readonly link: string;
  readonly listItem: string;
  readonly quote: string;
  readonly subheading: string;
  readonly tableHead: string;
  readonly tableCell: string;
  /** Structure type of subheadings: the level below that of the heading above the body. */
  readonly subheadingTag: 'H2' | 'H3';
  readonly listIndent: number;
  readonly quoteIndent: number;
  /** White space below lists and quotes. */
  readonly blockBelow?: number | undefined;
  /** Nesting levels of lists and quotes that are indented. Deeper levels have no further indent. */
  readonly levels: number;
  readonly table: TableTheme;
  readonly colors: Readonly<Record<string, string>>;
}

/** Measures of a theme's blocks, in pt, and its colours. */
interface BodyTheme {
  readonly list: { readonly indent: number };
  readonly blockBelow?: number | undefined;
  readonly quote: { readonly indent: number };
  readonly nesting: { readonly levels: number };
  readonly table: TableTheme;
  readonly colors: Readonly<Record<string, string>>;
}

/** Returns the body styles of a theme whose styles have the usual names. */
export function bodyStyles(
  { list, quote, blockBelow, nesting, table, colors }: BodyTheme,
  subheadingTag: BodyStyles['subheadingTag'],
): BodyStyles {
  return {
    text: 'text',
    link: 'link',
    listItem: 'listItem',
    quote: 'quote',
    subheading: 'subheading',
    tableHead: 'tableHead',
    tableCell: 'tableCell',
    subheadingTag,
    listIndent: list.indent,
    quoteIndent: quote.indent,
    blockBelow,
    levels: nesting.levels,
    table,
    colors,
  };
}

/**
 * Returns the layout nodes of a body's blocks.
 * @param path of the body in the issue
 */
export function body(
  blocks: readonly Block[],
  styles: BodyStyles,
  path: Origin['path'],
): ContentNode[] {
  return buildBlocks(blocks, { styles, path, text: styles.text, level: 0, inQuote: false });
}

/** Position of blocks in a body. */
interface BlockContext {
  readonly styles: BodyStyles;
  readonly path: Origin['path'];
  /** Style of paragraphs at this position. */
  readonly text: TextStyles['text'];
  /** Number of enclosing lists and quotes. */
  readonly level: number;
  readonly inQuote: boolean;
}

function buildBlocks(blocks: readonly Block[], context: BlockContext): ContentNode[] {
  return blocks.map((block) => buildBlock(block, context));
}

function buildBlock(block: Block, context: BlockContext): ContentNode {
  const { styles, path, text } = context;
  const { link, subheading, subheadingTag } = styles;
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block.spans, { text, link }, { path, at: block.at });
    case 'subheading':
      return {
        ...paragraph(block.spans, { text: subheading, link }, { path, at: block.at }),
        tag: subheadingTag,
        keepWithNext: true,
        belowFloats: true,
      };
    case 'list':
      return list(block, context);
    case 'quote':
      return quote(block, context);
    case 'table':
      return table(block, context);
  }
}

function table(block: Table, { styles, path }: BlockContext): StackNode {
  const { above, below, columnGap, rowPadding, rule, headRule } = styles.table;
  const lineOf = (side: 'top' | 'bottom', { color, width }: TableTheme['rule']) => ({
    side,
    width,
    color: colorNamed(color, styles.colors),
  });
  const columns = alignColumns(block);
  const headRows = block.head ? 1 : 0;
  const rows = rowsOf(block).map((row, index): StackNode => {
    const isHead = index < headRows;
    const text = isHead ? styles.tableHead : styles.tableCell;
    return {
      stack: row.map(({ spans, at }, column): TextNode => {
        const { alignment = 'left', tails = [] } = columns[column] ?? {};
        const numberTail = isHead ? undefined : tails[index - headRows];
        return {
          ...paragraph(spans, { text, link: styles.link }, { path, at }),
          alignment,
          tag: isHead ? 'TH' : 'TD',
          ...(numberTail !== undefined && { numberTail }),
        };
      }),
      sideBySide: { gutter: columnGap },
      box: {
        padding: [0, rowPadding, 0, rowPadding],
        rules: [
          ...(index === 0 ? [lineOf('top', headRule)] : []),
          lineOf('bottom', isHead ? headRule : rule),
        ],
      },
      tag: 'TR',
      ...(isHead && { keepWithNext: true }),
    };
  });
  return {
    stack: rows,
    grid: { headRows },
    tag: 'Table',
    belowFloats: true,
    spaceAbove: above,
    spaceBelow: below,
  };
}

function list({ items, start }: List, context: BlockContext): ListNode {
  const { styles, level, inQuote } = context;
  const text = inQuote ? [styles.quote, styles.listItem] : styles.listItem;
  const inner = { ...context, text, level: level + 1 };
  const nodes = items.map((blocks): ContentNode => ({ stack: buildBlocks(blocks, inner) }));
  const flush = level >= styles.levels;
  const margin: Margin = [flush ? 0 : styles.listIndent, 0, 0, 0];
  const common = { margin, ...(flush && { flush }), ...below(context) };
  return start === undefined ? { ul: nodes, ...common } : { ol: nodes, start, ...common };
}

function quote({ blocks }: Quote, context: BlockContext): ContentNode {
  const { styles, level } = context;
  const indent = level >= styles.levels ? 0 : styles.quoteIndent;
  const inner = { ...context, text: styles.quote, level: level + 1, inQuote: true };
  return {
    stack: buildBlocks(blocks, inner),
    margin: [indent, 0, indent, 0],
    tag: 'BlockQuote',
    ...below(context),
  };
}

/** White space below a list or quote that is not inside another one. */
function below({ styles, level }: BlockContext): { spaceBelow?: number } {
  const { blockBelow } = styles;
  return blockBelow === undefined || level > 0 ? {} : { spaceBelow: blockBelow };
}

type Margin = [left: number, top: number, right: number, bottom: number];
