import type { PDFPageProxy } from 'pdfjs-dist';
import { type Drawing, type DrawingTask, drawPage } from './draw-page.ts';
import { createElement } from './elements.ts';
import type { SheetSize } from './geometry.ts';

/** The page that a sheet shows. */
export interface SheetSource {
  readonly page: PDFPageProxy;
  readonly label: string;
  readonly size: SheetSize;
  readonly pageHash: string;
  /** Language of the text, BCP 47. */
  readonly language: string;
}

/** One page on the screen: blank at first, then with its picture and text. */
export class Sheet {
  readonly element = createElement('section', 'sheet');
  #source: SheetSource | undefined;
  #shown: { drawing: Drawing; pageHash: string } | undefined;

  /** Sets the page. The old drawing stays until a new one replaces it. */
  set(source: SheetSource): void {
    this.#source = source;
    const { label, size, language, pageHash } = source;
    // A page that looks the same in two editions is not drawn again.
    if (this.#shown?.pageHash === pageHash) this.#shown.drawing.text.lang = language;
    this.element.setAttribute('aria-label', `Page ${label}`);
    this.element.style.setProperty('--width', String(size.width));
    this.element.style.setProperty('--height', String(size.height));
  }

  get drawing(): Drawing | undefined {
    return this.#shown?.drawing;
  }

  /** Returns whether the drawing is of another page or for another scale. */
  needsDrawing(scale: number): boolean {
    const { drawing, pageHash } = this.#shown ?? {};
    return drawing?.scale !== scale || pageHash !== this.#source?.pageHash;
  }

  /** Returns whether the sheet shows a page with this hash. */
  shows(pageHash: string): boolean {
    return this.#shown?.pageHash === pageHash;
  }

  /** Draws the sheet's page off screen. */
  draw(scale: number): DrawingTask | undefined {
    return this.#source && drawPage(this.#source.page, scale);
  }

  /** Shows a drawing; one of a page that has been replaced is ignored. */
  show(drawing: Drawing): void {
    if (drawing.page !== this.#source?.page) return;
    this.#shown = { drawing, pageHash: this.#source.pageHash };
    drawing.text.lang = this.#source.language;
    this.element.replaceChildren(drawing.canvas, drawing.text, ...drawing.links);
    this.element.dataset.drawings = String(Number(this.element.dataset.drawings ?? 0) + 1);
  }

  /** Removes the drawing, to save memory. */
  clear(): void {
    this.#shown = undefined;
    this.element.replaceChildren();
  }
}
