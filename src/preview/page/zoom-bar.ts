import { find } from './elements.ts';
import { PX_PER_PT, stepZoom, type Zoom } from './geometry.ts';
import { loadSetting, saveSetting } from './local-storage.ts';
import type { PageStack } from './page-stack.ts';

/** The zoom list, and the buttons beside it. */
export class ZoomBar {
  readonly #list = find('zoom', HTMLSelectElement);
  readonly #other = find('zoom-other', HTMLOptionElement);
  readonly #stack: PageStack;

  constructor(stack: PageStack) {
    this.#stack = stack;
    this.#list.addEventListener('change', () => this.set(readZoom(this.#list.value)));
    find('smaller', HTMLButtonElement).addEventListener('click', () => this.step(-1));
    find('larger', HTMLButtonElement).addEventListener('click', () => this.step(1));
    this.set(readZoom(loadSetting('zoom') ?? 'auto'));
    // Browsers report a pinch on a touchpad as a wheel event with Ctrl.
    find('pages', HTMLElement).addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        this.step(event.deltaY < 0 ? 1 : -1);
      },
      { passive: false },
    );
  }

  /** Sets the zoom, now and at the next visit. */
  set(zoom: Zoom): void {
    this.#stack.setZoom(zoom);
    saveSetting('zoom', String(zoom));
    const known = [...this.#list.options].some(({ value }) => value === String(zoom));
    this.#other.hidden = known;
    if (!known) this.#other.textContent = `${zoom} %`;
    this.#list.value = known ? String(zoom) : 'other';
  }

  /** Zooms in (1) or out (-1) by one step. */
  step(direction: 1 | -1): void {
    this.set(stepZoom(this.#stack.scale, direction));
  }
}

function readZoom(text: string): Zoom {
  if (text === 'auto' || text === 'width' || text === 'page') return text;
  const percent = Number(text);
  return percent > 0 ? percent : Math.round(PX_PER_PT * 75);
}
