import type { ContentNode, Float, Origin, StackNode, TextNode } from '../../../pdf/definition.ts';

/** A picture with its words. */
export interface Figure {
  /** Name in the picture register. */
  readonly image: string;
  /** Width by height, in any unit. */
  readonly proportions: { readonly width: number; readonly height: number };
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
export function printedSize(
  { width, height }: Figure['proportions'],
  room: FigureSize,
): { width: number; height: number } {
  const ratio = height / width;
  const printed = Math.min(room.width, room.maxHeight / ratio);
  return { width: printed, height: printed * ratio };
}

/** A picture with the text after it running beside it. */
export function figureBeside(
  figure: Figure,
  room: FigureSize,
  float: Omit<Float, 'width'>,
  styles: FigureStyles,
): StackNode {
  const size = printedSize(figure.proportions, room);
  return { stack: parts(figure, size, styles), float: { ...float, width: size.width } };
}

/** A picture across the text, centred where it is narrower, as its caption; `below` is in pt. */
export function figureAcross(
  figure: Figure,
  room: FigureSize,
  below: number,
  styles: FigureStyles,
): StackNode {
  const size = printedSize(figure.proportions, room);
  const [picture, caption] = parts(figure, size, styles);
  const beside = (room.width - size.width) / 2;
  return {
    stack: [picture, ...(caption ? [{ ...caption, margin: sideMargins(beside) }] : [])],
    spaceBelow: below,
    keepWithNext: true,
  };
}

function sideMargins(beside: number): [number, number, number, number] {
  return [beside, 0, beside, 0];
}

function parts(
  figure: Figure,
  size: { width: number; height: number },
  styles: FigureStyles,
): [ContentNode] | [ContentNode, TextNode] {
  const { image, alt, origin } = figure;
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
