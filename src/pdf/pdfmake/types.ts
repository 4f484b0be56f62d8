import documentContextModule from 'pdfmake/js/DocumentContext.js';
import toolsModule from 'pdfmake/js/helpers/tools.js';
import layoutBuilderModule from 'pdfmake/js/LayoutBuilder.js';
import lineModule from 'pdfmake/js/Line.js';
import pdfDocumentModule from 'pdfmake/js/PDFDocument.js';
import rendererModule from 'pdfmake/js/Renderer.js';
import svgMeasureModule from 'pdfmake/js/SVGMeasure.js';
import type { EmbeddedFont, PdfReference } from './fonts.ts';

// pdfmake's internal classes with types, which pdfmake does not publish. They describe the version pinned
// in package.json; tests/pdf/pdfmake-internals.test.ts fails if an update changes what is used here.

/** The font interface that pdfmake uses; `ascender` and `descender` in thousandths of the size. */
export interface PdfmakeFont {
  readonly ascender: number;
  readonly descender: number;
  /** Returns a width in pt. */
  widthOfString(text: string, size: number): number;
  /** Returns a height in pt. */
  lineHeight(size: number): number;
}

/** A word with its resolved style (pdfmake's "inline"); lengths in pt. */
export interface PdfmakeInline {
  text: string;
  x: number;
  width: number;
  height: number;
  font: PdfmakeFont;
  fontSize: number;
  leadingCut: number;
  trailingCut: number;
  leadingIndent?: number;
  alignment: string;
  characterSpacing: number;
  color: string;
  decoration: string | null;
  link: string | null;
  linkToDestination: string | null;
  noNewLine?: boolean;
  lineEnd?: boolean;
}

/** A line of text; its position is in pt from the page's top left corner. */
export interface LineItem<Run extends PdfmakeInline = PdfmakeInline> {
  x: number;
  y: number;
  maxWidth: number;
  inlines: Run[];
  inlineWidths: number;
  lastLineInParagraph?: boolean;
  getHeight(): number;
  getAscenderHeight(): number;
  addInline(inline: Run): void;
}

/** A node of the document definition after pdfmake has measured it. */
export interface MeasuredNode {
  [extension: string]: unknown;
  stack?: MeasuredNode[];
  text?: unknown;
  image?: string;
  svg?: string;
  id?: string;
  positions: PlacePosition[];
  /** The list item whose bullet this shape is; set by `labelMarkers`. */
  labelOf?: unknown;
  _inlines?: readonly Pick<PdfmakeInline, 'alignment' | 'leadingIndent'>[];
  _margin?: [number, number, number, number] | null;
  _width?: number;
  _height?: number;
}

/** Position of a placed node: its page from 1, and its distance in pt from the page's edges. */
export interface PlacePosition {
  readonly pageNumber: number;
  readonly top: number;
  readonly left: number;
}

/** pdfmake's drawing context: the current position and the size left, in pt. */
export interface Context {
  x: number;
  y: number;
  page: number;
  availableWidth: number;
  availableHeight: number;
  readonly pageMargins: { top: number; right: number; bottom: number; left: number };
  readonly pages: Page[];
  getCurrentPage(): Page;
  getCurrentPosition(): PlacePosition;
  moveDown(offset: number): boolean;
}

/** A laid-out page: its size in pt and its items in drawing order. */
export interface Page {
  readonly items: PageItem[];
  readonly pageSize: { readonly width: number; readonly height: number };
}

/** An item of a laid-out page. */
export interface PageItem {
  readonly type: string;
  /** A line of any runs, or a node. */
  readonly item: LineItem<never> & MeasuredNode;
}

/** A shape of a page; which coordinates it has depends on its type. */
export interface Vector {
  readonly type: string;
  x?: number;
  y?: number;
  x1?: number;
  y1?: number;
  x2?: number;
  y2?: number;
  readonly h?: number;
  readonly r2?: number;
  readonly points?: { x: number; y: number }[];
}

export declare class DocumentContextClass implements Context {
  x: number;
  y: number;
  page: number;
  availableWidth: number;
  availableHeight: number;
  readonly pageMargins: Context['pageMargins'];
  readonly pages: Page[];
  addPage(size: Page['pageSize'], margins: Context['pageMargins'] | null): void;
  initializePage(): void;
  getCurrentPage(): Page;
  getCurrentPosition(): PlacePosition;
  moveDown(offset: number): boolean;
  moveToNextPage(): { newPageCreated: boolean; prevPage: number; prevY: number; y: number };
}

interface Writer {
  context(): Context;
  /** Makes another context the current one, until `popContext`. */
  pushContext(context: Context): void;
  popContext(): void;
  addLine(line: LineItem): PlacePosition;
  addImage(node: MeasuredNode): PlacePosition;
  moveToNextPage(): void;
}

export declare class LayoutBuilderClass {
  constructor(
    pageSize: { width: number; height: number },
    pageMargins: Context['pageMargins'],
    svgMeasure: object,
  );
  protected writer: Writer;
  protected docMeasure: object;
  /** The nodes in the order in which they were placed. */
  protected readonly linearNodeList: MeasuredNode[];
  protected readonly svgMeasure: object;
  protected tryLayoutDocument(
    content: unknown,
    document: PdfDocument,
    styles: object,
    defaultStyle: object,
    ...rest: unknown[]
  ): unknown;
  layoutDocument(
    content: unknown,
    document: PdfDocument,
    styles: object,
    defaultStyle: object,
    background: undefined,
    header: undefined,
    footer: unknown,
  ): Page[];
  registerTableLayouts(layouts: object): void;
  protected processNode(node: MeasuredNode): void;
  protected processVerticalContainer(node: MeasuredNode): void;
  protected processLeaf(node: MeasuredNode): void;
  protected processList(ordered: boolean, node: MeasuredNode): void;
  protected processImage(node: MeasuredNode): void;
  protected processSVG(node: MeasuredNode): void;
  protected processCanvas(node: MeasuredNode): void;
}

export declare class SvgMeasureClass {
  measureSVG(svg: string): object;
  writeDimensions(svg: string, size: object): string;
}

export declare class RendererClass {
  constructor(document: PdfDocument);
  protected readonly pdfDocument: PdfDocument;
  renderPages(pages: Page[]): void;
  protected renderLine(line: LineItem, x: number, y: number): void;
  protected renderImage(image: MeasuredNode & { x: number; y: number }): void;
  protected renderSVG(image: MeasuredNode & { x: number; y: number }): void;
  protected renderVector(vector: MeasuredNode): void;
}

/** pdfkit's document with pdfmake's registries of fonts and images. */
export declare class PdfDocumentClass {
  constructor(
    fonts: object,
    images: object,
    patterns: object,
    attachments: object,
    options: object,
    virtualfs: null,
    localAccessPolicy: (path: string) => boolean,
  );
  readonly page: {
    readonly width: number;
    readonly height: number;
    readonly dictionary: PdfReference;
    readonly fonts: Record<string, PdfReference>;
    write(operators: string): void;
  };
  readonly outline: OutlineItem;
  readonly _root: PdfReference;
  /** The embedded fonts by name, in writing order. */
  protected readonly _fontFamilies: Record<string, EmbeddedFont>;
  protected _fontCount: number;
  font(file: Buffer): { readonly _font: EmbeddedFont };
  getFontFile(family: string, bold: boolean, italics: boolean): Buffer | null;
  provideFont(family: string, bold: boolean, italics: boolean): unknown;
  addContent(operators: string): this;
  protected flushPages(): void;
  /** Number of bytes written so far. */
  protected _offset: number;
  /** Writes bytes, or a line of Latin-1 text. */
  protected _write(data: string | Buffer): void;
  push(bytes: Buffer | null): boolean;
  protected _doOpacity(fill: number | null, stroke: number | null): void;
  fillColor(color: string): this;
  lineWidth(width: number): this;
  strokeColor(color: string): this;
  moveTo(x: number, y: number): this;
  lineTo(x: number, y: number): this;
  stroke(): this;
  ref(data?: object): PdfReference;
  addNamedDestination(name: string, kind: 'XYZ', x: number, y: number, zoom: null): void;
  link(x: number, y: number, width: number, height: number, url: string, options?: object): this;
  goTo(x: number, y: number, width: number, height: number, name: string, options?: object): this;
  struct(
    type: string,
    options?: { alt?: string; lang?: string; actual?: string },
  ): StructureElement;
  addStructure(element: StructureElement): this;
  markContent(tag: 'Artifact', options: { type: string }): this;
  markStructureContent(tag: string): StructureContent;
  endMarkedContent(): this;
  appendXML(xml: string): void;
  protected info: Record<string, unknown>;
  protected _addInfo(): void;
  on(event: 'data', listener: (chunk: Buffer) => void): this;
  on(event: 'end', listener: () => void): this;
  on(event: 'error', listener: (error: Error) => void): this;
  end(): void;
}

/** An outline item (bookmark), to which children can be added. */
export interface OutlineItem {
  readonly outlineData: Record<string, unknown>;
  addItem(title: string, options?: { expanded?: boolean }): OutlineItem;
}

/** Returns the default export of a module compiled by Babel; Node leaves it under `default`. */
export const unwrap = <T>(module: unknown): T => (module as { default: T }).default;

export const DocumentContext = unwrap<typeof DocumentContextClass>(documentContextModule);
/** Moves a shape. */
export const { offsetVector } = toolsModule as {
  offsetVector(vector: Vector, x: number, y: number): void;
};
export const LayoutBuilder = unwrap<typeof LayoutBuilderClass>(layoutBuilderModule);
export const Renderer = unwrap<typeof RendererClass>(rendererModule);
export const PdfDocument = unwrap<typeof PdfDocumentClass>(pdfDocumentModule);
export type PdfDocument = PdfDocumentClass;
export const Line =
  unwrap<new <Run extends PdfmakeInline>(maxWidth: number) => LineItem<Run>>(lineModule);
export const SvgMeasure = unwrap<typeof SvgMeasureClass>(svgMeasureModule);
export type SvgMeasure = SvgMeasureClass;

/** An element of the document's structure tree. */
export interface StructureElement {
  readonly dictionary: PdfReference;
  add(child: StructureElement | StructureContent): this;
  end(): void;
}

/** Marked content of a page that belongs to a structure element. */
export interface StructureContent {
  readonly refs: readonly unknown[];
}
