import { beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import {
  type PixelRoom,
  type PreparedPicture,
  preparePicture,
} from '../../src/images/prepare-picture.ts';

const AMPLE: PixelRoom = () => ({ width: 10_000, height: 10_000 });

/** Red above, blue below; 60 by 40 pixels. */
let flag: Buffer;
/** Pixels that no compression makes small. */
let noise: Buffer;
beforeAll(async () => {
  flag = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#0000ff' } })
    .composite([
      {
        input: { create: { width: 60, height: 20, channels: 3, background: '#ff0000' } },
        left: 0,
        top: 0,
      },
    ])
    .png()
    .toBuffer();
  const grain = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  noise = await sharp({
    create: { width: 300, height: 200, channels: 3, background: '#888888', noise: grain },
  })
    .png()
    .toBuffer();
});

async function prepare(bytes: Buffer, room: PixelRoom = AMPLE): Promise<PreparedPicture> {
  const made = await preparePicture(bytes, room);
  if ('refusal' in made) throw new Error(made.reason);
  return made.picture;
}

/** The colour of a pixel, each part from 0 to 255. */
async function pixel(bytes: Buffer, left: number, top: number): Promise<number[]> {
  const { data } = await sharp(bytes)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data];
}

/** How far a pixel is from a colour, in the part that differs most. */
async function distance(
  bytes: Buffer,
  [left, top]: readonly [number, number],
  color: readonly number[],
): Promise<number> {
  const parts = await pixel(bytes, left, top);
  return Math.max(...color.map((part, index) => Math.abs(part - (parts[index] ?? 999))));
}

const RED = [254, 0, 0];
const WHITE = [255, 255, 255];

describe('a picture is turned upright by its EXIF orientation', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %d', async (orientation) => {
    const turned = await sharp(flag)
      .withMetadata({ orientation })
      .jpeg({ quality: 100 })
      .toBuffer();
    const picture = await prepare(turned);
    const upright = orientation > 4 ? { width: 40, height: 60 } : { width: 60, height: 40 };
    expect(picture).toMatchObject({
      ...upright,
      originalWidth: upright.width,
      originalHeight: upright.height,
    });
    const { orientation: left, ...made } = await sharp(picture.bytes).metadata();
    expect(left ?? 1).toBe(1);
    expect(made).toMatchObject(upright);
    // Where the red half is once the picture is turned; source: EXIF 2.32, tag 0x0112.
    const red: Record<number, [number, number]> = {
      1: [30, 5],
      2: [30, 5],
      3: [30, 35],
      4: [30, 35],
      5: [5, 30],
      6: [35, 30],
      7: [35, 30],
      8: [5, 30],
    };
    expect(await distance(picture.bytes, red[orientation] ?? [0, 0], RED)).toBeLessThan(12);
  });
});

describe('colours are brought to sRGB', () => {
  test('from CMYK', async () => {
    const cmyk = await sharp(flag).toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
    const { bytes } = await prepare(cmyk);
    expect(await sharp(bytes).metadata()).toMatchObject({
      format: 'jpeg',
      space: 'srgb',
      channels: 3,
    });
    const [red = 0, , blue = 255] = await pixel(bytes, 30, 5);
    expect(red).toBeGreaterThan(blue + 100);
  });

  test('from a PNG of 16 bits', async () => {
    const deep = await sharp(flag).toColourspace('rgb16').png().toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    const { bytes } = await prepare(deep);
    expect(await sharp(bytes).metadata()).toMatchObject({
      format: 'jpeg',
      space: 'srgb',
      depth: 'uchar',
    });
    expect(await distance(bytes, [30, 5], RED)).toBeLessThan(12);
  });

  test('from shades of grey with transparency', async () => {
    const grey = await sharp({
      create: { width: 20, height: 20, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
    })
      .toColourspace('b-w')
      .png()
      .toBuffer();
    expect(await distance((await prepare(grey)).bytes, [10, 10], WHITE)).toBeLessThan(12);
  });
});

describe('what is transparent becomes white', () => {
  test.each([
    ['png', {}],
    ['webp', {}],
    ['avif', {}],
    ['tiff', { compression: 'lzw' }],
  ] as const)('in %s', async (format, options) => {
    const background = { r: 0, g: 0, b: 0, alpha: 0 };
    const clear = await sharp({ create: { width: 40, height: 40, channels: 4, background } })
      .toFormat(format, options)
      .toBuffer();
    const { bytes } = await prepare(clear);
    expect((await sharp(bytes).metadata()).hasAlpha).toBe(false);
    expect(await distance(bytes, [20, 20], WHITE)).toBeLessThan(12);
  });
});

describe('a picture is reduced to the room it has', () => {
  test('keeping its proportions and the size it had', async () => {
    expect(await prepare(noise, () => ({ width: 100, height: 100 }))).toMatchObject({
      width: 100,
      height: 67,
      originalWidth: 300,
      originalHeight: 200,
    });
  });

  test('which is asked for with its upright size', async () => {
    const turned = await sharp(noise).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const asked: unknown[] = [];
    const room: PixelRoom = (size) => {
      asked.push(size);
      return { width: 100, height: 100 };
    };
    expect(await prepare(turned, room)).toMatchObject({ width: 67, height: 100 });
    expect(asked).toEqual([{ width: 200, height: 300 }]);
  });

  test('and never enlarged', async () => {
    expect(await prepare(noise, AMPLE)).toMatchObject({ width: 300, height: 200 });
  });
});

describe('a JPEG goes in untouched', () => {
  test('when it is small enough already', async () => {
    const jpeg = await sharp(noise).jpeg().toBuffer();
    const picture = await prepare(jpeg, () => ({ width: 300, height: 200 }));
    expect(picture.bytes).toBe(jpeg);
    expect(picture).toMatchObject({ width: 300, height: 200, originalWidth: 300 });
  });

  test('but not when it is larger, progressive, turned, or of another profile', async () => {
    const jpeg = await sharp(noise).jpeg().toBuffer();
    const changed = [
      [jpeg, () => ({ width: 299, height: 200 })],
      [await sharp(noise).jpeg({ progressive: true }).toBuffer(), AMPLE],
      [await sharp(noise).withMetadata({ orientation: 3 }).jpeg().toBuffer(), AMPLE],
      [await sharp(noise).withIccProfile('p3').jpeg().toBuffer(), AMPLE],
    ] as const;
    for (const [bytes, room] of changed) {
      expect((await prepare(bytes, room)).bytes.equals(bytes)).toBe(false);
    }
  });
});

describe('a broken picture is refused with a reason', () => {
  const formats = ['jpeg', 'png', 'webp', 'avif', 'tiff'] as const;
  test.each(formats)('a truncated %s', async (format) => {
    const whole = await sharp(noise)[format]().toBuffer();
    for (const part of [0.2, 0.6, 0.97]) {
      const cut = whole.subarray(0, Math.floor(whole.length * part));
      expect(await preparePicture(cut, AMPLE)).toEqual({
        refusal: 'photo-broken',
        reason: expect.stringMatching(/^its data is damaged or incomplete( \([^\n]+\))?$/),
      });
    }
  });

  test.each(formats)('a %s of garbage after its beginning', async (format) => {
    const whole = await sharp(noise)[format]().toBuffer();
    const garbage = Buffer.concat([whole.subarray(0, 32), Buffer.alloc(4000, 7)]);
    expect(await preparePicture(garbage, AMPLE)).toMatchObject({ refusal: 'photo-broken' });
  });

  test('a small JPEG that would go in untouched', async () => {
    const jpeg = await sharp(noise).jpeg().toBuffer();
    expect(await preparePicture(jpeg.subarray(0, -400), AMPLE)).toMatchObject({
      refusal: 'photo-broken',
    });
  });

  test('a picture with too many pixels, by what its header says', async () => {
    const header = await sharp(flag).png().toBuffer();
    header.writeUInt32BE(30_000, 16);
    header.writeUInt32BE(30_000, 20);
    const { crc32 } = (await import('node:zlib')) as { crc32?: (bytes: Buffer) => number };
    if (crc32) header.writeUInt32BE(crc32(header.subarray(12, 29)), 29);
    expect(await preparePicture(header, AMPLE)).toEqual({
      refusal: 'photo-broken',
      reason: 'it has more than 120 million pixels',
    });
  });
});

test('what is no photo is refused by the name of what it is', async () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>',
  );
  expect(await preparePicture(svg, AMPLE)).toEqual({
    refusal: 'photo-format',
    reason: 'an SVG drawing',
  });
});

test('the same picture is prepared to the same bytes', async () => {
  const [one, two] = await Promise.all([prepare(noise), prepare(noise)]);
  expect(one.bytes.equals(two.bytes)).toBe(true);
});
