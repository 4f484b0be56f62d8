import type { ContentNode, LineDrawing, StackNode, TextNode } from '../../../pdf/definition.ts';
import type { ComposedPhoto } from '../../shared/compose-texts.ts';
import { body, bodyStyles } from '../../shared/layout/body.ts';
import { photoFigure } from '../../shared/layout/figure.ts';
import { textBlock } from '../../shared/layout/page.ts';
import { figureRows } from '../../shared/layout/photo-rows.ts';
import { address, withName } from '../../shared/layout/text.ts';
import type { Placed } from '../../shared/schema-pieces.ts';
import type {
  ArticleReference,
  ComposedArticle,
  ComposedSection,
  ComposedSource,
} from '../composed-issue.ts';
import type { LayoutContext } from './layout-context.ts';

const FIGURE_STYLES = { caption: 'caption', credit: 'credit' };

/** Returns the node of an article: title, photo with the text beside it, lead, body, source. */
export function article(item: ComposedArticle, context: LayoutContext): StackNode {
  const styles = bodyStyles(context.theme, 'H3');
  const [first, ...others] = item.photos;
  const origin = (field: string) => ({ path: [...item.path, field], at: 0 });
  const lead: ContentNode[] =
    item.lead === undefined ? [] : [{ text: item.lead, style: 'lead', origin: origin('lead') }];
  return {
    stack: [
      {
        text: item.printedTitle,
        style: 'articleTitle',
        tag: 'H2',
        ...(item.also.length > 0 && { id: item.id }),
        origin: origin('title'),
        bookmark: { level: 2, title: item.printedTitle },
        keepWithNext: true,
      },
      ...(first ? [figure(first, context)] : []),
      ...lead,
      ...body(item.body, styles, [...item.path, 'body']),
      ...rows(others, context),
      ...item.sources.map(sourceLine),
    ],
    clear: true,
    tag: 'Art',
  };
}

function sourceLine({ address: url, printedAddress, label, path }: ComposedSource): TextNode {
  const line = address(url, printedAddress, 'source');
  const name = label === undefined ? undefined : { text: `${label} `, style: 'sourceName' };
  return { ...withName(line, name), origin: { path, at: 0 }, keepWithPrevious: true };
}

function figure(
  { value: photo, path }: Placed<ComposedPhoto>,
  { theme }: LayoutContext,
): StackNode {
  const { width: textWidth } = textBlock(theme);
  const origin = { path, at: 0 };
  return photoFigure(photo, origin, { theme: theme.photo, textWidth, styles: FIGURE_STYLES });
}

/** The photos after the first one, in rows. */
function rows(photos: readonly Placed<ComposedPhoto>[], { theme }: LayoutContext): StackNode[] {
  const { width } = textBlock(theme);
  const figures = photos.map(({ value: { side, ...photo }, path }) => ({
    ...photo,
    origin: { path, at: 0 },
    isAlone: side === 'full',
  }));
  const { rows: rowTheme, thinnest: minHeight } = theme.photo;
  return figureRows(figures, { width, minHeight, theme: rowTheme }, FIGURE_STYLES);
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
  const references = part.references.map((one) => reference(one, context));
  return { stack: [heading, ...articles, ...references], tag: 'Sect' };
}

/** Returns the line that leads to an article of another section, with the number of its page. */
function reference(
  { target, text, page, path }: ArticleReference,
  { theme }: LayoutContext,
): ContentNode {
  const { leader, numberWidth, numberGap } = theme.reference;
  const line: TextNode = {
    text,
    style: 'reference',
    linkToDestination: target,
    tag: 'Reference',
    origin: { path, at: 0 },
    keepWithPrevious: true,
  };
  return {
    stack: [line],
    tag: 'P',
    contentsLine: { target, leader, numberWidth, numberGap, numberPrefix: `${page} ` },
    keepWithPrevious: true,
  };
}

function flagBefore(
  { flag: svg }: ComposedSection,
  { theme }: LayoutContext,
): LineDrawing | undefined {
  if (svg === undefined) return undefined;
  const { flagHeight: height, flagGap: gap } = theme.section;
  return { svg, height, width: height * FLAG_RATIO, gap };
}
