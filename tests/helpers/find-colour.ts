import sharp from 'sharp';

/** A rectangle in pt from the page's top left corner. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels of a drawn page. */
export interface DrawnPage {
  /** Pixels to a point. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel, 8 bits each. */
  readonly pixels: Buffer;
}

/** Reads a drawn page; `scale` pixels are a point. */
export async function readDrawnPage(png: Buffer, scale: number): Promise<DrawnPage> {
  const { data, info } = await sharp(png)
    .flatten({ background: '#ffffff' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { scale, width: info.width, height: info.height, pixels: data };
}

/**
 * Returns the area that pixels of a colour, given as #rrggbb, take up; undefined if there are none.
 * @param within part of the page that is searched
 */
export function findColour(
  page: DrawnPage,
  colour: string,
  within: Area = { left: 0, top: 0, right: Infinity, bottom: Infinity },
): Area | undefined {
  const { scale, width, height, pixels } = page;
  const wanted = Buffer.from(colour.slice(1), 'hex');
  const end = (edge: number, size: number) => Math.min(size, Math.floor(edge * scale));
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = Math.floor(within.top * scale); y < end(within.bottom, height); y++) {
    const row = pixels.subarray(y * width * 3, (y * width + end(within.right, width)) * 3);
    const first = Math.floor(within.left * scale) * 3;
    for (let at = row.indexOf(wanted, first); at >= 0; at = row.indexOf(wanted, at + 1)) {
      if (at % 3 !== 0) continue;
      const x = at / 3;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  }
  if (right < 0) return undefined;
  return {
    left: left / scale,
    top: top / scale,
    right: (right + 1) / scale,
    bottom: (bottom + 1) / scale,
  };
}

/** Whether an area of a page is white. */
export function isWhite(page: DrawnPage, area: Area): boolean {
  const { scale, width, height, pixels } = page;
  const last = (edge: number, size: number) => Math.min(size, Math.floor(edge * scale));
  for (let y = Math.ceil(area.top * scale); y < last(area.bottom, height); y++) {
    for (let x = Math.ceil(area.left * scale); x < last(area.right, width); x++) {
      if (pixels.readUIntBE((y * width + x) * 3, 3) !== 0xffffff) return false;
    }
  }
  return true;
}
