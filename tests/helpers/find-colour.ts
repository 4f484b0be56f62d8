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

/** Returns the area that pixels of a colour, given as #rrggbb, take up; undefined if there are none. */
export function findColour(page: DrawnPage, colour: string): Area | undefined {
  const { scale, width, height } = page;
  const wanted = Number.parseInt(colour.slice(1), 16);
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (page.pixels.readUIntBE((y * width + x) * 3, 3) !== wanted) continue;
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
