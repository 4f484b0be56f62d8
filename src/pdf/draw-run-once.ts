import type { BulletinDocument } from './bulletin-document.ts';
import { drawRun, type RunPlace } from './draw-run.ts';
import type { Inline } from './inline.ts';

/** A run as it was drawn, and all that its operators depend on beside the run. */
interface DrawnRun {
  readonly place: RunPlace;
  /** The codes that its glyphs had in their document, and the glyphs' numbers in the font. */
  readonly codes: readonly number[];
  readonly glyphs: readonly (number | undefined)[];
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
  if (
    known &&
    isSamePlace(known.place, place) &&
    known.codes.every((code, index) => glyphs[code] === known.glyphs[index])
  ) {
    document.addContent(known.operators);
    return;
  }
  let shown: ReadonlySet<string> = new Set();
  const operators = document.recordContent(() => {
    shown = drawRun(document, run, place);
  });
  const codes = [...shown].map((code) => Number.parseInt(code, 16));
  drawn.set(run, { place, codes, glyphs: codes.map((code) => glyphs[code]), operators });
}

function isSamePlace(a: RunPlace, b: RunPlace): boolean {
  return a.x === b.x && a.baseline === b.baseline && a.language === b.language;
}
