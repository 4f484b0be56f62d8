import { startPicture } from './draw-page.ts';
import { createElement, find } from './elements.ts';
import type { LoadedDocument } from './load-pdf.ts';
import { nameOfPage } from './page-field.ts';
import type { PageStack } from './page-stack.ts';

/** Width of a thumbnail in CSS px; sheets.css has the same value. */
const WIDTH = 104;

/** Small pictures of the pages; a click goes to the page. */
export class Thumbnails {
  readonly #element = find('thumbnails', HTMLElement);
  readonly #stack: PageStack;
  readonly #buttons: HTMLButtonElement[] = [];
  /** Hashes of the pages whose pictures are shown. */
  readonly #drawn = new Map<HTMLButtonElement, string>();
  readonly #visible = new Set<Element>();
  readonly #observer = new IntersectionObserver((entries) => this.#updateVisible(entries), {
    root: this.#element,
    rootMargin: '200px',
  });
  #isDrawing = false;

  constructor(stack: PageStack) {
    this.#stack = stack;
    stack.onChange(() => this.#markCurrent());
  }

  /** Shows the pages of a new document; unchanged pages are not drawn again. */
  refresh(): void {
    const { labels = [] } = this.#stack.document ?? {};
    for (const button of this.#buttons.splice(labels.length)) {
      this.#observer.unobserve(button);
      this.#visible.delete(button);
      button.remove();
    }
    for (const [index, label] of labels.entries()) {
      const button = this.#buttons[index] ?? this.#add(index);
      const name = nameOfPage(label);
      button.setAttribute('aria-label', name === label ? `Page ${label}` : name);
      button.lastElementChild?.replaceChildren(name);
    }
    this.#markCurrent();
    void this.#draw();
  }

  #add(index: number): HTMLButtonElement {
    const button = createElement('button', 'thumbnail');
    button.type = 'button';
    button.append(
      createElement('span', 'thumbnail-paper'),
      createElement('span', 'thumbnail-label'),
    );
    button.addEventListener('click', () => this.#stack.goTo(index));
    this.#buttons.push(button);
    this.#element.append(button);
    this.#observer.observe(button);
    return button;
  }

  /** Marks the current page and scrolls to it. */
  #markCurrent(): void {
    const button = this.#buttons[this.#stack.current];
    if (!button || button.getAttribute('aria-current') === 'page') return;
    for (const other of this.#buttons) other.removeAttribute('aria-current');
    button.setAttribute('aria-current', 'page');
    const { offsetTop, offsetHeight } = button;
    const { scrollTop, clientHeight } = this.#element;
    if (offsetTop < scrollTop) this.#element.scrollTop = offsetTop - offsetHeight / 2;
    if (offsetTop + offsetHeight > scrollTop + clientHeight)
      this.#element.scrollTop = offsetTop + 1.5 * offsetHeight - clientHeight;
  }

  #updateVisible(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#visible.add(target);
      else this.#visible.delete(target);
    }
    void this.#draw();
  }

  async #draw(): Promise<void> {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    try {
      for (;;) {
        const { document } = this.#stack;
        const index = document ? this.#next(document) : -1;
        if (!document || index < 0) return;
        await this.#drawOne(document, index);
      }
    } finally {
      this.#isDrawing = false;
    }
  }

  #next({ shown }: LoadedDocument): number {
    return this.#buttons.findIndex(
      (button, index) =>
        this.#visible.has(button) && this.#drawn.get(button) !== shown.pageHashes[index],
    );
  }

  async #drawOne(document: LoadedDocument, index: number): Promise<void> {
    const button = this.#buttons[index];
    const page = document.pages[index];
    const size = document.sizes[index];
    if (!button || !page || !size) return;
    try {
      const { canvas, task } = startPicture(
        page,
        (WIDTH / size.width) * Math.max(2, devicePixelRatio),
      );
      await task.promise;
      button.firstElementChild?.replaceChildren(canvas);
      this.#drawn.set(button, document.shown.pageHashes[index] ?? '');
    } catch (error) {
      // If the document was replaced meanwhile, the page of the new one is drawn next.
      if (this.#stack.document === document) throw error;
    }
  }
}
