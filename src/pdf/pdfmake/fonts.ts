// Types of pdfkit's and fontkit's fonts, which the packages do not publish; for the pinned versions.

/** An object of the PDF file under construction. */
export interface PdfReference {
  readonly id: number;
  readonly data: Record<string, unknown>;
  /** The parts of its stream. */
  buffer: Buffer[];
  /** Whether the stream is to be deflated. */
  compress: boolean;
  end(): void;
  /** Writes the object into the file. */
  finalize(): void;
}

/** A font file parsed by fontkit. */
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
  /** The file parsed by fontkit; `Font` replaces it by one that reads less of the file. */
  font: FontkitFont;
  /** The glyphs that the document uses. */
  readonly subset: Subset;
  /** Code points that each code of the subset stands for. */
  readonly unicode: (readonly number[])[];
  /** Width of each code of the subset, in thousandths of the size. */
  readonly widths: number[];
  /** Factor from font units to thousandths of the size. */
  readonly scale: number;
  /** Shapes a text. */
  layout(text: string): ShapedText;
  encode(text: string): [string[], GlyphPosition[]];
  lineHeight(size: number, includeGap?: boolean): number;
  ref(): PdfReference;
}

/** The glyphs of a font that a document uses; the code of a glyph is its index in `glyphs`. */
export interface Subset {
  readonly glyphs: number[];
  /** Returns the code of a glyph, which is added if it is new. */
  includeGlyph(id: number): number;
  encode(): Uint8Array;
}

/** The glyphs of a shaped text, and its width in thousandths of the size. */
export interface ShapedText {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly GlyphPosition[];
  readonly advanceWidth: number;
}

/** A glyph: its id in the file, its width in font units, and the code points it stands for. */
export interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

/** Advance and offset of a glyph, in thousandths of the font size. */
export interface GlyphPosition {
  readonly xAdvance: number;
  readonly advanceWidth: number;
  readonly xOffset: number;
  readonly yOffset: number;
}
