import { beforeAll, describe, expect, test } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import { cleanJpeg } from '../../src/images/clean-jpeg.ts';
import { readJpeg } from '../../src/images/jpeg-segments.ts';
import type { PictureRejection } from '../../src/images/picture-format.ts';
import {
  type MaxPixelSize,
  type PreparedPicture,
  preparePicture,
} from '../../src/images/prepare-picture.ts';
import { addSegments, changeJpeg, jpegProfile, jpegSegment } from '../helpers/change-jpeg.ts';
import { makePng, pngProfile } from '../helpers/make-png.ts';
import { fromLinear, makeProfile, PRIMARIES, toLinear } from '../helpers/make-profile.ts';
import {
  BLUE as BLUE_HALF,
  expectHalves,
  halvesOf,
  makeSquare,
  RED as RED_HALF,
  readOddJpeg,
  twoHalves,
} from '../helpers/two-colors.ts';

const AMPLE: MaxPixelSize = () => ({ width: 10_000, height: 10_000 });

/** Red above, blue below; 60 by 40 pixels. */
let flag: Buffer;
/** Random pixels, which compress badly. */
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

async function prepare(bytes: Buffer, maxSize: MaxPixelSize = AMPLE): Promise<PreparedPicture> {
  const result = await preparePicture(bytes, maxSize);
  if ('rejection' in result) throw new Error(result.reason);
  return result.picture;
}

/** Returns the colour of a pixel, each channel from 0 to 255. */
async function pixel(bytes: Buffer, left: number, top: number): Promise<number[]> {
  const { data } = await sharp(bytes)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data];
}

/** Returns the largest difference of a channel between a pixel and a colour. */
async function distance(
  bytes: Buffer,
  [left, top]: readonly [number, number],
  color: readonly number[],
): Promise<number> {
  const parts = await pixel(bytes, left, top);
  return Math.max(...color.map((part, index) => Math.abs(part - (parts[index] ?? 999))));
}

/** Solves a linear system of three columns by Cramer's rule. */
function solve(columns: readonly (readonly number[])[], sum: readonly number[]): number[] {
  const determinant = ([a = [], b = [], c = []]: readonly (readonly number[])[]) => {
    const [a0 = 0, a1 = 0, a2 = 0] = a;
    const [b0 = 0, b1 = 0, b2 = 0] = b;
    const [c0 = 0, c1 = 0, c2 = 0] = c;
    return a0 * (b1 * c2 - b2 * c1) - b0 * (a1 * c2 - a2 * c1) + c0 * (a1 * b2 - a2 * b1);
  };
  return columns.map((_, index) => determinant(columns.with(index, sum)) / determinant(columns));
}

const RED = [254, 0, 0];
const WHITE = [255, 255, 255];

describe('rotates a picture upright by its EXIF orientation', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %d', async (orientation) => {
    const turned = await sharp(flag)
      .withMetadata({ orientation })
      .jpeg({ quality: 100 })
      .toBuffer();
    const picture = await prepare(turned);
    expect(picture.orientation).toBe(orientation === 1 ? undefined : orientation);
    const upright = orientation > 4 ? { width: 40, height: 60 } : { width: 60, height: 40 };
    expect(picture).toMatchObject({
      ...upright,
      originalWidth: upright.width,
      originalHeight: upright.height,
    });
    const { orientation: left, ...result } = await sharp(picture.bytes).metadata();
    expect(left ?? 1).toBe(1);
    expect(result).toMatchObject(upright);
    // Where the red half is after rotation; source: EXIF 2.32, tag 0x0112.
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

describe('converts colours to sRGB', () => {
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

  test('from a 16-bit PNG', async () => {
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

  test('from grey with transparency', async () => {
    const grey = await sharp({
      create: { width: 20, height: 20, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
    })
      .toColourspace('b-w')
      .png()
      .toBuffer();
    expect(await distance((await prepare(grey)).bytes, [10, 10], WHITE)).toBeLessThan(12);
  });
});

describe('transparent pixels become white', () => {
  test.each([
    ['png', {}],
    ['webp', {}],
    ['avif', {}],
    ['tiff', { compression: 'lzw' }],
  ] as const)('in %s', async (format, options) => {
    const background = { r: 0, g: 0, b: 0, alpha: 0 };
    const transparent = await sharp({ create: { width: 40, height: 40, channels: 4, background } })
      .toFormat(format, options)
      .toBuffer();
    const { bytes } = await prepare(transparent);
    expect((await sharp(bytes).metadata()).hasAlpha).toBe(false);
    expect(await distance(bytes, [20, 20], WHITE)).toBeLessThan(12);
  });
});

describe('reduces a picture to its maximum size', () => {
  test('keeping its proportions and reporting its original size', async () => {
    expect(await prepare(noise, () => ({ width: 100, height: 100 }))).toMatchObject({
      width: 100,
      height: 67,
      originalWidth: 300,
      originalHeight: 200,
    });
  });

  test('which is requested with its upright size', async () => {
    const turned = await sharp(noise).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const requested: unknown[] = [];
    const maxSize: MaxPixelSize = (size) => {
      requested.push(size);
      return { width: 100, height: 100 };
    };
    expect(await prepare(turned, maxSize)).toMatchObject({ width: 67, height: 100 });
    expect(requested).toEqual([{ width: 200, height: 300 }]);
  });

  test('and never enlarges it', async () => {
    expect(await prepare(noise, AMPLE)).toMatchObject({ width: 300, height: 200 });
  });
});

describe('does not encode a JPEG again', () => {
  test('if it is small enough', async () => {
    const jpeg = await sharp(noise).jpeg().toBuffer();
    const picture = await prepare(jpeg, () => ({ width: 300, height: 200 }));
    expect(picture.bytes).toBe(jpeg);
    expect(picture).toMatchObject({ width: 300, height: 200, originalWidth: 300 });
  });

  test.each(['progressive', 'restarts', 'scan-for-each-colour'])('%s', async (name) => {
    expect((await prepare(readOddJpeg(name))).bytes).toEqual(readOddJpeg(name));
  });

  test('and removes its metadata', async () => {
    const jpeg = await sharp(noise).jpeg().toBuffer();
    const metadata = [
      jpegSegment(0xe1, 'Exif\0\0MM\0*\0\0\0\x08\0\0'),
      jpegSegment(0xfe, 'a comment'),
    ];
    const photo = Buffer.concat([addSegments(jpeg, ...metadata), Buffer.from('a video')]);
    expect((await prepare(photo)).bytes).toEqual(jpeg);
  });

  test('unless it is larger or rotated', async () => {
    const jpeg = await sharp(noise).jpeg().toBuffer();
    const turned = await sharp(noise).withMetadata({ orientation: 3 }).jpeg().toBuffer();
    const larger = (await prepare(jpeg, () => ({ width: 299, height: 200 }))).bytes;
    expect(larger).not.toEqual(jpeg);
    const upright = (await prepare(turned)).bytes;
    expect(readJpeg(upright).segments.at(-1)).not.toEqual(readJpeg(turned).segments.at(-1));
  });

  test.each(['arithmetic', 'rgb', 'extended'])(
    'unless some viewers may not show it: %s',
    async (name) => {
      const { bytes } = await prepare(readOddJpeg(name));
      expect(readJpeg(bytes).segments.map(({ marker }) => marker)).toContain(0xc0);
      await expectHalves(bytes, [RED_HALF, BLUE_HALF], 20);
    },
  );

  test('unless the decoder warns', async () => {
    const jpeg = await sharp(noise).jpeg().toBuffer();
    const cut = Buffer.concat([jpeg.subarray(0, -400), Buffer.from([0xff, 0xd9])]);
    expect(readJpeg(cut).endsWith).toBe('end of image');
    expect((await prepare(cut)).bytes.includes(cut.subarray(-200, -2))).toBe(false);
  });
});

describe('colours follow the profile', () => {
  /** Value of each channel of the test picture, from 0 to 1. */
  const MIDDLE = 128 / 255;
  const flat = () =>
    sharp({ create: { width: 32, height: 32, channels: 3, background: '#808080' } });
  const linear = { name: 'sRGB IEC61966-2.1', primaries: PRIMARIES.srgb, gamma: 1 } as const;
  const p3 = { name: 'sRGB IEC61966-2.1', primaries: PRIMARIES.p3, gamma: 'srgb' } as const;
  const srgb = { name: 'camera', primaries: PRIMARIES.srgb, gamma: 'srgb' } as const;
  const lightened = Array(3).fill(Math.round(255 * fromLinear(MIDDLE)));

  test('of linear light that is named sRGB', async () => {
    const jpeg = addSegments(await flat().jpeg().toBuffer(), jpegProfile(makeProfile(linear)));
    const { bytes } = await prepare(jpeg);
    expect(await distance(bytes, [10, 10], lightened)).toBeLessThan(4);
    expect((await sharp(bytes).metadata()).hasProfile).toBe(false);
  });

  test('of Display P3 that is named sRGB', async () => {
    const { bytes } = await prepare(
      addSegments(
        await makeSquare().jpeg({ quality: 95 }).toBuffer(),
        jpegProfile(makeProfile(p3)),
      ),
    );
    await expectHalves(bytes, [toSrgb(RED_HALF), toSrgb(BLUE_HALF)], 6);
    const plain = await halvesOf(await makeSquare().jpeg({ quality: 95 }).toBuffer());
    expect(await halvesOf(bytes)).not.toEqual(plain);
  });

  test('of sRGB under another name, which changes nothing', async () => {
    const jpeg = await makeSquare().jpeg().toBuffer();
    const named = addSegments(jpeg, jpegProfile(makeProfile(srgb)));
    expect((await prepare(named)).bytes).toEqual(jpeg);
  });

  test.each([
    ['that is invalid', Buffer.alloc(200, 7)],
    ['that is cut off', makeProfile(p3).subarray(0, 200)],
  ])('and a profile %s is ignored', async (_, profile) => {
    const jpeg = await makeSquare().jpeg().toBuffer();
    expect((await prepare(addSegments(jpeg, jpegProfile(profile)))).bytes).toEqual(jpeg);
  });

  test.each([
    ['PNG', 8],
    ['PNG', 16],
  ] as const)('in a %s of %d bits, large or reduced', async (_, depth) => {
    const part = depth === 8 ? 128 : 128 * 257;
    const numbers = Array(40 * 40 * 3).fill(part);
    const shape = { width: 40, height: 40, depth, type: 2, numbers } as const;
    for (const maxSize of [AMPLE, () => ({ width: 10, height: 10 })]) {
      const asLinear = makePng({ ...shape, before: [pngProfile(makeProfile(linear))] });
      expect(
        await distance((await prepare(asLinear, maxSize)).bytes, [5, 5], lightened),
      ).toBeLessThan(3);
      const asSrgb = makePng({ ...shape, before: [pngProfile(makeProfile(srgb))] });
      const grey = [128, 128, 128];
      expect(await distance((await prepare(asSrgb, maxSize)).bytes, [5, 5], grey)).toBeLessThan(3);
    }
  });

  test('in vivid 16-bit colours', async () => {
    const numbers = twoHalves(
      RED_HALF.map((part) => part * 257),
      BLUE_HALF.map((part) => part * 257),
    );
    const shape = { width: 32, height: 32, depth: 16, type: 2, numbers } as const;
    for (const [profile, halves] of [
      [srgb, [RED_HALF, BLUE_HALF]],
      [p3, [toSrgb(RED_HALF), toSrgb(BLUE_HALF)]],
    ] as const) {
      const { bytes } = await prepare(
        makePng({ ...shape, before: [pngProfile(makeProfile(profile))] }),
      );
      await expectHalves(bytes, halves, 6);
    }
  });

  test.each([8, 16] as const)('in grey of %d bits', async (depth) => {
    const numbers = Array(20 * 20).fill(depth === 8 ? 128 : 128 * 257);
    const profile = pngProfile(makeProfile({ name: 'grey', gamma: 1 }));
    const png = makePng({ width: 20, height: 20, depth, type: 0, numbers, before: [profile] });
    expect(await distance((await prepare(png)).bytes, [5, 5], lightened)).toBeLessThan(3);
  });

  test('in a grey JPEG that could be used unchanged', async () => {
    const jpeg = await flat().toColourspace('b-w').jpeg().toBuffer();
    const profile = jpegProfile(makeProfile({ name: 'grey sRGB', gamma: 1 }));
    const { bytes } = await prepare(addSegments(jpeg, profile));
    expect(await distance(bytes, [5, 5], lightened)).toBeLessThan(4);
  });

  /** Converts a Display P3 colour to sRGB, clipped to its gamut. */
  function toSrgb(color: readonly number[]): number[] {
    const light = color.map((part) => toLinear(part / 255));
    const xyz = [0, 1, 2].map((axis) =>
      light.reduce((sum, part, index) => sum + part * (PRIMARIES.p3[index]?.[axis] ?? 0), 0),
    );
    return solve(PRIMARIES.srgb, xyz).map((part) =>
      Math.round(255 * fromLinear(Math.min(1, Math.max(0, part)))),
    );
  }
});

describe('subsamples chroma only if the original does', () => {
  test.each<[string, (picture: Sharp) => Sharp, string]>([
    ['a PNG', (picture) => picture.png(), '4:4:4'],
    ['a PNG with a palette', (picture) => picture.png({ palette: true }), '4:4:4'],
    ['a lossless WebP', (picture) => picture.webp({ lossless: true }), '4:4:4'],
    [
      'a lossless WebP with transparency',
      (picture) => picture.ensureAlpha(0.5).webp({ lossless: true }),
      '4:4:4',
    ],
    ['a WebP', (picture) => picture.webp(), '4:2:0'],
    ['a WebP with transparency', (picture) => picture.ensureAlpha(0.5).webp(), '4:2:0'],
    ['a TIFF', (picture) => picture.tiff({ compression: 'lzw' }), '4:4:4'],
    ['a TIFF with JPEG compression', (picture) => picture.tiff({ compression: 'jpeg' }), '4:2:0'],
    ['an AVIF', (picture) => picture.avif({ chromaSubsampling: '4:4:4' }), '4:4:4'],
    [
      'an AVIF with transparency',
      (picture) => picture.ensureAlpha(0.5).avif({ chromaSubsampling: '4:4:4' }),
      '4:4:4',
    ],
    [
      'an AVIF with subsampled chroma',
      (picture) => picture.avif({ chromaSubsampling: '4:2:0' }),
      '4:2:0',
    ],
    ['a JPEG', (picture) => picture.jpeg({ chromaSubsampling: '4:4:4' }), '4:4:4'],
    ['a JPEG with subsampled chroma', (picture) => picture.jpeg(), '4:2:0'],
  ])('%s', async (_, encode, chromaSubsampling) => {
    const source = await encode(sharp(noise)).toBuffer();
    const { bytes } = await prepare(source, () => ({ width: 100, height: 100 }));
    expect(await sharp(bytes).metadata()).toMatchObject({ chromaSubsampling });
  });

  test('also for an animated WebP', async () => {
    const join = { animated: true };
    const moving = await sharp([noise, flag], { join }).webp({ lossless: true }).toBuffer();
    expect((await sharp((await prepare(moving)).bytes).metadata()).chromaSubsampling).toBe('4:4:4');
  });

  test('so a thin line keeps its colour', async () => {
    const stripes = Array.from({ length: 40 }, (_, column) =>
      column % 4 === 0 ? [208, 0, 0] : WHITE,
    );
    const numbers = Array.from({ length: 40 }, () => stripes.flat()).flat();
    const png = makePng({ width: 40, height: 40, depth: 8, type: 2, numbers });
    expect(await distance((await prepare(png)).bytes, [20, 20], [208, 0, 0])).toBeLessThan(40);
  });
});

test('an encoded JPEG has no metadata', async () => {
  const source = await sharp(noise)
    .withExif({ IFD0: { Artist: 'A Name' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>A Name</a></x:xmpmeta>')
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();
  expect(source.includes('A Name')).toBe(true);
  const { bytes } = await prepare(source, () => ({ width: 100, height: 100 }));
  const { segments, endsWith } = readJpeg(bytes);
  expect(endsWith).toBe('end of image');
  expect([...new Set(segments.map(({ marker }) => marker))].sort()).toEqual([
    0xc0, 0xc4, 0xda, 0xdb,
  ]);
  expect(cleanJpeg(bytes)).toEqual(bytes);
});

const CUT_OFF = { rejection: 'photo-broken', reason: 'the file ends before the picture does' };
const DAMAGED = {
  rejection: 'photo-broken',
  reason: 'its data is damaged or stored in an unsupported way',
};

describe('rejects a broken picture with a reason', () => {
  const formats = ['jpeg', 'png', 'webp', 'avif', 'tiff'] as const;
  test.each(formats)('a truncated %s', async (format) => {
    const whole = await sharp(noise)[format]().toBuffer();
    for (const part of [0.2, 0.6, 0.97]) {
      const cut = whole.subarray(0, Math.floor(whole.length * part));
      expect(await preparePicture(cut, AMPLE)).toEqual(CUT_OFF);
    }
  });

  test.each(formats)('a %s with garbage after its header', async (format) => {
    const whole = await sharp(noise)[format]().toBuffer();
    const garbage = Buffer.concat([whole.subarray(0, 32), Buffer.alloc(4000, 7)]);
    const { rejection, reason } = {
      reason: '',
      ...(await preparePicture(garbage, AMPLE)),
    } as PictureRejection;
    expect(rejection).toBe('photo-broken');
    expect([CUT_OFF.reason, DAMAGED.reason]).toContain(reason);
  });

  test('a small JPEG that could be used unchanged', async () => {
    const jpeg = await sharp(noise).jpeg().toBuffer();
    expect(await preparePicture(jpeg.subarray(0, -400), AMPLE)).toMatchObject({
      rejection: 'photo-broken',
    });
  });

  test.each<[string, number, (frame: Buffer) => void, string]>([
    ['lossless coding', 0xc3, () => {}, 'a JPEG with lossless coding'],
    ['hierarchical coding', 0xc5, () => {}, 'a JPEG with hierarchical coding'],
    ['12 bits', 0xc1, (frame) => frame.fill(12, 0, 1), 'a JPEG with 12 bits per channel'],
    ['no height', 0xc0, (frame) => frame.fill(0, 1, 3), 'a JPEG without its height in the header'],
  ])('a JPEG with %s, naming its kind', async (_, marker, change, reason) => {
    const jpeg = await sharp(noise).jpeg().toBuffer();
    const rare = changeJpeg(jpeg, (segments) =>
      segments.map((segment) => {
        if (segment.marker !== 0xc0) return segment;
        const data = Buffer.from(segment.data);
        change(data);
        return { ...segment, marker, data };
      }),
    );
    expect(await preparePicture(rare, AMPLE)).toEqual({ rejection: 'photo-variant', reason });
  });

  test('that does not depend on pictures decoded at the same time', async () => {
    const photos = await Promise.all(
      formats.flatMap((format) =>
        [0.6, 1].map(async (part) => {
          const whole = await sharp(noise)[format]().toBuffer();
          return whole.subarray(0, Math.floor(whole.length * part));
        }),
      ),
    );
    const damaged = await sharp(noise).png().toBuffer();
    damaged.fill(7, 200, 400);
    photos.push(damaged);
    const shrink = (bytes: Buffer) => preparePicture(bytes, () => ({ width: 60, height: 60 }));
    const alone: unknown[] = [];
    for (const photo of photos) alone.push(await shrink(photo));
    expect(alone.slice(0, 2)).toMatchObject([CUT_OFF, { picture: {} }]);
    expect(alone.at(-1)).toEqual(DAMAGED);
    for (let round = 0; round < 15; round++) {
      expect(await Promise.all(photos.map(shrink))).toEqual(alone);
    }
  });

  test('a picture with too many pixels in its header', async () => {
    const header = await sharp(flag).png().toBuffer();
    header.writeUInt32BE(30_000, 16);
    header.writeUInt32BE(30_000, 20);
    const { crc32 } = (await import('node:zlib')) as { crc32?: (bytes: Buffer) => number };
    if (crc32) header.writeUInt32BE(crc32(header.subarray(12, 29)), 29);
    expect(await preparePicture(header, AMPLE)).toEqual({
      rejection: 'photo-broken',
      reason: 'it has more than 120 million pixels',
    });
  });
});

test('rejects another format by its name', async () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>',
  );
  expect(await preparePicture(svg, AMPLE)).toEqual({
    rejection: 'photo-format',
    reason: 'an SVG drawing',
  });
});

test('prepares the same picture to the same bytes', async () => {
  const [one, two] = await Promise.all([prepare(noise), prepare(noise)]);
  expect(one.bytes.equals(two.bytes)).toBe(true);
});

test('reduces a WebP from all its pixels, because libwebp’s own reduction depends on the processor', async () => {
  const webp = await sharp(noise).webp({ lossless: true }).toBuffer();
  const maxSize: MaxPixelSize = () => ({ width: 137, height: 92 });
  expect((await prepare(webp, maxSize)).bytes).toEqual((await prepare(noise, maxSize)).bytes);
});
