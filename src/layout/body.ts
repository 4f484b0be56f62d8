import type { ContentNode, ListNode, Origin } from '../pdf/definition.ts';
import type { Block, List, Quote } from '../text/rich-text.ts';
import { paragraph } from './paragraph.ts';

/** Names of the styles of a body's parts, and the indents of lists and quotes in pt. */
export interface BodyStyles {
  readonly text: string;
  readonly link: string;
  readonly listItem: string;
  readonly quote: string;
  readonly listIndent: number;
  readonly quoteIndent: number;
}

/** A body's blocks as nodes, one below the other; `path` is where the body was written. */
export function body(
  blocks: readonly Block[],
  styles: BodyStyles,
  path: Origin['path'],
): ContentNode[] {
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return paragraph(block.spans, styles, { path, at: block.at });
    return block.kind === 'list' ? list(block, styles, path) : quote(block, styles, path);
  });
}

function list({ items, start }: List, styles: BodyStyles, path: Origin['path']): ListNode {
  const inner = { ...styles, text: styles.listItem };
  const nodes = items.map((blocks): ContentNode => ({ stack: body(blocks, inner, path) }));
  const margin: [number, number, number, number] = [styles.listIndent, 0, 0, 0];
  return start === undefined ? { ul: nodes, margin } : { ol: nodes, start, margin };
}

function quote({ blocks }: Quote, styles: BodyStyles, path: Origin['path']): ContentNode {
  const { quoteIndent } = styles;
  return {
    stack: body(blocks, { ...styles, text: styles.quote }, path),
    margin: [quoteIndent, 0, quoteIndent, 0],
    tag: 'BlockQuote',
  };
}
