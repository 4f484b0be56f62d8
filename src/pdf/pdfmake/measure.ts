// pdfmake's measuring classes with types, which pdfmake does not publish.
import docMeasureModule from 'pdfmake/js/DocMeasure.js';
import textInlinesModule from 'pdfmake/js/TextInlines.js';
import { type MeasuredNode, type PdfDocument, type PdfmakeInline, unwrap } from './types.ts';

/** Style properties by name. */
export type Style = Readonly<Record<string, unknown>>;

/** The styles that apply to the node being measured. */
export interface StyleStack {
  /** Names of styles, and nodes; later ones override earlier ones. */
  readonly styleOverrides: readonly (string | Style)[];
  readonly styleDictionary: Readonly<Record<string, Style>>;
  readonly defaultStyle: Style;
}

/** Measures the sizes of nodes and splits their texts into words. */
export declare class DocMeasureClass {
  constructor(
    document: PdfDocument,
    styles: object,
    defaultStyle: object,
    svgMeasure: object,
    tableLayouts: object,
  );
  protected readonly styleStack: StyleStack;
  protected readonly textInlines: TextInlinesClass;
  protected measureLeaf(node: MeasuredNode): MeasuredNode;
  protected measureOrderedList(node: MeasuredNode): MeasuredNode;
}

/** A word of a text with the white space that follows it, as pdfmake splits it. */
export interface TextWord {
  readonly text: string;
  /** The line ends after this word. */
  readonly lineEnd?: boolean | undefined;
  /** No line break is allowed after this word. */
  readonly noNewLine?: boolean | undefined;
}

/** Splits texts into words and resolves the style of each. */
export declare class TextInlinesClass {
  constructor(document: PdfDocument);
  buildInlines(text: unknown, stack: StyleStack): { readonly items: readonly TextWord[] };
  protected measure(words: PdfmakeInline[], stack: StyleStack): readonly TextWord[];
  protected widthOfText(text: string, inline: PdfmakeInline): number;
}

export const DocMeasure = unwrap<typeof DocMeasureClass>(docMeasureModule);
export const TextInlines = unwrap<typeof TextInlinesClass>(textInlinesModule);
