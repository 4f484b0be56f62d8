// The door to pdfmake's measuring, with the types that it does not publish.
import docMeasureModule from 'pdfmake/js/DocMeasure.js';
import textInlinesModule from 'pdfmake/js/TextInlines.js';
import { type MeasuredNode, type PdfDocument, type PdfmakeInline, unwrap } from './types.ts';

/** Properties of text by their names. */
export type Style = Readonly<Record<string, unknown>>;

/** The styles that are in force where a node is measured. */
export interface StyleStack {
  /** Names of styles and nodes; the last has the last word. */
  readonly styleOverrides: readonly (string | Style)[];
  readonly styleDictionary: Readonly<Record<string, Style>>;
  readonly defaultStyle: Style;
}

/** Measures nodes: their sizes, and the words of their texts. */
export declare class DocMeasureClass {
  constructor(
    document: PdfDocument,
    styles: object,
    defaultStyle: object,
    svgMeasure: object,
    tableLayouts: object,
  );
  protected readonly styleStack: StyleStack;
  protected measureLeaf(node: MeasuredNode): MeasuredNode;
}

/** A word of a text, as pdfmake parts it, with the white space that follows it. */
export interface TextWord {
  readonly text: string;
  /** The line ends after it. */
  readonly lineEnd?: boolean | undefined;
  /** No break may stand after it. */
  readonly noNewLine?: boolean | undefined;
}

/** Parts texts into words and gives each its look. */
export declare class TextInlinesClass {
  constructor(document: PdfDocument);
  buildInlines(text: unknown, stack: StyleStack): { readonly items: readonly TextWord[] };
  protected measure(words: PdfmakeInline[], stack: StyleStack): readonly TextWord[];
  protected widthOfText(text: string, inline: PdfmakeInline): number;
}

export const DocMeasure = unwrap<typeof DocMeasureClass>(docMeasureModule);
export const TextInlines = unwrap<typeof TextInlinesClass>(textInlinesModule);
