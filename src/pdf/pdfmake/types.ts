import layoutBuilderModule from 'pdfmake/js/LayoutBuilder.js';
import lineModule from 'pdfmake/js/Line.js';
import pdfDocumentModule from 'pdfmake/js/PDFDocument.js';
import rendererModule from 'pdfmake/js/Renderer.js';
import svgMeasureModule from 'pdfmake/js/SVGMeasure.js';
import type { EmbeddedFont, PdfReference } from './fonts.ts';

// The door to pdfmake's inside, with the types that it does not publish. They hold for the version
// pinned in package.json; tests/pdf/pdfmake-internals.test.ts fails when another changes what is relied on here.

/** What pdfmake asks of a font: widths and heights in pt, the others in thousandths of the size. */
export interface PdfmakeFont {
  readonly ascender: number;
  readonly descender: number;
  widthOfString(text: string, size: number): number;
  lineHeight(size: number): number;
}

/** A word with its style, as pdfmake makes one of each; lengths in pt. */
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

/** A line of text, placed on a page in pt from its top left corner. */
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
  /** The list item whose bullet this shape is. */
  labelOf?: unknown;
  _inlines?: readonly Pick<PdfmakeInline, 'alignment' | 'leadingIndent'>[];
  _margin?: [number, number, number, number] | null;
  _width?: number;
  _height?: number;
}

/** Where a node came to stand; the page counts from 1, top is in pt from the page's edge. */
export interface PlacePosition {
  readonly pageNumber: number;
  readonly top: number;
  readonly left: number;
}

/** The pen: where the next thing goes, and the room that is left, in pt. */
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

/** A laid-out page: its size in pt and the things on it in the order of drawing. */
export interface Page {
  readonly items: PageItem[];
  readonly pageSize: { readonly width: number; readonly height: number };
}

/** One thing on a page. */
export interface PageItem {
  readonly type: string;
  /** A line of whatever runs, or a node. */
  readonly item: LineItem<never> & MeasuredNode;
}

interface Writer {
  context(): Context;
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

/** pdfkit's document with pdfmake's font and picture registries. */
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
  /** The embedded fonts by name, in the order in which they are written. */
  protected readonly _fontFamilies: Record<string, EmbeddedFont>;
  protected _fontCount: number;
  font(file: Buffer): { readonly _font: EmbeddedFont };
  getFontFile(family: string, bold: boolean, italics: boolean): Buffer | null;
  provideFont(family: string, bold: boolean, italics: boolean): unknown;
  addContent(operators: string): this;
  protected flushPages(): void;
  /** Bytes of the file so far. */
  protected _offset: number;
  /** Writes bytes, or a line of characters that are one byte each. */
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

/** A bookmark under which others can be hung. */
export interface OutlineItem {
  readonly outlineData: Record<string, unknown>;
  addItem(title: string, options?: { expanded?: boolean }): OutlineItem;
}

/** The class of a module of pdfmake's: Babel puts it under `default`, and Node leaves it there. */
export const unwrap = <T>(module: unknown): T => (module as { default: T }).default;

export const LayoutBuilder = unwrap<typeof LayoutBuilderClass>(layoutBuilderModule);
export const Renderer = unwrap<typeof RendererClass>(rendererModule);
export const PdfDocument = unwrap<typeof PdfDocumentClass>(pdfDocumentModule);
export type PdfDocument = PdfDocumentClass;
export const Line =
  unwrap<new <Run extends PdfmakeInline>(maxWidth: number) => LineItem<Run>>(lineModule);
export const SvgMeasure = unwrap<typeof SvgMeasureClass>(svgMeasureModule);
export type SvgMeasure = SvgMeasureClass;

/** An element of the structure tree. */
export interface StructureElement {
  readonly dictionary: PdfReference;
  add(child: StructureElement | StructureContent): this;
  end(): void;
}

/** A stretch of a page's content that belongs to an element. */
export interface StructureContent {
  readonly refs: readonly unknown[];
}
