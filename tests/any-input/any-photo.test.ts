import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { preparePicture } from '../../src/images/prepare-picture.ts';
import { runs } from '../helpers/arbitrary-issue.ts';

const MAX_SIZE = () => ({ width: 400, height: 400 });
const FORMATS = ['jpeg', 'png', 'webp', 'avif', 'tiff'] as const;

/** A picture with a red upper half and a blue lower half. */
const flag = sharp({ create: { width: 64, height: 64, channels: 3, background: '#0000ff' } })
  .composite([
    {
      input: { create: { width: 64, height: 32, channels: 3, background: '#ff0000' } },
      left: 0,
      top: 0,
    },
  ])
  .png()
  .toBuffer();

/** Expects a complete picture of the reported size, or a reason for rejecting it. */
async function expectPreparedOrRejected(bytes: Buffer): Promise<void> {
  const made = await preparePicture(bytes, MAX_SIZE);
  if ('rejection' in made) {
    expect(made.reason).toMatch(/\S/);
    return;
  }
  const { width, height } = await sharp(made.picture.bytes, { failOn: 'error' }).metadata();
  expect({ width, height }).toEqual({ width: made.picture.width, height: made.picture.height });
}

/** Returns the RGB values at a quarter and at three quarters of the height. */
async function colorsOf(bytes: Buffer): Promise<number[][]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (part: number) => {
    const row = Math.floor(info.height * part);
    const from = (row * info.width + (info.width >> 1)) * info.channels;
    return [...data.subarray(from, from + 3)];
  };
  return [at(0.25), at(0.75)];
}

function expectNear(colors: readonly number[][], wanted: readonly number[][]): void {
  const off = colors.flatMap((color, i) =>
    color.map((part, j) => Math.abs(part - (wanted[i]?.[j] ?? 999))),
  );
  expect(Math.max(...off)).toBeLessThan(24);
}

const RED_BLUE = [
  [254, 0, 0],
  [0, 0, 254],
];

describe('every format keeps its colours', () => {
  test.each([
    ['a plain JPEG', (p: Sharp) => p.jpeg({ quality: 95 })],
    ['a progressive JPEG', (p: Sharp) => p.jpeg({ progressive: true, quality: 95 })],
    ['an interlaced PNG', (p: Sharp) => p.png({ progressive: true })],
    ['a 16-bit PNG', (p: Sharp) => p.toColourspace('rgb16').png()],
    ['a PNG with a palette', (p: Sharp) => p.png({ palette: true })],
    ['a WebP', (p: Sharp) => p.webp({ quality: 95 })],
    ['a lossless WebP', (p: Sharp) => p.webp({ lossless: true })],
    ['an AVIF', (p: Sharp) => p.avif({ quality: 90 })],
    ['a TIFF', (p: Sharp) => p.tiff({ compression: 'lzw' })],
  ])('%s', async (_, encode) => {
    const made = await preparePicture(await encode(sharp(await flag)).toBuffer(), MAX_SIZE);
    if ('rejection' in made) throw new Error(made.reason);
    expectNear(await colorsOf(made.picture.bytes), RED_BLUE);
  });

  test('the first frame of an animation', async () => {
    const frames = [
      await flag,
      await sharp(await flag)
        .negate()
        .png()
        .toBuffer(),
    ];
    const animation = await sharp(frames, { join: { animated: true } })
      .webp({ lossless: true })
      .toBuffer();
    expect((await sharp(animation).metadata()).pages).toBe(2);
    const made = await preparePicture(animation, MAX_SIZE);
    if ('rejection' in made) throw new Error(made.reason);
    expect(made.picture).toMatchObject({ width: 64, height: 64 });
    expectNear(await colorsOf(made.picture.bytes), RED_BLUE);
  });
});

describe('a damaged picture is rejected or complete', () => {
  test.each(FORMATS)(
    '%s, truncated anywhere',
    async (format) => {
      const whole = await sharp(await flag)
        .toFormat(format)
        .toBuffer();
      const cut = fc.asyncProperty(fc.nat({ max: whole.length - 1 }), (length) =>
        expectPreparedOrRejected(whole.subarray(0, length)),
      );
      await fc.assert(cut, runs(25));
    },
    3_600_000,
  );

  test.each(FORMATS)(
    '%s, with flipped bits',
    async (format) => {
      const whole = await sharp(await flag)
        .toFormat(format)
        .toBuffer();
      const flips = fc.array(fc.nat({ max: whole.length * 8 - 1 }), { minLength: 1, maxLength: 8 });
      const flipped = fc.asyncProperty(flips, (places) => {
        const bytes = Buffer.from(whole);
        for (const place of places)
          bytes[place >> 3] = (bytes[place >> 3] ?? 0) ^ (1 << (place & 7));
        return expectPreparedOrRejected(bytes);
      });
      await fc.assert(flipped, runs(40));
    },
    3_600_000,
  );

  test('random bytes after the signature of a format', async () => {
    const heads = [
      '\xff\xd8\xff',
      '\x89PNG\r\n\x1a\n',
      'RIFF\0\0\0\0WEBP',
      'II*\0',
      '\0\0\0 ftypavif',
      '',
    ];
    const some = fc.asyncProperty(
      fc.constantFrom(...heads),
      fc.uint8Array({ maxLength: 200 }),
      (head, rest) => expectPreparedOrRejected(Buffer.concat([Buffer.from(head, 'latin1'), rest])),
    );
    await fc.assert(some, runs(100));
  }, 3_600_000);
});
