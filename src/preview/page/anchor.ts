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
  const linesAfter = groupBy(after.places, ({ text }) => text);
  const newTops = topsOf(after.sizes);
  for (const place of visible) {
    const same = nearest(linesAfter.get(place.text) ?? [], place);
    if (same) return (newTops[same.page - 1] ?? 0) + same.top - (topOf(place) - y);
  }
  const page = Math.min(sheetAt(before.sizes, y), after.sizes.length - 1);
  return (newTops[page] ?? 0) + (y - (tops[sheetAt(before.sizes, y)] ?? 0));
}

/** Groups places by a text; leaves out those without one. */
function groupBy(
  places: readonly PagePlace[],
  textOf: (place: PagePlace) => string | undefined,
): Map<string, PagePlace[]> {
  const groups = new Map<string, PagePlace[]>();
  for (const place of places) {
    const text = textOf(place);
    const group = text === undefined ? [] : groups.get(text);
    if (group) group.push(place);
    else if (text !== undefined) groups.set(text, [place]);
  }
  return groups;
}

/** Groups places by their keys, in the order of the pages. */
function groupByKey(places: readonly PagePlace[]): Map<string, PagePlace[]> {
  return groupBy(
    [...places].sort((a, b) => a.page - b.page || a.top - b.top),
    ({ key }) => key,
  );
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

/** Part of the window's height, from the top, where a reader is assumed to look. */
const READING_HEIGHT = 1 / 3;

/**
 * Computes the scroll position in another edition of the issue, from the position `y` in the pages
 * `before`. The line that the reader looks at is followed to the same place of the same value, such as
 * the second paragraph of an article. Pages without values, such as covers and contents, are kept; those
 * after the last value are counted from the end. All lengths are in pt.
 */
export function computePositionInEdition(
  before: PlacedPages,
  after: PlacedPages,
  y: number,
  visibleHeight: number,
): number {
  const [tops, newTops] = [topsOf(before.sizes), topsOf(after.sizes)];
  const topOf = ({ page, top }: PagePlace) => (tops[page - 1] ?? 0) + top;
  const focus = y + visibleHeight * READING_HEIGHT;
  const page = sheetAt(before.sizes, focus);
  const [old, now] = [groupByKey(before.places), groupByKey(after.places)];
  const values = [...old.values()].flat();
  const visible = values
    .filter((place) => topOf(place) >= y && topOf(place) < y + visibleHeight)
    .sort((a, b) => Math.abs(topOf(a) - focus) - Math.abs(topOf(b) - focus));
  for (const place of values.some((value) => value.page === page + 1) ? visible : []) {
    const key = place.key ?? '';
    const same = findCorresponding(place, old.get(key) ?? [], now.get(key) ?? []);
    if (same) return (newTops[same.page - 1] ?? 0) + same.top - (topOf(place) - y);
  }
  const lastValue = Math.max(0, ...values.map((value) => value.page));
  const isBehind = lastValue > 0 && page >= lastValue;
  const shift = isBehind ? after.sizes.length - before.sizes.length : 0;
  const newPage = Math.max(0, Math.min(page + shift, after.sizes.length - 1));
  return (newTops[newPage] ?? 0) + (y - (tops[page] ?? 0));
}

/**
 * Finds the place of a value in another edition, given all places of the value in both. Paragraphs
 * correspond if both have the same number of them; lines correspond by their relative position.
 */
function findCorresponding(
  place: PagePlace,
  old: readonly PagePlace[],
  now: readonly PagePlace[],
): PagePlace | undefined {
  const [oldParagraphs, newParagraphs] = [splitParagraphs(old), splitParagraphs(now)];
  const index = oldParagraphs.findIndex((lines) => lines.includes(place));
  const areSame = oldParagraphs.length === newParagraphs.length;
  const from = (areSame && oldParagraphs[index]) || old;
  const to = (areSame && newParagraphs[index]) || now;
  const part = from.indexOf(place) / Math.max(1, from.length - 1);
  return to[Math.round(part * (to.length - 1))];
}

/** Splits the lines of a value into paragraphs, each of which is written on a line of its own. */
function splitParagraphs(places: readonly PagePlace[]): PagePlace[][] {
  const paragraphs: PagePlace[][] = [];
  for (const place of places) {
    const last = paragraphs.at(-1);
    if (last && last[0]?.source?.line === place.source?.line) last.push(place);
    else paragraphs.push([place]);
  }
  return paragraphs;
}
