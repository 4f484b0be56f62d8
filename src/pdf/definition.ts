// The document definition that layouts pass to the PDF engine: the part of pdfmake's definition that the
// project uses, and the properties that src/pdf adds. All lengths are in pt.

import type {
  Box,
  ColumnFloat,
  ColumnFlow,
  Grid,
  Numerals,
  SideBySide,
} from './definition-blocks.ts';

/** The properties of blocks, in a file of their own. */
export type {
  Box,
  ColumnFloat,
  ColumnFlow,
  Grid,
  Numerals,
  SideBySide,
} from './definition-blocks.ts';

/** Style of a text; absent properties are inherited from the parent node. */
export interface TextStyle {
  font?: string;
  fontSize?: number;
  bold?: boolean;
  italics?: boolean;
  color?: string;
  alignment?: 'left' | 'center' | 'right' | 'justify';
  characterSpacing?: number;
  lineHeight?: number;
  /** `none` removes the decoration of the parent node. */
  decoration?: 'underline' | 'none';
  /** Indent of a paragraph's first line. */
  leadingIndent?: number;
}

/** A run of text in one style within a paragraph. */
export interface TextRun extends TextStyle {
  text: string;
  /** The run is broken only where the node's rules allow it. */
  noWrap?: boolean;
  style?: string | string[];
  link?: string;
  linkToDestination?: string;
}

/** White space around a node; unlike pdfmake's margins, it is dropped at a page's head and foot. */
export interface Spacing {
  spaceAbove?: number;
  spaceBelow?: number;
}

/** Structure type of a node, for assistive technology. Source: ISO 32000-1, 14.8.4. */
export type StructureTag =
  | 'Sect'
  | 'Art'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'Figure'
  | 'Caption'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'BlockQuote'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD';

interface NodeBase extends Spacing {
  /** Structure type; by default, text is a paragraph (P) and a picture a Figure. */
  tag?: StructureTag;
  style?: string | string[];
  /** pdfmake's margin: left, top, right, bottom; kept at a page's head and foot. */
  margin?: [number, number, number, number];
  pageBreak?: 'before';
  /** The node stays on the page of what follows it: its float and at least two lines of text. */
  keepWithNext?: boolean;
  /** Position on the page of a node outside the text flow. */
  absolutePosition?: { x: number; y: number };
  /** The node never begins a page: two lines of the paragraph before it move with it. */
  keepWithPrevious?: boolean;
  /** The node starts below every float. */
  belowFloats?: boolean;
  /** A child of a column flow that stands across the columns; the columns above it are balanced. */
  acrossColumns?: boolean;
  /** The node and what is in it are not read aloud, such as a pull quote that repeats the text. */
  artifact?: boolean;
}

/** Origin of a text: the path of its value in the source, and the offset in that value. */
export interface Origin {
  readonly path: readonly (string | number)[];
  readonly at: number;
}

/** A paragraph, a title or another text. */
export interface TextNode extends NodeBase, TextStyle {
  text: string | TextRun[];
  /** Target name for links and the contents. */
  id?: string;
  origin?: Origin;
  bookmark?: Bookmark;
  /** Characters after which a line may break; for URLs, which have no spaces. */
  breakAfter?: string;
  /** Characters before which a line may break. */
  breakBefore?: string;
  /** Only web and mail addresses are broken at `breakAfter` and `breakBefore`; the run has `noWrap`. */
  breaksAddresses?: boolean;
  /** The end of a number in a grid, from its decimal point on: the points of a column are aligned. */
  numberTail?: string;
  /** Lines break only at `breakAfter` and `breakBefore`, or anywhere if the text fits no line. */
  noWrap?: boolean;
  /** A drawing before the text of the first line, vertically centred on its capitals. */
  drawing?: LineDrawing;
  link?: string;
  linkToDestination?: string;
}

/** A decorative drawing `gap` pt before a line of text; not read aloud. */
export interface LineDrawing {
  svg: string;
  width: number;
  height: number;
  gap: number;
}

/** A bookmark in the document outline; level 1 is the top. */
export interface Bookmark {
  level: number;
  title: string;
}

/** A picture, by its name in `Resources.pictures`. */
export interface ImageNode extends NodeBase {
  image: string;
  width: number;
  height: number;
  alignment?: TextStyle['alignment'];
  alt: string;
  origin?: Origin;
}

/** A drawing. */
export interface SvgNode extends NodeBase {
  svg: string;
  width?: number;
  height?: number;
  alignment?: TextStyle['alignment'];
  /** Alternative text; absent if the drawing is decorative. */
  alt?: string;
}

/** Nodes stacked vertically. */
export interface StackNode extends NodeBase {
  stack: ContentNode[];
  /** The text after this stack flows around it. */
  float?: Float;
  /** What follows this stack starts below every float in it. */
  clear?: boolean;
  /** The stack is laid out in columns. It has none of the properties below. */
  columnFlow?: ColumnFlow;
  /** The stack floats in the column flow that it stands in. Its margins are ignored. */
  columnFloat?: ColumnFloat;
  /** The stack stays together; it may have a ground. */
  box?: Box;
  /** The children are placed beside each other. */
  sideBySide?: SideBySide;
  /** The children are the rows of a grid, each with its cells beside each other. */
  grid?: Grid;
  /**
   * The stack stays together at the foot of its page; of the next page if it does not fit. It is the
   * last node of a document.
   */
  atPageFoot?: boolean;
}

/** Side and width of a float, and its distance from the text. */
export interface Float {
  side: 'left' | 'right';
  width: number;
  gutter: number;
  /** Least white space between the float and a full-width line below it. */
  below: number;
  /** Factor of a first line's indent beside the float; 1 by default. */
  indentRatio?: number;
}

/** A list with pdfmake's markers; a flush list is not indented. */
export type ListNode = NodeBase & { flush?: boolean } & (
    | { ul: ContentNode[] }
    | { ol: ContentNode[]; start?: number; numerals?: Numerals }
  );

/** A line of the contents: a title, leader dots (none if empty), and the page number of its target. */
export interface ContentsLineNode extends NodeBase {
  stack: [TextNode];
  contentsLine: {
    target: string;
    leader: string;
    numberWidth: number;
    /** Least white space before the number, in widths of the leader. */
    numberGap: number;
    /** Text before the number, such as "Page ". */
    numberPrefix?: string;
  };
}

/** Vector shapes, such as rules, for pdfmake's canvas. */
export interface CanvasNode extends NodeBase {
  canvas: Record<string, unknown>[];
}

/** Any node of a document's content. */
export type ContentNode =
  | TextNode
  | ImageNode
  | SvgNode
  | StackNode
  | ListNode
  | ContentsLineNode
  | CanvasNode;

/** Page numbering: the page after the first unnumbered pages is page 1. */
export interface PageNumbering {
  /** Pages at the beginning that are not counted. */
  readonly unnumberedPages: number;
  /** Pages at the end that are counted but print no number. */
  readonly unnumberedAtEnd: number;
  /** A document of one page prints no number. */
  readonly unnumberedIfSingle?: boolean;
  /** Least number of digits in folios, contents and page labels: 1 by default, 2 for 01. */
  readonly digits?: number;
}

/** A document definition, ready for the PDF engine. */
export interface DocumentDefinition {
  language: string;
  info: { title: string; author: string; subject: string; keywords: string };
  /** Creation and modification date in the file's metadata. */
  date: Date;
  pageSize: { width: number; height: number };
  pageMargins: { top: number; right: number; bottom: number; left: number };
  defaultStyle: TextStyle;
  styles: Record<string, TextStyle & Spacing>;
  numbering: PageNumbering;
  /** Style of the folio (page number), and its distance from the page's lower edge. */
  folio: { style: string; fromEdge: number };
  /** Distance of underlines from the baseline and their thickness, as fractions of the font size. */
  underline: { below: number; width: number };
  /** White space that a viewer shows above a heading after a jump to it. */
  viewAbove: number;
  content: ContentNode[];
}

/** Font and picture files of a document, by the names that its definition uses. */
export interface Resources {
  /** TrueType files by family and pdfmake's style name. */
  readonly fonts: Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', Buffer>>;
  /** JPEG files by name. */
  readonly pictures: Record<string, Buffer>;
}

/** A text on one line in one style, to be measured before a document is laid out. */
export interface MeasuredLine {
  readonly text: string;
  /** A family of the fonts. */
  readonly font: string;
  readonly bold: boolean;
  readonly italics: boolean;
  readonly fontSize: number;
  readonly characterSpacing: number;
}

/** Measures lines: their widths in pt, in their order. The widths are cached under `name`. */
export type MeasureLines = (
  name: string,
  lines: readonly MeasuredLine[],
  fonts: Resources['fonts'],
) => Promise<readonly number[]>;
