import type { Float } from '../definition.ts';
import type { LineBox } from './paginate-paragraph.ts';

/** Tolerance in pt for rounding errors in sums of lengths. */
export const ROUNDING = 0.01;

/** A float with its page and its edges in pt. */
export interface PlacedFloat extends Float {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Returns the top in pt of the first line that may stand below a float. */
export function footOf({ bottom, below }: PlacedFloat): number {
  return bottom + below - ROUNDING;
}

/** Vertical position of a line on a page, in pt. */
interface LinePlace {
  readonly top: number;
  readonly height: number;
}

/** Returns the part of a line's full width that is free of floats. */
export function lineBoxBeside(
  floats: readonly PlacedFloat[],
  { top, height }: LinePlace,
  full: LineBox,
): LineBox {
  let left = full.x;
  let right = full.x + full.width;
  let indentRatio = 1;
  for (const float of floats) {
    const above = top + height <= float.top + ROUNDING;
    const under = top >= footOf(float);
    if (above || under) continue;
    indentRatio = Math.min(indentRatio, float.indentRatio ?? 1);
    // Text that is indented in its column (a list, a quote) keeps its indent beside the float.
    if (float.side === 'left') {
      left = Math.max(left, float.right + float.gutter + full.x - float.left);
    } else {
      right = Math.min(right, float.left - float.gutter + full.x + full.width - float.right);
    }
  }
  return { x: left, width: right - left, indentRatio };
}
