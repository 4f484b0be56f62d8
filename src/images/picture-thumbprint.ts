// A thumbnail of a few pixels with which pictures that look the same are found.

/** Width and height of the thumbnail, in pixels. */
const SIZE = 9;
/** Pixels whose mean is one pixel of the thumbnail, in each direction: sizes alone then change it little. */
const BLOCK = 8;
/** Channels of a pixel: red, green, blue. */
const CHANNELS = 3;
/** Steps of brightness that a picture must have: plain areas are the same in many pictures. */
const MIN_EDGES = 24;
/** Difference of brightness, from 0 to 255, that counts as an edge. */
const MIN_STEP = 4;
/**
 * Mean difference of the channels, from 0 to 255, up to which pictures look the same. Measured on 72 pictures:
 * their copies in other sizes, qualities and formats differ by up to 1.4, different pictures by at least 5.7.
 */
const MAX_DIFFERENCE = 3;

/**
 * Returns the thumbprint of a picture in Base64; undefined for one with too little detail. It takes
 * about 5 ms, when a photo is prepared.
 */
export async function computeThumbprint(picture: Buffer): Promise<string | undefined> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(picture)
    .toColourspace('srgb')
    .resize(SIZE * BLOCK, SIZE * BLOCK, { fit: 'fill', fastShrinkOnLoad: false })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const colors = averageBlocks(data, info.channels);
  return countEdges(colors) < MIN_EDGES ? undefined : colors.toString('base64');
}

/** Returns the mean colours of blocks of pixels; grey pictures have one channel. */
function averageBlocks(pixels: Buffer, channels: number): Buffer {
  const sums = new Float64Array(SIZE * SIZE * CHANNELS);
  const width = SIZE * BLOCK;
  for (let at = 0; at < width * width; at += 1) {
    const row = Math.floor(at / width / BLOCK);
    const column = Math.floor((at % width) / BLOCK);
    for (let channel = 0; channel < CHANNELS; channel += 1) {
      const place = (row * SIZE + column) * CHANNELS + channel;
      const value = pixels[at * channels + Math.min(channel, channels - 1)] ?? 0;
      sums[place] = (sums[place] ?? 0) + value;
    }
  }
  return Buffer.from(sums.map((sum) => Math.round(sum / BLOCK ** 2)));
}

/** Counts the neighbours in rows and columns that differ in brightness. */
function countEdges(pixels: Buffer): number {
  const at = (row: number, column: number) => pixels[(row * SIZE + column) * CHANNELS + 1] ?? 0;
  let edges = 0;
  for (let line = 0; line < SIZE; line += 1) {
    for (let next = 1; next < SIZE; next += 1) {
      if (Math.abs(at(line, next) - at(line, next - 1)) >= MIN_STEP) edges += 1;
      if (Math.abs(at(next, line) - at(next - 1, line)) >= MIN_STEP) edges += 1;
    }
  }
  return edges;
}

/** Returns whether the pictures of two thumbprints look the same. */
export function looksSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'base64'), Buffer.from(other, 'base64')];
  let sum = 0;
  for (const [index, value] of a.entries()) sum += Math.abs(value - (b[index] ?? 0));
  return sum / a.length <= MAX_DIFFERENCE;
}
