import type { ContentNode, StackNode } from '../../../pdf/definition.ts';
import type { Span } from '../../../text/rich-text.ts';
import { drawingNamed, textBlock } from '../../shared/layout/page.ts';
import { colorNamed, paragraph, rule } from '../../shared/layout/text.ts';
import type { ComposedSection, Masthead } from '../composed-issue.ts';
import type { LayoutContext } from './layout-context.ts';

/** Returns the masthead of the first numbered page: emblem, title, the centre's name and address. */
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
      ruleBelow(line, context),
    ],
    pageBreak: 'before',
    tag: 'Sect',
  };
}

function ruleBelow(
  line: LayoutContext['theme']['masthead']['rule'],
  { theme }: LayoutContext,
): ContentNode {
  const { width } = textBlock(theme);
  const color = colorNamed(line.color, theme.colors);
  return { ...rule({ length: width, width: line.width, color }), spaceAbove: line.above };
}

/** Returns the table of contents: each country's official name with its page number. */
export function contents(
  heading: string,
  sections: readonly ComposedSection[],
  { theme }: LayoutContext,
): StackNode {
  const { leader, numberWidth, numberGap } = theme.contents;
  const lines = sections.map((section): ContentNode => {
    const target = section.id;
    return {
      stack: [
        { text: section.title, style: 'contentsLine', linkToDestination: target, tag: 'Reference' },
      ],
      tag: 'TOCI',
      contentsLine: { target, leader, numberWidth, numberGap },
    };
  });
  return {
    stack: [
      { text: heading, style: 'contentsHeading', tag: 'H1', keepWithNext: true },
      { stack: lines, tag: 'TOC' },
    ],
  };
}

/** Returns the introduction: the number of events, and the topics of each country. */
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
