import type { PagePlace } from '../messages.ts';
import { type SheetSize, sheetAt, topsOf } from './geometry.ts';

/** Pages, and the lines and pictures on them. */
export interface PlacedPages {
  readonly sizes: readonly SheetSize[];
  readonly places: readonly PagePlace[];
}

/** Shortest text of an anchor, in characters: shorter lines occur too often. */
const MIN_ANCHOR_LENGTH = 12;

/**
 * Computes the scroll position for the pages `after`, from the position `y` in the pages `before`. The
 * first visible line that is in both keeps its place on the screen; without one, the position on the
 * page is kept. All lengths are in pt.
 */
export function computeScrollPosition(
  before: PlacedPages,
  after: PlacedPages,
  y: number,
  visibleHeight: number,
): number {
  const tops = topsOf(before.sizes);
  const topOf = ({ page, top }: PagePlace) => (tops[page - 1] ?? 0) + top;
  const visible = before.places
    .filter((place) => place.text.trim().length >= MIN_ANCHOR_LENGTH)
    .filter((place) => topOf(place) >= y && topOf(place) < y + visibleHeight)
    .sort((a, b) => topOf(a) - topOf(b));
  const linesAfter = groupByText(after.places);
  const newTops = topsOf(after.sizes);
  for (const place of visible) {
    const same = nearest(linesAfter.get(place.text) ?? [], place);
    if (same) return (newTops[same.page - 1] ?? 0) + same.top - (topOf(place) - y);
  }
  const page = Math.min(sheetAt(before.sizes, y), after.sizes.length - 1);
  return (newTops[page] ?? 0) + (y - (tops[sheetAt(before.sizes, y)] ?? 0));
}

function groupByText(places: readonly PagePlace[]): Map<string, PagePlace[]> {
  const groups = new Map<string, PagePlace[]>();
  for (const place of places) {
    const group = groups.get(place.text);
    if (group) group.push(place);
    else groups.set(place.text, [place]);
  }
  return groups;
}

/** Returns the place that is nearest to a previous place. */
function nearest(places: readonly PagePlace[], { page, top }: PagePlace): PagePlace | undefined {
  const distance = (place: PagePlace) =>
    Math.abs(place.page - page) * 10_000 + Math.abs(place.top - top);
  return places.reduce<PagePlace | undefined>(
    (best, place) => (best && distance(best) <= distance(place) ? best : place),
    undefined,
  );
}
