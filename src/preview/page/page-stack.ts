import type { PagePlace } from '../messages.ts';
import { computePositionInEdition, computeScrollPosition, type PlacedPages } from './anchor.ts';
import { type Drawing, type DrawingTask, drawPage } from './draw-page.ts';
import {
  GAP,
  type SheetSize,
  scaleOf,
  sheetAt,
  sheetsBetween,
  topsOf,
  type Zoom,
} from './geometry.ts';
import type { LoadedDocument } from './load-pdf.ts';
import { Sheet } from './sheet.ts';

/** Number of drawn sheets kept, visible or not. */
const MAX_DRAWN_SHEETS = 14;

/** Part of the pages that was visible when they were removed; lengths are in pt. */
interface LastView extends PlacedPages {
  readonly edition: string;
  readonly y: number;
  readonly visibleHeight: number;
}

/** The pages, one below the other; the visible ones are drawn. */
export class PageStack {
  readonly #scroller: HTMLElement;
  readonly #stack: HTMLElement;
  readonly #listeners = new Set<() => void>();
  #sheets: Sheet[] = [];
  #document: LoadedDocument | undefined;
  #places: readonly PagePlace[] = [];
  #lastView: LastView | undefined;
  #zoom: Zoom = 'auto';
  #scale = 1;
  #task: DrawingTask | undefined;
  #isDrawing = false;
  /** Whether the next document is being drawn; the present one is no longer drawn then. */
  #isReplacing = false;
  /** Number of documents received, so that a newer one cancels the work on an older one. */
  #generation = 0;

  constructor(scroller: HTMLElement, stack: HTMLElement) {
    this.#scroller = scroller;
    this.#stack = stack;
    scroller.addEventListener('scroll', () => requestAnimationFrame(() => this.#update()));
    new ResizeObserver(() => this.setZoom(this.#zoom)).observe(scroller);
  }

  get document(): LoadedDocument | undefined {
    return this.#document;
  }

  get places(): readonly PagePlace[] {
    return this.#places;
  }

  get zoom(): Zoom {
    return this.#zoom;
  }

  get scale(): number {
    return this.#scale;
  }

  /** Scroll position: the height at the window's top, in pt of the stack. */
  get y(): number {
    return this.#scroller.scrollTop / this.#scale;
  }

  /** Index of the current page: the one a third down the window. */
  get current(): number {
    return sheetAt(this.#sizes, this.y + this.#visibleHeight / 3);
  }

  get sheets(): readonly Sheet[] {
    return this.#sheets;
  }

  /** Calls the listener after every scroll, zoom, new document and drawing. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Updates the source positions of unchanged pages. */
  setPlaces(places: readonly PagePlace[]): void {
    this.#places = places;
  }

  /**
   * Replaces the document. The pages that will be visible are drawn first, then everything changes at
   * once and the scroll position is kept, in another edition at the same place. @returns false if a newer document has come meanwhile
   */
  async setDocument(next: LoadedDocument): Promise<boolean> {
    const generation = ++this.#generation;
    this.#isReplacing = true;
    this.#task?.cancel();
    const drawings = await this.#drawAhead(next);
    if (generation !== this.#generation) return false;
    this.#isReplacing = false;
    const y = this.#scrollPositionIn(next);
    const previous = this.#document;
    this.#document = next;
    this.#places = next.shown.places;
    this.#reconcile(next);
    for (const [index, drawing] of drawings) this.#sheets[index]?.show(drawing);
    if (previous?.edition.name !== next.edition.name) this.#clearOutdatedSheets(next);
    this.#layOut(y);
    previous?.release();
    return true;
  }

  /** Removes the pages; the next document begins at the same place. */
  clear(): void {
    if (!this.#document) return;
    this.#generation++;
    this.#isReplacing = false;
    this.#task?.cancel();
    this.#lastView = this.#view;
    for (const sheet of this.#sheets.splice(0)) sheet.element.remove();
    this.#document.release();
    this.#document = undefined;
    this.#places = [];
    this.#update();
  }

  setZoom(zoom: Zoom): void {
    const y = this.y;
    const middle = this.#visibleHeight / 2;
    const before = this.#scale;
    this.#zoom = zoom;
    this.#layOut(y === 0 ? 0 : undefined);
    // The middle of the window stays in place.
    if (y > 0)
      this.#scroller.scrollTop = (y + middle - (middle * before) / this.#scale) * this.#scale;
    this.#update();
  }

  /** Scrolls to a page, or to a height of it in pt. */
  goTo(index: number, top = 0): void {
    const y = (topsOf(this.#sizes)[index] ?? 0) + top;
    this.#scroller.scrollTop = Math.max(0, y - GAP) * this.#scale;
    this.#update();
  }

  /** Scrolls to a height of the stack, in pt. */
  scrollTo(y: number): void {
    this.#scroller.scrollTop = y * this.#scale;
    this.#update();
  }

  /** Returns whether a height of a page, in pt, is visible. */
  isVisible(index: number, top: number): boolean {
    const y = (topsOf(this.#sizes)[index] ?? 0) + top;
    return y > this.y + GAP && y < this.y + this.#visibleHeight - 3 * GAP;
  }

  get #sizes(): readonly SheetSize[] {
    return this.#document?.sizes ?? [];
  }

  /** Height of the visible part of the stack, in pt. */
  get #visibleHeight(): number {
    return this.#scroller.clientHeight / this.#scale;
  }

  /** The visible part of the pages; without pages, of those that were removed. */
  get #view(): LastView | undefined {
    if (!this.#document) return this.#lastView;
    return {
      edition: this.#document.edition.name,
      sizes: this.#sizes,
      places: this.#places,
      y: this.y,
      visibleHeight: this.#visibleHeight,
    };
  }

  #scrollPositionIn({ edition, sizes, shown: { places } }: LoadedDocument): number {
    const view = this.#view;
    if (!view || view.y < GAP) return view?.y ?? 0;
    const compute =
      edition.name === view.edition ? computeScrollPosition : computePositionInEdition;
    return compute(view, { sizes, places }, view.y, view.visibleHeight);
  }

  async #drawAhead(next: LoadedDocument): Promise<Map<number, Drawing>> {
    const drawings = new Map<number, Drawing>();
    if (!this.#document) return drawings;
    const y = this.#scrollPositionIn(next);
    for (const index of sheetsBetween(next.sizes, y, y + this.#visibleHeight)) {
      const page = next.pages[index];
      if (!page || this.#sheets[index]?.shows(next.shown.pageHashes[index] ?? '')) continue;
      const drawing = await drawPage(page, this.#scale).drawing;
      if (drawing) drawings.set(index, drawing);
    }
    return drawings;
  }

  #reconcile({ pages, labels, sizes, shown }: LoadedDocument): void {
    for (const sheet of this.#sheets.splice(pages.length)) sheet.element.remove();
    for (const [index, page] of pages.entries()) {
      const sheet = this.#sheets[index] ?? new Sheet();
      const size = sizes[index] ?? { width: 0, height: 0 };
      sheet.set({
        page,
        size,
        label: labels[index] ?? '',
        pageHash: shown.pageHashes[index] ?? '',
        language: shown.language,
      });
      if (this.#sheets[index]) continue;
      this.#sheets.push(sheet);
      this.#stack.append(sheet.element);
    }
  }

  #layOut(y: number | undefined): void {
    const [first] = this.#sizes;
    if (!first) return;
    const { clientWidth: width, clientHeight: height } = this.#scroller;
    if (width === 0) return;
    this.#scale = scaleOf(this.#zoom, { width, height }, first);
    this.#stack.style.setProperty('--scale', String(this.#scale));
    if (y !== undefined) this.#scroller.scrollTop = y * this.#scale;
    this.#update();
  }

  #update(): void {
    for (const listener of this.#listeners) listener();
    void this.#drawSheets();
  }

  /** Draws the visible sheets, then those next to them, one after the other. */
  async #drawSheets(): Promise<void> {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    try {
      for (let sheet = this.#next(); sheet; sheet = this.#next()) {
        const generation = this.#generation;
        this.#task = sheet.draw(this.#scale);
        const drawing = await this.#task?.drawing;
        if (!drawing || generation !== this.#generation) continue;
        sheet.show(drawing);
        this.#clearDistantSheets();
        for (const listener of this.#listeners) listener();
      }
    } finally {
      this.#isDrawing = false;
      this.#task = undefined;
    }
  }

  /** Returns the visible or almost visible sheet to draw next. */
  #next(): Sheet | undefined {
    if (this.#isReplacing) return undefined;
    const { y } = this;
    const visibleHeight = this.#visibleHeight;
    const visible = sheetsBetween(this.#sizes, y, y + visibleHeight);
    const around = sheetsBetween(this.#sizes, y - visibleHeight / 2, y + 1.5 * visibleHeight);
    return [...visible, ...around]
      .map((index) => this.#sheets[index])
      .find((sheet) => sheet?.needsDrawing(this.#scale));
  }

  /** Clears the sheets that still show pages of another edition. */
  #clearOutdatedSheets({ shown: { pageHashes } }: LoadedDocument): void {
    for (const [index, sheet] of this.#sheets.entries())
      if (!sheet.shows(pageHashes[index] ?? '')) sheet.clear();
  }

  #clearDistantSheets(): void {
    const { current } = this;
    const distance = (sheet: Sheet) => Math.abs(this.#sheets.indexOf(sheet) - current);
    const drawn = this.#sheets.filter(({ drawing }) => drawing);
    drawn.sort((a, b) => distance(a) - distance(b));
    for (const sheet of drawn.slice(MAX_DRAWN_SHEETS)) sheet.clear();
  }
}
