import type { Float } from '../definition.ts';
import type { LineBox } from './paginate-paragraph.ts';

/** Lengths in pt are sums of decimals; less than this is no difference. */
export const ROUNDING = 0.01;

/** A float that stands on a page, with its edges in pt; the text stays clear of it. */
export interface PlacedFloat extends Float {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the first line below a float may begin, in pt. */
export function footOf({ bottom, below }: PlacedFloat): number {
  return bottom + below - ROUNDING;
}

/** A line's place on a page, in pt. */
interface LinePlace {
  readonly top: number;
  readonly height: number;
}

/** The part of a line's full width that no float takes. */
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
    // What is indented in its column (a list, a quote) stays indented beside the float.
    if (float.side === 'left') {
      left = Math.max(left, float.right + float.gutter + full.x - float.left);
    } else {
      right = Math.min(right, float.left - float.gutter + full.x + full.width - float.right);
    }
  }
  return { x: left, width: right - left, indentRatio };
}
