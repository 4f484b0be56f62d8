import type { PagePlace } from '../messages.ts';
import { computeScrollPosition } from './anchor.ts';
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

/** Drawn sheets that are kept, in and out of sight. */
const KEPT = 14;

/** The pages, one below the other; those in sight are drawn. */
export class PageStack {
  readonly #scroller: HTMLElement;
  readonly #stack: HTMLElement;
  readonly #listeners = new Set<() => void>();
  #sheets: Sheet[] = [];
  #document: LoadedDocument | undefined;
  #places: readonly PagePlace[] = [];
  #zoom: Zoom = 'auto';
  #scale = 1;
  #task: DrawingTask | undefined;
  #isWorking = false;
  /** The next document is being drawn: no more work goes into this one. */
  #isReplacing = false;
  /** Counts the documents that came, so that a newer one stops the work on an older. */
  #turn = 0;

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

  /** Height of what is at the window's top, in pt of the stack. */
  get y(): number {
    return this.#scroller.scrollTop / this.#scale;
  }

  /** Index of the page that is being read: the one a third down the window. */
  get current(): number {
    return sheetAt(this.#sizes, this.y + this.#seen / 3);
  }

  get sheets(): readonly Sheet[] {
    return this.#sheets;
  }

  /** Tells of every scroll, zoom, document and drawing. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Same pages, of which some lines may have moved in the source. */
  setPlaces(places: readonly PagePlace[]): void {
    this.#places = places;
  }

  /**
   * Puts a document in the place of another: what will be in sight is drawn first, then all changes
   * at once, and the reader stays where he was. @returns whether no newer one came between
   */
  async setDocument(next: LoadedDocument): Promise<boolean> {
    const turn = ++this.#turn;
    this.#isReplacing = true;
    this.#task?.cancel();
    const drawings = await this.#drawAhead(next);
    if (turn !== this.#turn) return false;
    this.#isReplacing = false;
    const y = this.#placeIn(next);
    const previous = this.#document;
    this.#document = next;
    this.#places = next.shown.places;
    this.#reconcile(next);
    for (const [index, drawing] of drawings) this.#sheets[index]?.show(drawing);
    this.#layOut(y);
    previous?.release();
    return true;
  }

  setZoom(zoom: Zoom): void {
    const y = this.y;
    const middle = this.#seen / 2;
    const before = this.#scale;
    this.#zoom = zoom;
    this.#layOut(y === 0 ? 0 : undefined);
    // What is in the window's middle stays there.
    if (y > 0)
      this.#scroller.scrollTop = (y + middle - (middle * before) / this.#scale) * this.#scale;
    this.#update();
  }

  /** Brings a page to the window's top, or the part of it at `top` pt. */
  goTo(index: number, top = 0): void {
    const y = (topsOf(this.#sizes)[index] ?? 0) + top;
    this.#scroller.scrollTop = Math.max(0, y - GAP) * this.#scale;
    this.#update();
  }

  /** Brings a height of the stack to the window's top. */
  scrollTo(y: number): void {
    this.#scroller.scrollTop = y * this.#scale;
    this.#update();
  }

  /** Whether a height of a page, in pt, is in sight. */
  isInSight(index: number, top: number): boolean {
    const y = (topsOf(this.#sizes)[index] ?? 0) + top;
    return y > this.y + GAP && y < this.y + this.#seen - 3 * GAP;
  }

  get #sizes(): readonly SheetSize[] {
    return this.#document?.sizes ?? [];
  }

  /** Height of what is in sight, in pt. */
  get #seen(): number {
    return this.#scroller.clientHeight / this.#scale;
  }

  #placeIn(next: LoadedDocument): number {
    if (!this.#document) return 0;
    const before = { sizes: this.#sizes, places: this.#places };
    return this.y < GAP
      ? this.y
      : computeScrollPosition(before, { ...next, places: next.shown.places }, this.y, this.#seen);
  }

  async #drawAhead(next: LoadedDocument): Promise<Map<number, Drawing>> {
    const drawings = new Map<number, Drawing>();
    if (!this.#document) return drawings;
    const y = this.#placeIn(next);
    for (const index of sheetsBetween(next.sizes, y, y + this.#seen)) {
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
        fingerprint: shown.pageHashes[index] ?? '',
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
    void this.#work();
  }

  /** Draws what is in sight, then what is next to it, one sheet after the other. */
  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    try {
      for (let sheet = this.#next(); sheet; sheet = this.#next()) {
        const turn = this.#turn;
        this.#task = sheet.draw(this.#scale);
        const drawing = await this.#task?.drawing;
        if (!drawing || turn !== this.#turn) continue;
        sheet.show(drawing);
        this.#forgetFar();
        for (const listener of this.#listeners) listener();
      }
    } finally {
      this.#isWorking = false;
      this.#task = undefined;
    }
  }

  /** The sheet in sight, or just out of it, that is to be drawn next. */
  #next(): Sheet | undefined {
    if (this.#isReplacing) return undefined;
    const { y } = this;
    const seen = this.#seen;
    const inSight = sheetsBetween(this.#sizes, y, y + seen);
    const around = sheetsBetween(this.#sizes, y - seen / 2, y + 1.5 * seen);
    return [...inSight, ...around]
      .map((index) => this.#sheets[index])
      .find((sheet) => sheet?.needsDrawing(this.#scale));
  }

  #forgetFar(): void {
    const { current } = this;
    const distance = (sheet: Sheet) => Math.abs(this.#sheets.indexOf(sheet) - current);
    const drawn = this.#sheets.filter(({ drawing }) => drawing);
    drawn.sort((a, b) => distance(a) - distance(b));
    for (const sheet of drawn.slice(KEPT)) sheet.clear();
  }
}
