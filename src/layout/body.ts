import type { ContentNode, ListNode } from '../pdf/definition.ts';
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

/** A body's blocks as nodes, one below the other. */
export function body(blocks: readonly Block[], styles: BodyStyles): ContentNode[] {
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return paragraph(block.spans, styles);
    return block.kind === 'list' ? list(block, styles) : quote(block, styles);
  });
}

function list({ items, start }: List, styles: BodyStyles): ListNode {
  const inner = { ...styles, text: styles.listItem };
  const nodes = items.map((blocks): ContentNode => ({ stack: body(blocks, inner) }));
  const margin: [number, number, number, number] = [styles.listIndent, 0, 0, 0];
  return start === undefined ? { ul: nodes, margin } : { ol: nodes, start, margin };
}

function quote({ blocks }: Quote, styles: BodyStyles): ContentNode {
  const { quoteIndent } = styles;
  return {
    stack: body(blocks, { ...styles, text: styles.quote }),
    margin: [quoteIndent, 0, quoteIndent, 0],
    tag: 'BlockQuote',
  };
}
