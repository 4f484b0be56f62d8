import type { Bookmark, ContentsLineNode, Float, LineDrawing, Origin } from '../definition.ts';
import type { LineItem, MeasuredNode } from '../pdfmake/types.ts';
import type { PlacedRun } from './styles.ts';
import type { Word } from './words.ts';

/** A measured node with the properties that definition.ts adds to pdfmake's. */
export type FlowNode = MeasuredNode & {
  stack?: FlowNode[];
  ul?: FlowNode[];
  ol?: FlowNode[];
  _gapSize?: { width: number };
  flush?: boolean;
  spaceAbove?: number;
  spaceBelow?: number;
  keepWithNext?: boolean;
  keepWithPrevious?: boolean;
  breakAfter?: string;
  breakBefore?: string;
  bookmark?: Bookmark;
  origin?: Origin;
  drawing?: LineDrawing;
  absolutePosition?: { x: number; y: number };
  float?: Float;
  clear?: boolean;
  contentsLine?: ContentsLineNode['contentsLine'];
  /** What a text node's lines are made of, and the height in pt of each. */
  words?: readonly Word[];
  leading?: number;
};

/** A line that knows the node it is a line of, and whether it is that node's first. */
export type FlowLine = LineItem<PlacedRun> & {
  node?: FlowNode;
  opensNode?: boolean;
  setting?: LineSetting;
};

/** How a line of a paragraph is set. */
export interface LineSetting {
  /** Number of the line in its paragraph, from 0, and the number of its lines. */
  readonly index: number;
  readonly count: number;
  /** Its word spaces as a part of natural ones; undefined where the line is not justified. */
  readonly spaces: number | undefined;
  readonly hyphenated: boolean;
}

/** Height in pt of each line of a text node. */
export function lineHeightOf(node: FlowNode): number {
  return node.leading ?? 0;
}

/**
 * Indent in pt of a text node's first line, the space for a drawing before it included; `ratio` is the
 * part of the style's indent that it has.
 */
export function indentOf(node: FlowNode, ratio: number): number {
  const drawing = node.drawing ? node.drawing.width + node.drawing.gap : 0;
  return (node._inlines?.[0]?.leadingIndent ?? 0) * ratio + drawing;
}

/** Alignment of a text node's lines. */
export function alignmentOf(node: FlowNode): string {
  return node._inlines?.[0]?.alignment ?? 'left';
}

/** The pieces a text node's lines are made of. */
export function wordsOf(node: FlowNode): readonly Word[] {
  return node.words ?? [];
}
