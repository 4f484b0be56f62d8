import type { PagePlace, PreviewIssue } from '../messages.ts';
import { make } from './elements.ts';
import type { PageStack } from './page-stack.ts';
import type { StatusLine } from './status-line.ts';
/** Opens the lines of what stands in the pages in the editor. */
export class SourceOpener {
  readonly #stack: PageStack;
  readonly #status: StatusLine;
  /** A link to be followed by the program: the browser hands it to the editor. */
  readonly #link = make('a');
  #issue: PreviewIssue | undefined;

  constructor(stack: PageStack, pages: HTMLElement, status: StatusLine) {
    this.#stack = stack;
    this.#status = status;
    this.#link.id = 'editor';
    this.#link.hidden = true;
    document.body.append(this.#link);
    pages.addEventListener('dblclick', (event) => this.#openAt(event));
  }

  /** The issue whose pages are shown. */
  set issue(issue: PreviewIssue) {
    this.#issue = issue;
  }

  /** Opens what is first in sight: the same for those who use no mouse. */
  openInSight(): void {
    const index = this.#stack.current;
    const first = this.#stack.places.find(
      ({ page, top, source }) => page === index + 1 && source && this.#stack.isInSight(index, top),
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
    if (!place?.source || !this.#issue) {
      this.#status.say('No line of the issue stands here: this part is computed.');
      return;
    }
    const { line, column } = place.source;
    this.#link.href = `${this.#issue.link}:${line}:${column}`;
    this.#link.click();
    this.#status.say(`Opening ${this.#issue.file}:${line} in VS Code`);
  }
}

/** A hand does not point to the point: so many pt beside a line still mean the line. */
const NEAR = 6;

/** What an editor wrote at a point of a page, in pt from its top left corner. */
export function findPlace(
  places: readonly PagePlace[],
  page: number,
  { x, y }: { x: number; y: number },
): PagePlace | undefined {
  const written = places.filter((place) => place.page === page && place.source);
  const distance = ({ left, right, top, bottom }: PagePlace) =>
    Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0));
  const near = written
    .map((place) => ({ place, away: distance(place) }))
    .filter(
      ({ place, away }) => away <= NEAR || (y >= place.top && y <= place.bottom && away <= 60),
    );
  near.sort((a, b) => a.away - b.away);
  return near[0]?.place;
}
