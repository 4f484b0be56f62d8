import type { ContentNode, DocumentDefinition, StackNode } from '../../../pdf/definition.ts';
import { closingBlock, emblemWithStatement } from '../../shared/layout/closing-block.ts';
import { buildStyles, drawingNamed, textBlock } from '../../shared/layout/page.ts';
import { breakableParagraph, colorNamed } from '../../shared/layout/text.ts';
import type { ComposedNewsletter } from '../composed-newsletter.ts';
import type { Theme } from '../theme.ts';
import { fullArticle, shortArticles } from './article.ts';
import { statements } from './statements.ts';

/** Input of the layout beside the composed newsletter. */
export interface LayoutContext {
  readonly theme: Theme;
  /** The template's drawings by file name, as SVG text. */
  readonly drawings: ReadonlyMap<string, string>;
}

/** Digits of a page number: 01. */
const DIGITS = 2;

/** Builds the document definition of a newsletter. */
export function buildDefinition(
  newsletter: ComposedNewsletter,
  context: LayoutContext,
): DocumentDefinition {
  const { theme } = context;
  const { page, closing } = theme;
  const emblem = drawingNamed(closing.emblem.file, context);
  return {
    language: newsletter.language,
    info: newsletter.document,
    date: new Date(`${newsletter.date}T00:00:00Z`),
    pageSize: { width: page.width, height: page.height },
    pageMargins: page.margins,
    ...buildStyles(theme),
    numbering: { unnumberedPages: 0, unnumberedAtEnd: 0, digits: DIGITS },
    underline: theme.underline,
    viewAbove: page.viewAbove,
    folio: { style: 'folio', fromEdge: page.folioFromEdge },
    content: [
      bars(theme),
      ...draftMark(newsletter),
      brand(newsletter, emblem, theme),
      ...contentsBox(newsletter, theme),
      ...newsletter.articles.map((article) => fullArticle(article, theme)),
      ...shortArticles(newsletter.briefs, theme),
      ...ending(newsletter, emblem, theme),
    ],
  };
}

function bars({ page, bars, colors }: Theme): ContentNode {
  const topOf = (index: number) =>
    bars.slice(0, index).reduce((sum, { height }) => sum + height, 0);
  return {
    canvas: bars.map(({ height, color }, index) => ({
      type: 'rect',
      x: 0,
      y: topOf(index),
      w: page.width,
      h: height,
      color: colorNamed(color, colors),
    })),
    absolutePosition: { x: 0, y: 0 },
  };
}

function draftMark({ draft }: ComposedNewsletter): ContentNode[] {
  if (draft === undefined) return [];
  return [{ text: draft, style: 'draft', origin: { path: ['draft'], at: 0 } }];
}

/** The programme's name and the number of the newsletter; on the right the emblem and its statement. */
function brand(
  { brand: { name, programme, issue, period }, closing: { funder } }: ComposedNewsletter,
  emblem: string,
  theme: Theme,
): StackNode {
  const { emblemSide, gutter, below } = theme.brand;
  const names: StackNode = {
    stack: [
      { text: name, style: 'brandName' },
      { text: programme, style: 'brandProgramme' },
      { text: issue, style: 'brandIssue', tag: 'H1' },
      { text: period, style: 'brandPeriod' },
    ],
  };
  if (!funder) return { ...names, spaceBelow: below };
  const side = emblemWithStatement(funder, { theme: theme.closing, emblem, width: emblemSide });
  const widths = [textBlock(theme).width - gutter - emblemSide, emblemSide];
  return { stack: [names, side], sideBySide: { gutter, widths }, spaceBelow: below };
}

function contentsBox({ contents }: ComposedNewsletter, theme: Theme): StackNode[] {
  if (contents.lines.length === 0) return [];
  const { color, padding, headingWidth, gutter, leader, below, ...numbers } = theme.contents;
  const inner = textBlock(theme).width - padding.left - padding.right;
  const lines: StackNode = {
    stack: contents.lines.map(
      ({ text, path, target }): ContentNode => ({
        stack: [
          {
            text,
            style: 'contentsLine',
            linkToDestination: target,
            tag: 'Reference',
            origin: { path, at: 0 },
          },
        ],
        tag: 'TOCI',
        contentsLine: {
          target,
          leader,
          numberWidth: numbers.numberWidth,
          numberGap: numbers.numberGap,
          numberPrefix: `${contents.page} `,
        },
      }),
    ),
    tag: 'TOC',
  };
  const heading: ContentNode = { text: contents.heading, style: 'contentsHeading' };
  return [
    {
      stack: [
        {
          stack: [heading, lines],
          sideBySide: { gutter, widths: [headingWidth, inner - headingWidth - gutter] },
        },
      ],
      box: {
        padding: [padding.left, padding.top, padding.right, padding.bottom],
        color: colorNamed(color, theme.colors),
      },
      spaceBelow: below,
    },
  ];
}

/** Returns the parts of the programme; they stay with the closing block, which is not alone on its page. */
function ending(newsletter: ComposedNewsletter, emblem: string, theme: Theme): ContentNode[] {
  const { closing, colors } = theme;
  const width = textBlock(theme).width;
  const block = closingBlock(newsletter.closing, { theme: closing, colors, emblem, width });
  const parts = [...statements(newsletter, theme), ...contactLine(newsletter, theme)];
  if (block.length === 0) return parts;
  return [...parts.map((node) => ({ ...node, keepWithNext: true })), ...block];
}

function contactLine({ contact }: ComposedNewsletter, theme: Theme): ContentNode[] {
  if (!contact) return [];
  const origin = contact.path && { path: contact.path, at: 0 };
  const line = breakableParagraph(contact.content, { text: 'contact', link: 'link' }, origin);
  return [{ ...line, spaceAbove: theme.contactAbove }];
}
