import type { PagePlace } from '../messages.ts';
import { createElement } from './elements.ts';
import type { PageStack } from './page-stack.ts';
import type { StatusLine } from './status-line.ts';

/** Opens the source line of a text or a photo in the editor. */
export class SourceOpener {
  readonly #stack: PageStack;
  readonly #status: StatusLine;
  /** A hidden link that is clicked by the script; the browser passes it to the editor. */
  readonly #link = createElement('a');

  constructor(stack: PageStack, pages: HTMLElement, status: StatusLine) {
    this.#stack = stack;
    this.#status = status;
    this.#link.id = 'editor';
    this.#link.hidden = true;
    document.body.append(this.#link);
    pages.addEventListener('dblclick', (event) => this.#openAt(event));
  }

  /** Opens the first visible line, for users without a mouse. */
  openFirstVisible(): void {
    const index = this.#stack.current;
    const first = this.#stack.places.find(
      ({ page, top, source }) => page === index + 1 && source && this.#stack.isVisible(index, top),
    );
    this.#open(first);
  }

  #openAt({ target, clientX, clientY }: MouseEvent): void {
    const element = target instanceof Element ? target.closest('.sheet') : null;
    const index = this.#stack.sheets.findIndex((sheet) => sheet.element === element);
    if (!element || index < 0) return;
    const { left, top } = element.getBoundingClientRect();
    const { scale, places } = this.#stack;
    const point = { x: (clientX - left) / scale, y: (clientY - top) / scale };
    this.#open(findPlace(places, index + 1, point));
  }

  #open(place: PagePlace | undefined): void {
    const { edition } = this.#stack.document ?? {};
    if (!place?.source || !edition) {
      this.#status.announce('This part is computed and has no line in the issue.');
      return;
    }
    const { line, column } = place.source;
    this.#link.href = `${edition.link}:${line}:${column}`;
    this.#link.click();
    this.#status.announce(`Opening ${edition.file}:${line} in VS Code`);
  }
}

/** Hit tolerance, in pt. */
const HIT_TOLERANCE = 6;
/** Hit tolerance to the left and right of a line, in pt. */
const SIDE_TOLERANCE = 60;

/** Finds the line or photo of the issue at a point of a page, in pt from its top left corner. */
export function findPlace(
  places: readonly PagePlace[],
  page: number,
  { x, y }: { x: number; y: number },
): PagePlace | undefined {
  const candidates = places.filter((place) => place.page === page && place.source);
  const distance = ({ left, right, top, bottom }: PagePlace) =>
    Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0));
  const near = candidates
    .map((place) => ({ place, away: distance(place) }))
    .filter(
      ({ place, away }) =>
        away <= HIT_TOLERANCE || (y >= place.top && y <= place.bottom && away <= SIDE_TOLERANCE),
    );
  near.sort((a, b) => a.away - b.away);
  return near[0]?.place;
}
