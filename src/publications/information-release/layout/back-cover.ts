import { paragraph } from '../../../layout/paragraph.ts';
import { rule } from '../../../layout/rule.ts';
import type { StackNode } from '../../../pdf/definition.ts';
import { colorNamed } from '../../../templates/apply-style.ts';
import type { Masthead } from '../bulletin.ts';
import { drawingNamed, type LayoutContext, textBlock } from './layout-context.ts';

/** The back cover: the emblem, the centre's name and its address lines on a page of their own. */
export function backCover(words: Masthead, emblemAlt: string, context: LayoutContext): StackNode {
  const { theme } = context;
  const { background, emblem, fromTop, rule: line } = theme.backCover;
  const { margins } = theme.page;
  const shift = (margins.left - margins.right) / 2;
  const offset = (textBlock(theme).width - line.length) / 2;
  const color = colorNamed(line.color, theme.colors);
  return {
    stack: [
      {
        svg: drawingNamed(background, context),
        width: theme.page.width,
        height: theme.page.height,
        absolutePosition: { x: 0, y: 0 },
      },
      {
        svg: drawingNamed(emblem.file, context),
        width: emblem.width,
        alignment: 'center',
        alt: emblemAlt,
      },
      paragraph(words.centre, { text: 'backCoverCentre', link: 'backCoverLink' }),
      {
        ...rule({ length: line.length, width: line.width, color, offset }),
        spaceAbove: line.above,
        spaceBelow: line.below,
      },
      ...words.address.map((spans) =>
        paragraph(spans, { text: 'backCoverLine', link: 'backCoverLink' }),
      ),
    ],
    margin: [-shift, fromTop - margins.top, shift, 0],
    pageBreak: 'before',
    tag: 'Sect',
  };
}
