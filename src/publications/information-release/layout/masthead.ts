import { paragraph } from '../../../layout/paragraph.ts';
import { rule } from '../../../layout/rule.ts';
import type { ContentNode, StackNode } from '../../../pdf/definition.ts';
import { colorNamed } from '../../../templates/apply-style.ts';
import type { Masthead } from '../bulletin.ts';
import { drawingNamed, type LayoutContext, textBlock } from './layout-context.ts';

/** The head of the first numbered page: emblem, title, the centre's name and address. */
export function masthead(words: Masthead, emblemAlt: string, context: LayoutContext): StackNode {
  const { emblem, rule: line } = context.theme.masthead;
  const lineStyles = { text: 'mastheadLine', link: 'link' };
  return {
    stack: [
      {
        svg: drawingNamed(emblem.file, context),
        width: emblem.width,
        alignment: 'center',
        alt: emblemAlt,
        spaceBelow: emblem.below,
      },
      { text: words.title, style: 'mastheadTitle' },
      paragraph(words.centre, { text: 'mastheadCentre', link: 'link' }),
      { text: words.addressHeading, style: 'mastheadHeading' },
      ...words.address.map((spans) => paragraph(spans, lineStyles)),
      { text: words.edition, style: 'mastheadEdition' },
      { text: words.circulation, style: 'mastheadLine' },
      across(line, context),
    ],
    pageBreak: 'before',
    tag: 'Sect',
  };
}

function across(
  line: LayoutContext['theme']['masthead']['rule'],
  { theme }: LayoutContext,
): ContentNode {
  const { width } = textBlock(theme);
  const color = colorNamed(line.color, theme.colors);
  return { ...rule({ length: width, width: line.width, color }), spaceAbove: line.above };
}
