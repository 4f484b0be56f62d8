import type { PreviewEdition, PreviewMessage } from '../messages.ts';
import { createElement, find } from './elements.ts';

/** Links to the editions of the issue; shown if there are several. A link switches without a reload. */
export class EditionSwitch {
  readonly #element = find('editions', HTMLElement);
  readonly #onSwitch: (edition: string | undefined) => void;
  #editions: readonly PreviewEdition[] = [];
  #current = '';

  /** Calls `onSwitch` with the name of the edition that the user has chosen. */
  constructor(onSwitch: (edition: string | undefined) => void) {
    this.#onSwitch = onSwitch;
    this.#element.addEventListener('click', (event) => this.#follow(event));
    addEventListener('popstate', () => onSwitch(editionInAddress()));
  }

  /** Shows the editions of an issue and marks the current one. */
  show({ editions, edition }: Pick<PreviewMessage, 'editions' | 'edition'>): void {
    // Links that stay the same keep the focus.
    if (JSON.stringify(editions) !== JSON.stringify(this.#editions)) {
      this.#editions = editions;
      this.#element.hidden = editions.length < 2;
      this.#element.replaceChildren(...(editions.length < 2 ? [] : editions.map(createLink)));
    }
    this.#mark(edition.name);
  }

  /** Switches to the next edition; after the last one comes the first. */
  step(): void {
    const index = this.#editions.findIndex(({ name }) => name === this.#current);
    const next = this.#editions[(index + 1) % this.#editions.length];
    if (next && next.name !== this.#current) this.#switchTo(next.name);
  }

  #follow(event: MouseEvent): void {
    const link = event.target instanceof Element && event.target.closest('a');
    // With these keys the browser opens the link in another tab or window.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const name = new URL(link.href).searchParams.get('issue') ?? '';
    if (name !== this.#current) this.#switchTo(name);
  }

  #switchTo(name: string): void {
    history.pushState(null, '', addressOf(name));
    this.#mark(name);
    this.#onSwitch(name);
  }

  #mark(current: string): void {
    this.#current = current;
    for (const [index, { name }] of this.#editions.entries()) {
      const link = this.#element.children[index];
      if (name === current) link?.setAttribute('aria-current', 'page');
      else link?.removeAttribute('aria-current');
    }
  }
}

/** Returns the name of the edition in the page's address; undefined if it has none. */
export function editionInAddress(): string | undefined {
  return new URLSearchParams(location.search).get('issue') ?? undefined;
}

/** Returns the address of an edition's page. */
export function addressOf(edition: string): string {
  return `?issue=${encodeURIComponent(edition)}`;
}

/** Creates the link of an edition. Its name is in the edition's language, the title in English. */
function createLink({ name, language, label, description }: PreviewEdition): HTMLAnchorElement {
  const link = createElement('a', 'edition');
  link.href = addressOf(name);
  link.title = description;
  const text = createElement('span', '', label);
  if (language !== undefined) {
    link.hreflang = language;
    text.lang = language;
  }
  link.append(text);
  return link;
}
