import type {
  Bookmark,
  ContentsLineNode,
  Float,
  LineDrawing,
  Numerals,
  Origin,
  StackNode,
} from '../definition.ts';
import type { LineItem, MeasuredNode } from '../pdfmake/types.ts';
import type { PlacedRun } from './styles.ts';
import type { Word } from './words.ts';

/** A measured node with the properties that definition.ts adds to pdfmake's. */
export type FlowNode = MeasuredNode &
  Pick<StackNode, 'columnFlow' | 'columnFloat' | 'box' | 'sideBySide' | 'grid' | 'atPageFoot'> & {
    stack?: FlowNode[];
    ul?: FlowNode[];
    ol?: FlowNode[];
    _gapSize?: { width: number };
    flush?: boolean;
    spaceAbove?: number;
    spaceBelow?: number;
    keepWithNext?: boolean;
    keepWithPrevious?: boolean;
    belowFloats?: boolean;
    acrossColumns?: boolean;
    numberTail?: string;
    breaksAddresses?: boolean;
    pageBreak?: 'before' | undefined;
    numerals?: Numerals;
    /** Height in pt of the number of a list item, if it has a style of its own. */
    numeralHeight?: number;
    start?: number;
    breakAfter?: string;
    breakBefore?: string;
    bookmark?: Bookmark;
    origin?: Origin;
    drawing?: LineDrawing;
    absolutePosition?: { x: number; y: number };
    float?: Float;
    clear?: boolean;
    contentsLine?: ContentsLineNode['contentsLine'];
    /** The pieces of a text node, and its line height in pt. */
    words?: readonly Word[];
    leading?: number;
  };

/** A line with its text node, and whether it is the node's first line. */
export type FlowLine = LineItem<PlacedRun> & {
  node?: FlowNode;
  opensNode?: boolean;
  setting?: LineSetting;
};

/** Position of a line in its paragraph, and how it was justified. */
export interface LineSetting {
  /** Index of the line in its paragraph, from 0, and the paragraph's number of lines. */
  readonly index: number;
  readonly count: number;
  /** Width of its word spaces, divided by their natural width; undefined if not justified. */
  readonly spaces: number | undefined;
  readonly hyphenated: boolean;
}

/** Returns the line height of a text node in pt. */
export function lineHeightOf(node: FlowNode): number {
  return node.leading ?? 0;
}

/**
 * Returns the indent of a text node's first line in pt: `ratio` times the indent of its style, plus the
 * space for a drawing before the line.
 */
export function indentOf(node: FlowNode, ratio: number): number {
  const drawing = node.drawing ? node.drawing.width + node.drawing.gap : 0;
  return (node._inlines?.[0]?.leadingIndent ?? 0) * ratio + drawing;
}

/** Returns the alignment of a text node; left by default. */
export function alignmentOf(node: FlowNode): string {
  return node._inlines?.[0]?.alignment ?? 'left';
}

/** Returns the unbreakable pieces of a text node. */
export function wordsOf(node: FlowNode): readonly Word[] {
  return node.words ?? [];
}
