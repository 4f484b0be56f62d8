// Positions of the sheets in the stack. Lengths are in pt, and y is measured from the top of the stack.
// On the screen all lengths are multiplied by one scale, in CSS px per pt.

/** A sheet's size in pt. */
export interface SheetSize {
  readonly width: number;
  readonly height: number;
}

/** Space around sheets, in pt; sheets.css has the same value. */
export const GAP = 12;

/** CSS px per pt at a zoom of 100 %. */
export const PX_PER_PT = 96 / 72;

/** Zoom: automatic, fit width, fit page, or in per cent. */
export type Zoom = 'auto' | 'width' | 'page' | number;

/** Limits of the zoom, in per cent. */
const MIN_ZOOM = 25;
const MAX_ZOOM = 400;
/** Limit of the automatic zoom, which otherwise fits the window's width, in per cent. */
const MAX_AUTO_ZOOM = 130;
/** Factor of one zoom step. */
const ZOOM_STEP = 1.15;

/** Returns the top of each sheet. */
export function topsOf(sizes: readonly SheetSize[]): number[] {
  let y = GAP;
  return sizes.map(({ height }) => {
    const top = y;
    y += height + GAP;
    return top;
  });
}

/** Returns the indexes of the sheets that overlap a vertical range. */
export function sheetsBetween(sizes: readonly SheetSize[], from: number, to: number): number[] {
  const tops = topsOf(sizes);
  return sizes.flatMap(({ height }, index) => {
    const top = tops[index] ?? 0;
    return top < to && top + height > from ? [index] : [];
  });
}

/** Returns the index of the sheet at a height, or of the nearest one above. */
export function sheetAt(sizes: readonly SheetSize[], y: number): number {
  return Math.max(
    0,
    topsOf(sizes).findLastIndex((top) => top - GAP <= y),
  );
}

/** Returns the scale of a zoom in a viewport, whose size is in CSS px. */
export function scaleOf(zoom: Zoom, viewport: SheetSize, sheet: SheetSize): number {
  const width = viewport.width / (sheet.width + 2 * GAP);
  const height = viewport.height / (sheet.height + 2 * GAP);
  if (typeof zoom === 'number') return (clamp(zoom) / 100) * PX_PER_PT;
  if (zoom === 'page') return Math.min(width, height);
  if (zoom === 'width') return width;
  return Math.min(width, (MAX_AUTO_ZOOM / 100) * PX_PER_PT);
}

/** Returns the next larger (1) or smaller (-1) zoom from a scale, in per cent. */
export function stepZoom(scale: number, direction: 1 | -1): number {
  return clamp(Math.round((scale / PX_PER_PT) * 100 * ZOOM_STEP ** direction));
}

function clamp(percent: number): number {
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, percent));
}
