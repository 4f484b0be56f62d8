import { find } from './elements.ts';
import type { PageStack } from './page-stack.ts';

/** Label of pages without a printed number, such as the cover. */
const UNNUMBERED = '0';

/** Returns the displayed name of a page: its printed number, or "Cover". */
export function nameOfPage(label: string): string {
  return label === UNNUMBERED ? 'Cover' : label;
}

/** Returns the index of the page with the typed number or name, or -1. */
export function findPage(labels: readonly string[], typed: string): number {
  const wanted = typed.trim().toLowerCase();
  return labels.findIndex(
    (label) => label.toLowerCase() === wanted || nameOfPage(label).toLowerCase() === wanted,
  );
}

/** The page number field, and the buttons beside it. */
export class PageField {
  readonly #field = find('page', HTMLInputElement);
  readonly #last = find('last-page', HTMLElement);
  readonly #stack: PageStack;

  constructor(stack: PageStack) {
    this.#stack = stack;
    find('page-form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go();
    });
    this.#field.addEventListener('blur', () => this.#show());
    this.#field.addEventListener('input', () => this.#field.setCustomValidity(''));
    find('previous', HTMLButtonElement).addEventListener('click', () => this.step(-1));
    find('next', HTMLButtonElement).addEventListener('click', () => this.step(1));
    stack.onChange(() => this.#show());
  }

  /** Focuses the field. */
  focus(): void {
    this.#field.focus();
    this.#field.select();
  }

  /** Goes to the next or the previous page. */
  step(direction: 1 | -1): void {
    const last = this.#labels.length - 1;
    this.#stack.goTo(Math.max(0, Math.min(last, this.#stack.current + direction)));
  }

  get #labels(): readonly string[] {
    return this.#stack.document?.labels ?? [];
  }

  #go(): void {
    const index = findPage(this.#labels, this.#field.value);
    if (index < 0) {
      const last = this.#labels.at(-1) ?? '';
      this.#field.setCustomValidity(`No page has this number. The last page is ${last}.`);
      this.#field.reportValidity();
      return;
    }
    this.#stack.goTo(index);
    find('pages', HTMLElement).focus();
    this.#show();
  }

  #show(): void {
    this.#last.textContent = this.#labels.length > 0 ? `of ${this.#labels.at(-1)}` : '';
    if (document.activeElement === this.#field) return;
    this.#field.setCustomValidity('');
    this.#field.value = nameOfPage(this.#labels[this.#stack.current] ?? '');
  }
}
