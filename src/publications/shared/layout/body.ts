import type { ContentNode, ListNode, Origin } from '../../../pdf/definition.ts';
import type { Block, List, Quote } from '../../../text/rich-text.ts';
import { paragraph, type TextStyles } from './text.ts';

/** Style names and indents of a body's parts; indents in pt. */
export interface BodyStyles {
  readonly text: string;
  readonly link: string;
  readonly listItem: string;
  readonly quote: string;
  readonly listIndent: number;
  readonly quoteIndent: number;
  /** White space below lists and quotes. */
  readonly blockBelow?: number | undefined;
  /** Nesting levels of lists and quotes that are indented. Deeper levels have no further indent. */
  readonly levels: number;
}

/** Indents of a theme's lists and quotes, in pt. */
interface BodyTheme {
  readonly list: { readonly indent: number };
  readonly blockBelow?: number | undefined;
  readonly quote: { readonly indent: number };
  readonly nesting: { readonly levels: number };
}

/** Returns the body styles of a theme whose styles have the usual names. */
export function bodyStyles({ list, quote, blockBelow, nesting }: BodyTheme): BodyStyles {
  return {
    text: 'text',
    link: 'link',
    listItem: 'listItem',
    quote: 'quote',
    listIndent: list.indent,
    quoteIndent: quote.indent,
    blockBelow,
    levels: nesting.levels,
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
  const { styles, path, text } = context;
  return blocks.map((block) => {
    if (block.kind === 'paragraph')
      return paragraph(block.spans, { text, link: styles.link }, { path, at: block.at });
    return block.kind === 'list' ? list(block, context) : quote(block, context);
  });
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
