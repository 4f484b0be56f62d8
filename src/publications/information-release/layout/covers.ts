import type { ContentNode, StackNode, TextNode } from '../../../pdf/definition.ts';
import { drawingNamed, textBlock } from '../../shared/layout/page.ts';
import { colorNamed, paragraph, rule } from '../../shared/layout/text.ts';
import type { Cover, Masthead } from '../composed-issue.ts';
import type { StyleName } from '../theme.ts';
import type { LayoutContext } from './layout-context.ts';

/** Returns the front cover: emblem, names, title, dates, number and place, centred on the page. */
export function cover(words: Cover, context: LayoutContext): StackNode {
  const { theme } = context;
  const { margins, width, height } = theme.page;
  // The text block is off-centre by half the difference of the margins.
  const shift = (margins.left - margins.right) / 2;
  const { emblem } = theme.cover;
  return {
    stack: [
      {
        svg: drawingNamed(theme.cover.background, context),
        width,
        height,
        absolutePosition: { x: 0, y: 0 },
      },
      {
        svg: drawingNamed(emblem.file, context),
        width: emblem.width,
        alignment: 'center',
        margin: [0, emblem.above, 0, emblem.below],
        alt: words.emblem,
      },
      ...words.letters.map((line) => centred(line, 'coverLetters')),
      {
        ...centred(words.centre.join('\n'), 'coverCentre'),
        margin: [0, theme.cover.centreAbove, 0, 0],
      },
      titleBlock(words, context),
      ...(words.draft === undefined ? [] : [draftMark(words.draft, context)]),
      place(words.place, context),
    ],
    margin: [-shift, 0, shift, 0],
    tag: 'Sect',
  };
}

function titleBlock(words: Cover, { theme }: LayoutContext): ContentNode {
  return {
    stack: [
      centred(words.title, 'coverTitle'),
      centred(words.subtitle.join('\n'), 'coverSubtitle'),
      centred(words.note, 'coverNote'),
      centred(words.dates, 'coverDates'),
      centred(words.number, 'coverNumber'),
    ],
    absolutePosition: { x: theme.page.margins.right, y: theme.cover.titleFromTop },
  };
}

/** The word that marks a draft, between two rules. */
function draftMark(words: string, { theme }: LayoutContext): ContentNode {
  const { fromTop, rule: line } = theme.cover.draft;
  const { width, margins } = theme.page;
  const color = colorNamed(line.color, theme.colors);
  const offset = (width - line.length) / 2 - margins.right;
  const across = () => rule({ length: line.length, width: line.width, color, offset });
  return {
    stack: [across(), centred(words, 'coverDraft'), across()],
    absolutePosition: { x: theme.page.margins.right, y: fromTop },
  };
}

function place(words: string, { theme }: LayoutContext): ContentNode {
  const { page, cover } = theme;
  return {
    stack: [centred(words, 'coverPlace')],
    absolutePosition: { x: page.margins.right, y: page.height - cover.placeFromFoot },
  };
}

function centred(text: string, style: StyleName): TextNode {
  return { text, style };
}

/** Returns the back cover, on a page of its own: emblem, the centre's name and its address. */
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
