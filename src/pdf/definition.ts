// What a layout may ask of the PDF stage: pdfmake's document definition as far as the project uses
// it, and the properties that src/pdf adds to it. All lengths are in pt.

/** How text looks; what is absent is inherited from the node around it. */
export interface TextStyle {
  font?: string;
  fontSize?: number;
  bold?: boolean;
  italics?: boolean;
  color?: string;
  alignment?: 'left' | 'center' | 'right' | 'justify';
  characterSpacing?: number;
  lineHeight?: number;
  decoration?: 'underline';
  /** Indent of a paragraph's first line. */
  leadingIndent?: number;
}

/** A stretch of a paragraph in one style. */
export interface TextRun extends TextStyle {
  text: string;
  style?: string | string[];
  link?: string;
  linkToDestination?: string;
}

/** White space around a node; unlike pdfmake's margins it is dropped at a page's head and foot. */
export interface Spacing {
  spaceAbove?: number;
  spaceBelow?: number;
}

/** What a part of the document is, for those who have it read aloud (ISO 32000-1, 14.8.4). */
export type StructureTag =
  | 'Sect'
  | 'Art'
  | 'H1'
  | 'H2'
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
  | 'BlockQuote';

interface NodeBase extends Spacing {
  /** What the node is; text is a paragraph and a picture a figure where nothing is said. */
  tag?: StructureTag;
  style?: string | string[];
  /** Left, top, right, bottom; pdfmake's own, for what is to stay at a page's head too. */
  margin?: [number, number, number, number];
  pageBreak?: 'before';
  /** The node stays on the page of what follows it: with its float and at least two lines. */
  keepWithNext?: boolean;
  /** Place on the page, for what stands outside the text's flow. */
  absolutePosition?: { x: number; y: number };
  /** The node does not open a page: two lines of the paragraph before it come along. */
  keepWithPrevious?: boolean;
}

/** Where a text was written: the path of its value in the source, and the place in the value. */
export interface Origin {
  readonly path: readonly (string | number)[];
  readonly at: number;
}

/** A paragraph, a title, a line. */
export interface TextNode extends NodeBase, TextStyle {
  text: string | TextRun[];
  /** Name that links and the contents lead to. */
  id?: string;
  origin?: Origin;
  bookmark?: Bookmark;
  /** Characters after which the text may break; for addresses, which have no spaces. */
  breakAfter?: string;
  /** The same, before which it may break. */
  breakBefore?: string;
  /** The words are taken as one; with these two, broken there alone or where nothing else fits. */
  noWrap?: boolean;
  /** A drawing before the first line's text, on its capitals' height. */
  drawing?: LineDrawing;
  link?: string;
  linkToDestination?: string;
}

/** A drawing in a line of text, `gap` pt before it; it adorns and is not read aloud. */
export interface LineDrawing {
  svg: string;
  width: number;
  height: number;
  gap: number;
}

/** An entry of the viewer's bookmarks; level 1 is the top. */
export interface Bookmark {
  level: number;
  title: string;
}

/** A picture by its name in the picture register. */
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
  /** What the drawing shows; absent when it only adorns. */
  alt?: string;
}

/** Nodes one below the other. */
export interface StackNode extends NodeBase {
  stack: ContentNode[];
  /** The text after this stack runs beside it. */
  float?: Float;
  /** What follows this stack stands below every float in it. */
  clear?: boolean;
}

/** Where a float stands and how far the text stays away from it. */
export interface Float {
  side: 'left' | 'right';
  width: number;
  gutter: number;
  /** Least white space between the float's foot and a line of full width below it. */
  below: number;
  /** Indent of a paragraph's first line beside it, as a part of the usual one; 1 where left out. */
  indentRatio?: number;
}

/** A list with pdfmake's markers; a flush one stands no deeper than the list it is in. */
export type ListNode = NodeBase & { flush?: boolean } & (
    | { ul: ContentNode[] }
    | { ol: ContentNode[]; start?: number }
  );

/** A line of the contents: a title, leader dots, and the printed number of its target's page. */
export interface ContentsLineNode extends NodeBase {
  stack: [TextNode];
  contentsLine: {
    target: string;
    leader: string;
    numberWidth: number;
    /** Least white space before the number, in leaders. */
    numberGap: number;
  };
}

/** A rule or another shape of pdfmake's canvas. */
export interface CanvasNode extends NodeBase {
  canvas: Record<string, unknown>[];
}

/** Anything a page is made of. */
export type ContentNode =
  | TextNode
  | ImageNode
  | SvgNode
  | StackNode
  | ListNode
  | ContentsLineNode
  | CanvasNode;

/** How pages are counted: the first ones bear no number, the next is 1; nor do the last ones. */
export interface PageNumbering {
  readonly unnumberedPages: number;
  readonly unnumberedAtEnd: number;
}

/** A whole document, ready for the PDF stage. */
export interface DocumentDefinition {
  language: string;
  info: { title: string; author: string; subject: string; keywords: string };
  /** The date of the document in the file's metadata. */
  date: Date;
  pageSize: { width: number; height: number };
  pageMargins: { top: number; right: number; bottom: number; left: number };
  defaultStyle: TextStyle;
  styles: Record<string, TextStyle & Spacing>;
  numbering: PageNumbering;
  /** The folio's style, and how far its line stands above the page's foot. */
  folio: { style: string; fromEdge: number };
  /** How far under the baseline underlines stand and how thick they are, in sizes of the text. */
  underline: { below: number; width: number };
  /** White space that a viewer shows above a heading it has jumped to. */
  viewAbove: number;
  content: ContentNode[];
}

/** The bytes a document is set with, by the names its definition uses. */
export interface Resources {
  /** TrueType files by family and pdfmake's style name. */
  readonly fonts: Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', Buffer>>;
  /** JPEG files by name. */
  readonly pictures: Record<string, Buffer>;
}
