import type { Font } from '../fonts/font.ts';
import type { PdfmakeInline } from '../pdfmake/types.ts';

/** The resolved style of a run of text. */
export interface RunStyle extends Omit<PdfmakeInline, 'text' | 'lineEnd' | 'noNewLine'> {
  readonly font: Font;
}

/** A run of text in one style, placed in a line; `x` in pt from the line's start. */
export interface PlacedRun extends PdfmakeInline {
  readonly font: Font;
  /** The run is decorative (an artifact in PDF's terms) and not read aloud. */
  isArtifact?: boolean;
  /** The list item whose number or bullet this run is. */
  labelOf?: unknown;
  /** Set if the run is a part of a word that is divided between lines. */
  wordPart?: WordPart;
  /** Write a space after the run, outside its width, so that copied lines stay separated. */
  endsInSpace?: boolean;
  /** Horizontal scale of the glyphs, 1 for their natural width; spaces are not scaled. */
  glyphScale?: number;
  /** Width in pt that is added to every space of the run. */
  wordSpacing?: number;
}

/** A part of a word that is divided between lines. */
export interface WordPart {
  /** The undivided word on its first run; undefined on the runs that continue it. */
  readonly whole: string | undefined;
}
