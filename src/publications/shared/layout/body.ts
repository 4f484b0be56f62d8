import type { ContentNode, ListNode, Origin } from '../../../pdf/definition.ts';
import type { Block, List, Quote } from '../../../text/rich-text.ts';
import { paragraph, type TextStyles } from './text.ts';

/** Names of the styles of a body's parts, and the indents of lists and quotes in pt. */
export interface BodyStyles {
  readonly text: string;
  readonly link: string;
  readonly listItem: string;
  readonly quote: string;
  readonly listIndent: number;
  readonly quoteIndent: number;
  /** Levels of lists and quotes in each other that are indented; deeper ones stand like the last. */
  readonly levels: number;
}

/** A body's blocks as nodes, one below the other; `path` is where the body was written. */
export function body(
  blocks: readonly Block[],
  styles: BodyStyles,
  path: Origin['path'],
): ContentNode[] {
  return setBlocks(blocks, { styles, path, text: styles.text, level: 0, inQuote: false });
}

/** Where in a body blocks stand. */
interface Setting {
  readonly styles: BodyStyles;
  readonly path: Origin['path'];
  /** Style of paragraphs here. */
  readonly text: TextStyles['text'];
  /** Number of lists and quotes around. */
  readonly level: number;
  readonly inQuote: boolean;
}

function setBlocks(blocks: readonly Block[], setting: Setting): ContentNode[] {
  const { styles, path, text } = setting;
  return blocks.map((block) => {
    if (block.kind === 'paragraph')
      return paragraph(block.spans, { text, link: styles.link }, { path, at: block.at });
    return block.kind === 'list' ? list(block, setting) : quote(block, setting);
  });
}

function list({ items, start }: List, setting: Setting): ListNode {
  const { styles, level, inQuote } = setting;
  const text = inQuote ? [styles.quote, styles.listItem] : styles.listItem;
  const inner = { ...setting, text, level: level + 1 };
  const nodes = items.map((blocks): ContentNode => ({ stack: setBlocks(blocks, inner) }));
  const flush = level >= styles.levels;
  const margin: Margin = [flush ? 0 : styles.listIndent, 0, 0, 0];
  const common = { margin, ...(flush && { flush }) };
  return start === undefined ? { ul: nodes, ...common } : { ol: nodes, start, ...common };
}

function quote({ blocks }: Quote, setting: Setting): ContentNode {
  const { styles, level } = setting;
  const indent = level >= styles.levels ? 0 : styles.quoteIndent;
  const inner = { ...setting, text: styles.quote, level: level + 1, inQuote: true };
  return {
    stack: setBlocks(blocks, inner),
    margin: [indent, 0, indent, 0],
    tag: 'BlockQuote',
  };
}

type Margin = [left: number, top: number, right: number, bottom: number];
