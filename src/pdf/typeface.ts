// Adds to pdfkit fonts that outlive a document: a file is parsed once, a text shaped once. pdfkit
// parses each font for each document; here it does so for a document that is never written, the
// specimen, and the documents that are written embed what the specimen has parsed.
import type { Memory, Shelf } from '../memory/memory.ts';
import type { EmbeddedFont, ShapedText } from './embedded-font.ts';
import { PdfDocument } from './pdfmake.ts';

/** A font file that was parsed. */
export interface Typeface {
  /** The font's own name, such as Tinos-Bold. */
  readonly name: string;
  /** In thousandths of the size. */
  readonly ascender: number;
  readonly descender: number;
  /** Width of a text in pt at a size in pt. */
  widthOfString(text: string, size: number): number;
  /** Height in pt of a line at a size in pt, without the font's own gap. */
  lineHeight(size: number): number;
  /** Whether the font has a glyph for a code point. */
  covers(codePoint: number): boolean;
  /** The font as it goes into a document: with the glyphs that are used there, and no others. */
  embedIn(document: PdfDocument, id: string): EmbeddedFont;
}

/** The typefaces of a process. */
export interface TypeCase {
  /** The typeface of a TrueType file; the same one for the same buffer. */
  open(file: Buffer): Typeface;
}

/** Makes a type case; the texts that its fonts have shaped are kept in the memory. */
export function createTypeCase(memory: Memory): TypeCase {
  const options = { font: null, fontLayoutCache: false };
  const specimen = new PdfDocument({}, {}, {}, {}, options, null, () => false);
  const opened = new WeakMap<Buffer, Typeface>();
  return {
    open(file) {
      const typeface = opened.get(file) ?? createTypeface(specimen.font(file)._font, memory);
      opened.set(file, typeface);
      return typeface;
    },
  };
}

type FontClass = new (
  document: PdfDocument,
  font: EmbeddedFont['font'],
  id: string,
) => EmbeddedFont;

function createTypeface(specimen: EmbeddedFont, memory: Memory): Typeface {
  const shapes: Shelf<string, ShapedText> = memory.shelf();
  const shape = (text: string) => shapes.get(text, () => specimen.layout(text));
  const subsets: Shelf<string, Buffer> = memory.shelf();
  const advances: Shelf<string, number> = memory.shelf();
  const advanceOf = (text: string) => advances.get(text, () => shape(text).advanceWidth);
  return {
    name: specimen.name,
    ascender: specimen.ascender,
    descender: specimen.descender,
    widthOfString: (text, size) => advanceOf(text) * (size / 1000),
    lineHeight: (size) => specimen.lineHeight(size),
    covers: (codePoint) => specimen.font.hasGlyphForCodePoint(codePoint),
    embedIn(document, id) {
      // pdfkit does not export the class; every instance knows it.
      const font = new (specimen.constructor as FontClass)(document, specimen.font, id);
      font.layout = shape;
      const { subset } = font;
      const encode = subset.encode.bind(subset);
      subset.encode = () => subsets.get(subset.glyphs.join(' '), encode);
      return font;
    },
  };
}
