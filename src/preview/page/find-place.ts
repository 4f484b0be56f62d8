import type { Place } from '../messages.ts';

/** A hand does not point to the point: so many pt beside a line still mean the line. */
const NEAR = 6;

/** What an editor wrote at a point of a page, in pt from its top left corner. */
export function findPlace(
  places: readonly Place[],
  page: number,
  { x, y }: { x: number; y: number },
): Place | undefined {
  const written = places.filter((place) => place.page === page && place.source);
  const distance = ({ left, right, top, bottom }: Place) =>
    Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0));
  const near = written
    .map((place) => ({ place, away: distance(place) }))
    .filter(
      ({ place, away }) => away <= NEAR || (y >= place.top && y <= place.bottom && away <= 60),
    );
  near.sort((a, b) => a.away - b.away);
  return near[0]?.place;
}
