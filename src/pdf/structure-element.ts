import type { PdfReference } from './pdfmake.ts';

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
