import type { ContentNode, Origin, StackNode } from '../../../pdf/definition.ts';
import { body, bodyStyles } from '../../shared/layout/body.ts';
import { figureAcross, type MaxFigureSize } from '../../shared/layout/figure.ts';
import { textBlock } from '../../shared/layout/page.ts';
import { colorNamed, rule } from '../../shared/layout/text.ts';
import type { BodyPart, ComposedArticle, PlacedPhoto } from '../composed-newsletter.ts';
import type { ArticlePhoto } from '../schema.ts';
import { spreadPhotos } from '../spread-photos.ts';
import type { Theme } from '../theme.ts';

const CAPTION_STYLES = { caption: 'caption', credit: 'credit' };

/** Returns the maximum printed size of a photo, in pt: as wide as a column, or as all of them. */
export function maxPhotoSize(side: ArticlePhoto['side'], theme: Theme): MaxFigureSize {
  const { width } = textBlock(theme);
  const { maxHeight, fullMaxHeight } = theme.photo;
  return side === 'full'
    ? { width, maxHeight: fullMaxHeight }
    : { width: columnWidth(theme), maxHeight };
}

/** Returns the width of a column in pt. */
export function columnWidth(theme: Theme): number {
  const { count, gutter } = theme.columns;
  return (textBlock(theme).width - gutter * (count - 1)) / count;
}

/** Returns an article with its title across the columns; its text ends in balanced columns. */
export function fullArticle(article: ComposedArticle, theme: Theme): StackNode {
  const { width } = textBlock(theme);
  const first = article.photos.find(({ photo }) => photo.side === 'full');
  const others = article.photos.filter((photo) => photo !== first);
  return {
    stack: [
      titleRule(width, theme),
      title(article, 'title'),
      ...(first ? [figure(first, theme)] : []),
      { stack: story(article, others, theme), columnFlow: { ...theme.columns } },
    ],
    tag: 'Art',
    spaceBelow: theme.articleBelow,
    ...(article.newPage && { pageBreak: 'before' as const }),
  };
}

/** Returns short articles, which share columns. */
export function shortArticles(articles: readonly ComposedArticle[], theme: Theme): StackNode[] {
  if (articles.length === 0) return [];
  const stack = articles.map(
    (article): StackNode => ({
      stack: [
        titleRule(columnWidth(theme), theme),
        title(article, 'briefTitle'),
        ...story(article, article.photos, theme),
      ],
      tag: 'Art',
      spaceBelow: theme.articleBelow,
      ...(article.newPage && { pageBreak: 'before' as const }),
    }),
  );
  // White space above the first node of columns is dropped.
  return [{ stack, columnFlow: { ...theme.columns }, spaceAbove: theme.titleRule.above }];
}

function titleRule(length: number, { titleRule: { color, width, above, below }, colors }: Theme) {
  const line = rule({ length, width, color: colorNamed(color, colors) });
  return { ...line, spaceAbove: above, spaceBelow: below, keepWithNext: true };
}

function title({ id, path, title, printedTitle }: ComposedArticle, style: string): ContentNode {
  return {
    text: printedTitle,
    style,
    tag: 'H2',
    id,
    origin: originOf([...path, 'title']),
    bookmark: { level: 1, title },
    keepWithNext: true,
  };
}

/** Returns the text of an article with its photos and pull quotes, for a column. */
function story(
  { body: parts, path }: ComposedArticle,
  photos: readonly PlacedPhoto[],
  theme: Theme,
): ContentNode[] {
  const text = parts.flatMap((part) => bodyPart(part, [...path, 'body'], theme));
  return spreadPhotos(
    text,
    photos.map((photo) => floatingFigure(photo, theme)),
  );
}

function bodyPart(part: BodyPart, path: Origin['path'], theme: Theme): ContentNode[] {
  const styles = bodyStyles(theme, 'H3');
  if (part.kind === 'text') return body([part.block], styles, path);
  const { color, padding, rule: line, above, below } = theme.pullQuote;
  const { colors } = theme;
  return [
    {
      stack: body(part.quote.blocks, { ...styles, text: 'pullQuote' }, path),
      box: {
        padding: [padding.left, padding.top, padding.right, padding.bottom],
        ...(color !== undefined && { color: colorNamed(color, colors) }),
        rules: [{ side: 'left', width: line.width, color: colorNamed(line.color, colors) }],
      },
      tag: 'BlockQuote',
      spaceAbove: above,
      spaceBelow: below,
      ...(part.isRepeated && { artifact: true }),
    },
  ];
}

function floatingFigure(placed: PlacedPhoto, theme: Theme): ContentNode {
  const across = placed.photo.side === 'full';
  const { spaceBelow: below = 0, keepWithNext: _, ...block } = figure(placed, theme);
  return { ...block, columnFloat: { across, below } };
}

function figure({ photo, path }: PlacedPhoto, theme: Theme): StackNode {
  const width = photo.side === 'full' ? textBlock(theme).width : columnWidth(theme);
  const place = { width, below: theme.photo.below };
  return figureAcross({ ...photo, origin: originOf(path) }, place, CAPTION_STYLES);
}

function originOf(path: Origin['path']): Origin {
  return { path, at: 0 };
}
