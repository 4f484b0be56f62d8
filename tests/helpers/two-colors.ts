import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import sharp from 'sharp';
import { root } from './project-root.ts';

/** Sides of the square that is red in its upper half and blue in its lower half. */
export const SIDE = 32;
export const RED = [208, 32, 32] as const;
export const BLUE = [64, 64, 144] as const;

/** Numbers of the square's pixels, row by row, of what each half has for a pixel. */
export function twoHalves(
  upper: readonly number[],
  lower: readonly number[],
  side = SIDE,
): number[] {
  const rows = Array.from({ length: side }, (_, row) => (row < side / 2 ? upper : lower));
  return rows.flatMap((pixel) => Array.from({ length: side }, () => pixel).flat());
}

/** The square as a picture that sharp can encode. */
export function makeSquare(side = SIDE) {
  const pixels = Buffer.from(twoHalves(RED, BLUE, side));
  return sharp(pixels, { raw: { width: side, height: side, channels: 3 } });
}

/** The square as one of the tiny JPEGs that no encoder at hand makes. */
export function readOddJpeg(name: string): Buffer {
  return readFileSync(join(root, 'tests', 'images', 'jpegs', `${name}.jpg`));
}

/** Colours in the middle of the upper and of the lower half. */
export async function halvesOf(bytes: Buffer): Promise<number[][]> {
  const picture = sharp(bytes).toColourspace('srgb').flatten({ background: '#fff' });
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return [0.25, 0.75].map((part) => {
    const row = Math.floor(info.height * part);
    const at = (row * info.width + (info.width >> 1)) * info.channels;
    return [...data.subarray(at, at + 3)];
  });
}

/** Expects a picture's halves to be of two colours, as near as `tolerance` of 255. */
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
