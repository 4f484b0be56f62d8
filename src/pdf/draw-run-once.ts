import type { BulletinDocument } from './bulletin-document.ts';
import { drawRun, type RunPlace } from './draw-run.ts';
import type { Inline } from './inline.ts';

/** Numbers of glyphs in a font's file by their codes in a document; a document only adds to them. */
type Glyphs = readonly number[];

/** A run as it was drawn, and all that its operators depend on beside the run. */
interface DrawnRun {
  readonly place: RunPlace;
  /** The glyphs of its document, and the highest code that the run shows. */
  readonly glyphs: Glyphs;
  readonly highest: number;
  readonly operators: string;
}

/** What was drawn of runs that may come again. */
export type DrawnRuns = WeakMap<Inline, DrawnRun>;

/**
 * Draws a run; one that stands where it stood, and whose glyphs have the codes they had, is not
 * worked out again.
 */
export function drawRunOnce(
  document: BulletinDocument,
  run: Inline,
  place: RunPlace,
  drawn: DrawnRuns,
): void {
  const { glyphs } = document.useFont(run.font).subset;
  const known = drawn.get(run);
  if (known && isSamePlace(known.place, place) && known.highest < countSame(glyphs, known.glyphs)) {
    document.addContent(known.operators);
    return;
  }
  let highest = -1;
  const operators = document.recordContent(() => {
    highest = drawRun(document, run, place);
  });
  drawn.set(run, { place, glyphs, highest, operators });
}

function isSamePlace(a: RunPlace, b: RunPlace): boolean {
  return a.x === b.x && a.baseline === b.baseline && a.language === b.language;
}

/** How many codes are known to stand for the same glyphs in a document as in one before it. */
const sameCodes = new WeakMap<Glyphs, WeakMap<Glyphs, number>>();

/** The number of codes, from 0, that stand for the same glyphs in both. */
function countSame(glyphs: Glyphs, before: Glyphs): number {
  if (glyphs === before) return glyphs.length;
  const counts = sameCodes.get(glyphs) ?? new WeakMap<Glyphs, number>();
  sameCodes.set(glyphs, counts);
  let count = counts.get(before) ?? 0;
  while (count < glyphs.length && glyphs[count] === before[count]) count += 1;
  counts.set(before, count);
  return count;
}
