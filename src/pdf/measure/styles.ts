import type { Font } from '../fonts/font.ts';
import type { PdfmakeInline } from '../pdfmake/types.ts';

/** How a run of text looks, all its styles applied. */
export interface RunStyle extends Omit<PdfmakeInline, 'text' | 'lineEnd' | 'noNewLine'> {
  readonly font: Font;
}

/** A stretch of text in one style, placed in a line: `x` in pt from the line's start. */
export interface PlacedRun extends PdfmakeInline {
  readonly font: Font;
  /** The run only adorns the page and is not read aloud. */
  isArtifact?: boolean;
  /** The list item whose number or bullet this is. */
  labelOf?: unknown;
  /** The run is a part of a word that is divided between lines. */
  wordPart?: WordPart;
  /** A space is written after the run, beyond its width: what is copied has it between two lines. */
  endsInSpace?: boolean;
  /** Width of the letters as a part of their natural one; spaces are not scaled. */
  glyphScale?: number;
  /** Added to every space of the run when it is drawn, in pt. */
  wordSpacing?: number;
}

/** A part of a word that is divided between lines. */
export interface WordPart {
  /** The undivided word, on the run that it begins with; undefined on those that continue it. */
  readonly whole: string | undefined;
}
