import { find } from './elements.ts';
import { PX_PER_PT, stepZoom, type Zoom } from './geometry.ts';
import { load, saveIndex } from './local-storage.ts';
import type { PageStack } from './page-stack.ts';

/** The zoom's list, and the buttons beside it. */
export class ZoomBar {
  readonly #list = find('zoom', HTMLSelectElement);
  readonly #other = find('zoom-other', HTMLOptionElement);
  readonly #stack: PageStack;

  constructor(stack: PageStack) {
    this.#stack = stack;
    this.#list.addEventListener('change', () => this.set(readZoom(this.#list.value)));
    find('smaller', HTMLButtonElement).addEventListener('click', () => this.step(-1));
    find('larger', HTMLButtonElement).addEventListener('click', () => this.step(1));
    this.set(readZoom(load('zoom') ?? 'auto'));
    // Pinching on a touchpad comes as a turn of the wheel with Ctrl.
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

  /** Sets the zoom, here and in the next window. */
  set(zoom: Zoom): void {
    this.#stack.setZoom(zoom);
    saveIndex('zoom', String(zoom));
    const known = [...this.#list.options].some(({ value }) => value === String(zoom));
    this.#other.hidden = known;
    if (!known) this.#other.textContent = `${zoom} %`;
    this.#list.value = known ? String(zoom) : 'other';
  }

  /** One step larger or smaller. */
  step(direction: 1 | -1): void {
    this.set(stepZoom(this.#stack.scale, direction));
  }
}

function readZoom(text: string): Zoom {
  if (text === 'auto' || text === 'width' || text === 'page') return text;
  const percent = Number(text);
  return percent > 0 ? percent : Math.round(PX_PER_PT * 75);
}
