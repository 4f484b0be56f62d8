// The door to pdfmake's inside, with the types that it does not publish. They hold for the version
// pinned in package.json; tests/pdf/ground.test.ts fails when another changes what is relied on here.
import layoutBuilderModule from 'pdfmake/js/LayoutBuilder.js';
import lineModule from 'pdfmake/js/Line.js';
import pdfDocumentModule from 'pdfmake/js/PDFDocument.js';
import rendererModule from 'pdfmake/js/Renderer.js';
import svgMeasureModule from 'pdfmake/js/SVGMeasure.js';
import type { EmbeddedFont } from './embedded-font.ts';
import type { Inline } from './inline.ts';
import type { StructureContent, StructureElement } from './structure-element.ts';

/** An object of the PDF file under construction. */
export interface PdfReference {
  readonly id: number;
  readonly data: Record<string, unknown>;
  /** The parts of its stream, and whether they are to be deflated. */
  buffer: Buffer[];
  compress: boolean;
  end(): void;
  /** Writes the object into the file. */
  finalize(): void;
}

/** A line of text, placed on a page in pt from its top left corner. */
export interface LineItem {
  x: number;
  y: number;
  maxWidth: number;
  inlines: Inline[];
  inlineWidths: number;
  lastLineInParagraph?: boolean;
  getHeight(): number;
  getAscenderHeight(): number;
  addInline(inline: Inline): void;
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
  _inlines?: readonly Inline[];
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
  readonly item: LineItem & MeasuredNode;
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
export const Line = unwrap<new (maxWidth: number) => LineItem>(lineModule);
export const SvgMeasure = unwrap<typeof SvgMeasureClass>(svgMeasureModule);
export type SvgMeasure = SvgMeasureClass;
