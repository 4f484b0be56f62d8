// Shapes of pdfkit's and fontkit's fonts, which neither package publishes; for the pinned versions.

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

/** A font file as fontkit has parsed it. */
export interface FontkitFont {
  readonly characterSet: readonly number[];
  hasGlyphForCodePoint(codePoint: number): boolean;
  getGlyph(id: number, characters?: readonly number[]): Pick<Glyph, 'codePoints'> | null;
}

/** A font that is embedded in a document; ascender and descender are in thousandths of the size. */
export interface EmbeddedFont {
  readonly id: string;
  readonly name: string;
  readonly ascender: number;
  readonly descender: number;
  /** The file as fontkit has parsed it; a typeface puts one in its place that reads less. */
  font: FontkitFont;
  /** The glyphs that its document uses, by their numbers in the file, and the file they make. */
  readonly subset: Subset;
  /** For each code of the subset the characters that it stands for, and its width. */
  readonly unicode: (readonly number[])[];
  readonly widths: number[];
  /** Thousandths of the size in a unit of the file. */
  readonly scale: number;
  /** A text's glyphs and their places. */
  layout(text: string): ShapedText;
  encode(text: string): [string[], GlyphPosition[]];
  lineHeight(size: number, includeGap?: boolean): number;
  ref(): PdfReference;
}

/** The part of a font's file that a document uses; a glyph's code is its place in `glyphs`. */
export interface Subset {
  readonly glyphs: number[];
  /** The code of a glyph, which is added where it is new. */
  includeGlyph(id: number): number;
  encode(): Uint8Array;
}

/** A text in glyphs, and its width in thousandths of the size. */
export interface ShapedText {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly GlyphPosition[];
  readonly advanceWidth: number;
}

/** A glyph of the file: its number, its width in the file's units, the characters it stands for. */
export interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

/** A glyph's advance and offset, in thousandths of the font's size. */
export interface GlyphPosition {
  readonly xAdvance: number;
  readonly advanceWidth: number;
  readonly xOffset: number;
  readonly yOffset: number;
}
