import { startPicture } from './draw-page.ts';
import { find, make } from './elements.ts';
import type { LoadedDocument } from './load-pdf.ts';
import { nameOfPage } from './page-field.ts';
import type { PageStack } from './page-stack.ts';

/** Width of a thumbnail in CSS px; page.css has the same. */
const WIDTH = 104;

/** Small pictures of the pages, to go to by a click. */
export class Thumbnails {
  readonly #element = find('thumbnails', HTMLElement);
  readonly #stack: PageStack;
  readonly #buttons: HTMLButtonElement[] = [];
  /** Fingerprints of the pages whose pictures are shown. */
  readonly #drawn = new Map<HTMLButtonElement, string>();
  readonly #inSight = new Set<Element>();
  readonly #observer = new IntersectionObserver((entries) => this.#notice(entries), {
    root: this.#element,
    rootMargin: '200px',
  });
  #isDrawing = false;

  constructor(stack: PageStack) {
    this.#stack = stack;
    stack.onChange(() => this.#follow());
  }

  /** Shows the pages of a new document; what looks the same is not drawn again. */
  refresh(): void {
    const { labels = [] } = this.#stack.document ?? {};
    for (const button of this.#buttons.splice(labels.length)) {
      this.#observer.unobserve(button);
      this.#inSight.delete(button);
      button.remove();
    }
    for (const [index, label] of labels.entries()) {
      const button = this.#buttons[index] ?? this.#add(index);
      const name = nameOfPage(label);
      button.setAttribute('aria-label', name === label ? `Page ${label}` : name);
      button.lastElementChild?.replaceChildren(name);
    }
    this.#follow();
    void this.#draw();
  }

  #add(index: number): HTMLButtonElement {
    const button = make('button', 'thumbnail');
    button.type = 'button';
    button.append(make('span', 'thumbnail-paper'), make('span', 'thumbnail-label'));
    button.addEventListener('click', () => this.#stack.goTo(index));
    this.#buttons.push(button);
    this.#element.append(button);
    this.#observer.observe(button);
    return button;
  }

  /** Marks the page that is being read and keeps it in sight. */
  #follow(): void {
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

  #notice(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#inSight.add(target);
      else this.#inSight.delete(target);
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
        this.#inSight.has(button) && this.#drawn.get(button) !== shown.pageHashes[index],
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
      // Its document was replaced while it was drawn: the new one's page is next.
      if (this.#stack.document === document) throw error;
    }
  }
}
