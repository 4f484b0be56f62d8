// Where sheets stand in the stack. Lengths are in pt, y counts from the stack's top; on the screen
// everything is multiplied by one scale, in CSS px to a pt.

/** A sheet's size in pt. */
export interface SheetSize {
  readonly width: number;
  readonly height: number;
}

/** White space in pt around sheets; page.css has the same. */
export const GAP = 12;

/** CSS px to a pt at 100 %. */
export const PX_PER_PT = 96 / 72;

/** How large the sheets are: by the window, or in per cent. */
export type Zoom = 'auto' | 'width' | 'page' | number;

const SMALLEST = 25;
const LARGEST = 400;
/** Automatic zoom fills the window's width, but goes no further than this, in per cent. */
const COMFORTABLE = 130;
/** Factor of one step. */
const STEP = 1.15;

/** The top of each sheet. */
export function topsOf(sizes: readonly SheetSize[]): number[] {
  let y = GAP;
  return sizes.map(({ height }) => {
    const top = y;
    y += height + GAP;
    return top;
  });
}

/** Indexes of the sheets that show between two heights. */
export function sheetsBetween(sizes: readonly SheetSize[], from: number, to: number): number[] {
  const tops = topsOf(sizes);
  return sizes.flatMap(({ height }, index) => {
    const top = tops[index] ?? 0;
    return top < to && top + height > from ? [index] : [];
  });
}

/** The sheet that stands at a height, or the nearest one above. */
export function sheetAt(sizes: readonly SheetSize[], y: number): number {
  return Math.max(
    0,
    topsOf(sizes).findLastIndex((top) => top - GAP <= y),
  );
}

/** The scale of a zoom in a room of so many CSS px. */
export function scaleOf(zoom: Zoom, room: SheetSize, sheet: SheetSize): number {
  const width = room.width / (sheet.width + 2 * GAP);
  const height = room.height / (sheet.height + 2 * GAP);
  if (typeof zoom === 'number') return (clamp(zoom) / 100) * PX_PER_PT;
  if (zoom === 'page') return Math.min(width, height);
  if (zoom === 'width') return width;
  return Math.min(width, (COMFORTABLE / 100) * PX_PER_PT);
}

/** The next larger (1) or smaller (-1) zoom from a scale, in per cent. */
export function stepZoom(scale: number, direction: 1 | -1): number {
  return clamp(Math.round((scale / PX_PER_PT) * 100 * STEP ** direction));
}

function clamp(percent: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, percent));
}
