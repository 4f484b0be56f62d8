import { paragraph } from '../../../layout/paragraph.ts';
import type { StackNode } from '../../../pdf/definition.ts';
import type { Span } from '../../../text/rich-text.ts';
import type { LayoutContext } from './layout-context.ts';

/** The introduction: what the issue counts, and what its countries' articles are about. */
export function introduction(
  paragraphs: readonly (readonly Span[])[],
  { theme }: LayoutContext,
): StackNode {
  return {
    stack: paragraphs.map((spans) => paragraph(spans, { text: 'text', link: 'link' })),
    spaceAbove: theme.contents.introductionAbove,
    tag: 'Sect',
  };
}
