import type { ContentNode, Float, Origin, StackNode, TextNode } from '../../../pdf/definition.ts';

/** Width and height, in one unit. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture with its words. */
export interface Figure {
  /** Name in the picture register. */
  readonly image: string;
  /** Printed size in pt. */
  readonly size: Size;
  readonly alt: string;
  readonly caption: string | undefined;
  readonly credit: string | undefined;
  /** Where the picture was named. */
  readonly origin: Origin;
}

/** Names of the styles under a picture. */
export interface FigureStyles {
  readonly caption: string;
  readonly credit: string;
}

/** Greatest size of a printed picture, in pt. */
export interface FigureSize {
  readonly width: number;
  readonly maxHeight: number;
}

/** The size in pt at which a picture is printed: the room's width, or less where it is too tall. */
export function printedSize({ width, height }: Size, maxSize: FigureSize): Size {
  const ratio = height / width;
  const printed = Math.min(maxSize.width, maxSize.maxHeight / ratio);
  return { width: printed, height: printed * ratio };
}

/** A picture with the text after it running beside it. */
export function figureBeside(
  figure: Figure,
  float: Omit<Float, 'width'>,
  styles: FigureStyles,
): StackNode {
  return { stack: parts(figure, styles), float: { ...float, width: figure.size.width } };
}

/**
 * A picture across a column, with its caption as wide as the picture.
 * @param width the column's, in pt
 * @param below white space under it, in pt
 */
export function figureAcross(
  figure: Figure,
  { width, below }: { readonly width: number; readonly below: number },
  styles: FigureStyles,
): StackNode {
  const [picture, caption] = parts(figure, styles);
  const beside = (width - figure.size.width) / 2;
  return {
    stack: [picture, ...(caption ? [{ ...caption, margin: sideMargins(beside) }] : [])],
    spaceBelow: below,
    keepWithNext: true,
  };
}

function sideMargins(beside: number): [number, number, number, number] {
  return [beside, 0, beside, 0];
}

function parts(figure: Figure, styles: FigureStyles): [ContentNode] | [ContentNode, TextNode] {
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
