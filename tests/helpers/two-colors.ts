import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import sharp from 'sharp';
import { root } from './project-root.ts';

/** Side of the square in pixels. Its upper half is red, its lower half blue. */
export const SIDE = 32;
export const RED = [208, 32, 32] as const;
export const BLUE = [64, 64, 144] as const;

/** Returns the samples of the square, row by row, from those of one pixel in each half. */
export function twoHalves(
  upper: readonly number[],
  lower: readonly number[],
  side = SIDE,
): number[] {
  const rows = Array.from({ length: side }, (_, row) => (row < side / 2 ? upper : lower));
  return rows.flatMap((pixel) => Array.from({ length: side }, () => pixel).flat());
}

/** Creates the square as a picture that sharp can encode. */
export function makeSquare(side = SIDE) {
  const pixels = Buffer.from(twoHalves(RED, BLUE, side));
  return sharp(pixels, { raw: { width: side, height: side, channels: 3 } });
}

/** Reads the square as one of the stored JPEGs, which available encoders cannot create. */
export function readOddJpeg(name: string): Buffer {
  return readFileSync(join(root, 'tests', 'images', 'jpegs', `${name}.jpg`));
}

/** Returns the colours in the middle of the upper and the lower half. */
export async function halvesOf(bytes: Buffer): Promise<number[][]> {
  const picture = sharp(bytes).toColourspace('srgb').flatten({ background: '#fff' });
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return [0.25, 0.75].map((part) => {
    const row = Math.floor(info.height * part);
    const at = (row * info.width + (info.width >> 1)) * info.channels;
    return [...data.subarray(at, at + 3)];
  });
}

/** Expects the colours of a picture's halves. @param tolerance maximum difference, of 255 */
export async function expectHalves(
  bytes: Buffer,
  wanted: readonly (readonly number[])[] = [RED, BLUE],
  tolerance = 6,
): Promise<void> {
  const halves = await halvesOf(bytes);
  const off = halves.flatMap((color, half) =>
    color.map((part, index) => Math.abs(part - (wanted[half]?.[index] ?? 999))),
  );
  expect({ halves, isNear: Math.max(...off) <= tolerance }).toEqual({ halves, isNear: true });
}
