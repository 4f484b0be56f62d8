import type { PDFPageProxy } from 'pdfjs-dist';
import { type Drawing, type DrawingTask, drawPage } from './draw-page.ts';
import { make } from './elements.ts';
import type { SheetSize } from './geometry.ts';

/** What a sheet is to show. */
export interface SheetSource {
  readonly page: PDFPageProxy;
  readonly label: string;
  readonly size: SheetSize;
  readonly fingerprint: string;
}

/** One page on the screen: paper at once, its picture and text when they are drawn. */
export class Sheet {
  readonly element = make('section', 'sheet');
  #source: SheetSource | undefined;
  #shown: { drawing: Drawing; fingerprint: string } | undefined;

  /** Gives the sheet its page. What is drawn stays until a drawing replaces it. */
  set(source: SheetSource): void {
    this.#source = source;
    const { label, size } = source;
    this.element.setAttribute('aria-label', `Page ${label}`);
    this.element.style.setProperty('--width', String(size.width));
    this.element.style.setProperty('--height', String(size.height));
  }

  get drawing(): Drawing | undefined {
    return this.#shown?.drawing;
  }

  /** Whether what is shown is another page, or drawn for another scale. */
  needsDrawing(scale: number): boolean {
    const { drawing, fingerprint } = this.#shown ?? {};
    return drawing?.scale !== scale || fingerprint !== this.#source?.fingerprint;
  }

  /** Whether the sheet shows a page that looks like this one. */
  shows(fingerprint: string): boolean {
    return this.#shown?.fingerprint === fingerprint;
  }

  /** Draws the sheet's page; nothing changes on the screen yet. */
  draw(scale: number): DrawingTask | undefined {
    return this.#source && drawPage(this.#source.page, scale);
  }

  /** Shows a drawing, picture and text at once; one of another page comes too late. */
  show(drawing: Drawing): void {
    if (drawing.page !== this.#source?.page) return;
    this.#shown = { drawing, fingerprint: this.#source.fingerprint };
    this.element.replaceChildren(drawing.canvas, drawing.text, ...drawing.links);
    this.element.dataset.drawings = String(Number(this.element.dataset.drawings ?? 0) + 1);
  }

  /** Back to blank paper, to save memory. */
  clear(): void {
    this.#shown = undefined;
    this.element.replaceChildren();
  }
}
