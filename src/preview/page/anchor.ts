import type { PagePlace } from '../messages.ts';
import { type SheetSize, sheetAt, topsOf } from './geometry.ts';

/** Pages with what stands on them. */
export interface PlacedPages {
  readonly sizes: readonly SheetSize[];
  readonly places: readonly PagePlace[];
}

/** A text shorter than this stands in too many places to tell one from another. */
const TELLING = 12;

/**
 * Where a reader who sees `before` at the height `y` is to be when `after` comes: the first line in
 * sight that is in both stays where it is on the screen; without one, the page's part stays.
 * `seen` is the height of what is in sight. All in pt.
 */
export function computeScrollPosition(
  before: PlacedPages,
  after: PlacedPages,
  y: number,
  seen: number,
): number {
  const tops = topsOf(before.sizes);
  const topOf = ({ page, top }: PagePlace) => (tops[page - 1] ?? 0) + top;
  const inSight = before.places
    .filter((place) => place.text.trim().length >= TELLING)
    .filter((place) => topOf(place) >= y && topOf(place) < y + seen)
    .sort((a, b) => topOf(a) - topOf(b));
  const linesAfter = groupByText(after.places);
  const newTops = topsOf(after.sizes);
  for (const place of inSight) {
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

/** The place that is nearest to where it was. */
function nearest(places: readonly PagePlace[], { page, top }: PagePlace): PagePlace | undefined {
  const distance = (place: PagePlace) =>
    Math.abs(place.page - page) * 10_000 + Math.abs(place.top - top);
  return places.reduce<PagePlace | undefined>(
    (best, place) => (best && distance(best) <= distance(place) ? best : place),
    undefined,
  );
}
