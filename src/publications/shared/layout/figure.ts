import type { ContentNode, Float, Origin, StackNode, TextNode } from '../../../pdf/definition.ts';
import type { FigureTheme } from '../theme-pieces.ts';

/** Width and height, in one unit. */
export interface Dimensions {
  readonly width: number;
  readonly height: number;
}

/** A picture with its alternative text, caption and credit. */
export interface Figure {
  /** Name of the picture in the document. */
  readonly image: string;
  /** Printed size in pt. */
  readonly size: Dimensions;
  readonly alt: string;
  readonly caption: string | undefined;
  readonly credit: string | undefined;
  /** Path of the photo in the issue. */
  readonly origin: Origin;
}

/** Style names of the text under a picture. */
export interface FigureStyles {
  readonly caption: string;
  readonly credit: string;
}

/** Maximum size of a printed picture, in pt. */
export interface MaxFigureSize {
  readonly width: number;
  readonly maxHeight: number;
}

/** Returns the printed size in pt: the maximum width, or less if the picture would be too tall. */
export function printedSize({ width, height }: Dimensions, maxSize: MaxFigureSize): Dimensions {
  const ratio = height / width;
  const printed = Math.min(maxSize.width, maxSize.maxHeight / ratio);
  return { width: printed, height: printed * ratio };
}

/** Returns the maximum printed size of a photo, in pt. @param textWidth width of the text block */
export function maxFigureSize(
  { side }: { readonly side: 'left' | 'right' | 'full' },
  { width, maxHeight, fullMaxHeight }: FigureTheme,
  textWidth: number,
): MaxFigureSize {
  return side === 'full' ? { width: textWidth, maxHeight: fullMaxHeight } : { width, maxHeight };
}

/** Returns a photo across the text, or one that the text flows around. */
export function photoFigure(
  { side, ...picture }: Omit<Figure, 'origin'> & { readonly side: 'left' | 'right' | 'full' },
  origin: Origin,
  context: {
    readonly theme: FigureTheme;
    readonly textWidth: number;
    readonly styles: FigureStyles;
  },
): StackNode {
  const { theme, textWidth, styles } = context;
  const figure: Figure = { ...picture, origin };
  if (side === 'full') {
    return figureAcross(figure, { width: textWidth, below: theme.fullBelow }, styles);
  }
  const { gutter, below, indentBeside } = theme;
  return figureBeside(figure, { side, gutter, below, indentRatio: indentBeside }, styles);
}

/** Returns a floating figure; the text after it runs beside it. */
export function figureBeside(
  figure: Figure,
  float: Omit<Float, 'width'>,
  styles: FigureStyles,
): StackNode {
  return { stack: figureParts(figure, styles), float: { ...float, width: figure.size.width } };
}

/**
 * Returns a figure centred in a column, with a caption as wide as the picture.
 * @param width of the column, in pt
 * @param below white space under the figure, in pt
 */
export function figureAcross(
  figure: Figure,
  { width, below }: { readonly width: number; readonly below: number },
  styles: FigureStyles,
): StackNode {
  const [picture, caption] = figureParts(figure, styles);
  const beside = (width - figure.size.width) / 2;
  return {
    stack: [picture, ...(caption ? [{ ...caption, margin: sideMargins(beside) }] : [])],
    spaceBelow: below,
    keepWithNext: true,
  };
}

/** Returns margins of the same width at the left and right, in pt. */
export function sideMargins(beside: number): [number, number, number, number] {
  return [beside, 0, beside, 0];
}

/** Returns the picture and the line with its caption and credit, if it has one. */
export function figureParts(
  figure: Figure,
  styles: FigureStyles,
): [ContentNode] | [ContentNode, TextNode] {
  const { image, size, alt, origin } = figure;
  const picture: ContentNode = { image, ...size, alignment: 'center', alt, origin };
  const line = captionLine(figure, styles);
  return line ? [picture, line] : [picture];
}

function captionLine(
  { caption, credit, origin }: Figure,
  styles: FigureStyles,
): TextNode | undefined {
  if (caption === undefined && credit === undefined) return undefined;
  const separator = caption !== undefined && credit !== undefined ? ' ' : '';
  return {
    text: [
      { text: `${caption ?? ''}${separator}` },
      ...(credit === undefined ? [] : [{ text: credit, style: styles.credit }]),
    ],
    style: styles.caption,
    tag: 'Caption',
    origin,
  };
}
