import type { ContentNode, LineDrawing, StackNode, TextNode } from '../../../pdf/definition.ts';
import type { ComposedPhoto } from '../../shared/compose-texts.ts';
import { body, bodyStyles } from '../../shared/layout/body.ts';
import { photoFigure } from '../../shared/layout/figure.ts';
import { textBlock } from '../../shared/layout/page.ts';
import { address } from '../../shared/layout/text.ts';
import type { Placed } from '../../shared/schema-pieces.ts';
import type { ComposedArticle, ComposedSection, ComposedSource } from '../composed-issue.ts';
import type { LayoutContext } from './layout-context.ts';

const FIGURE_STYLES = { caption: 'caption', credit: 'credit' };

/** Returns the node of an article: title, photo with the text beside it, lead, body, source. */
export function article(item: ComposedArticle, context: LayoutContext): StackNode {
  const styles = bodyStyles(context.theme, 'H3');
  const [first] = item.photos;
  const origin = (field: string) => ({ path: [...item.path, field], at: 0 });
  const lead: ContentNode[] =
    item.lead === undefined ? [] : [{ text: item.lead, style: 'lead', origin: origin('lead') }];
  return {
    stack: [
      {
        text: item.printedTitle,
        style: 'articleTitle',
        tag: 'H2',
        origin: origin('title'),
        bookmark: { level: 2, title: item.printedTitle },
        keepWithNext: true,
      },
      ...(first ? [figure(first, context)] : []),
      ...lead,
      ...body(item.body, styles, [...item.path, 'body']),
      ...item.sources.map(sourceLine),
    ],
    clear: true,
    tag: 'Art',
  };
}

function sourceLine({ address: url, printedAddress, path }: ComposedSource): TextNode {
  return {
    ...address(url, printedAddress, 'source'),
    origin: { path, at: 0 },
    keepWithPrevious: true,
  };
}

function figure(
  { value: photo, path }: Placed<ComposedPhoto>,
  { theme }: LayoutContext,
): StackNode {
  const { width: textWidth } = textBlock(theme);
  const origin = { path, at: 0 };
  return photoFigure(photo, origin, { theme: theme.photo, textWidth, styles: FIGURE_STYLES });
}

/** Proportions of the drawings in country-flag-icons/string/3x2. */
const FLAG_RATIO = 3 / 2;

/** Returns a country's section, which begins on a new page: its name with the flag, then its articles. */
export function section(part: ComposedSection, context: LayoutContext): ContentNode {
  const flag = flagBefore(part, context);
  const heading: TextNode = {
    text: part.title,
    style: 'sectionHeading',
    tag: 'H1',
    id: part.id,
    bookmark: { level: 1, title: part.title },
    keepWithNext: true,
    pageBreak: 'before',
    ...(flag && { drawing: flag }),
  };
  const articles = part.articles.map((item) => article(item, context));
  return { stack: [heading, ...articles], tag: 'Sect' };
}

function flagBefore(
  { flag: svg }: ComposedSection,
  { theme }: LayoutContext,
): LineDrawing | undefined {
  if (svg === undefined) return undefined;
  const { flagHeight: height, flagGap: gap } = theme.section;
  return { svg, height, width: height * FLAG_RATIO, gap };
}
