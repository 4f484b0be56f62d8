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

async function prepare(bytes: Buffer, room: MaxPixelSize = AMPLE): Promise<PreparedPicture> {
  const made = await preparePicture(bytes, room);
  if ('rejection' in made) throw new Error(made.reason);
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

/** Shares of three columns of which a sum is made, by Cramer's rule. */
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
    const room: MaxPixelSize = (size) => {
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

describe('a JPEG is kept as it is coded', () => {
  test('when it is small enough already', async () => {
    const jpeg = await sharp(noise).jpeg().toBuffer();
    const picture = await prepare(jpeg, () => ({ width: 300, height: 200 }));
    expect(picture.bytes).toBe(jpeg);
    expect(picture).toMatchObject({ width: 300, height: 200, originalWidth: 300 });
  });

  test.each(['progressive', 'restarts', 'scan-for-each-colour'])('%s', async (name) => {
    expect((await prepare(readOddJpeg(name))).bytes).toEqual(readOddJpeg(name));
  });

  test('without what stands beside the picture', async () => {
    const jpeg = await sharp(noise).jpeg().toBuffer();
    const beside = [
      jpegSegment(0xe1, 'Exif\0\0MM\0*\0\0\0\x08\0\0'),
      jpegSegment(0xfe, 'a comment'),
    ];
    const photo = Buffer.concat([addSegments(jpeg, ...beside), Buffer.from('a film')]);
    expect((await prepare(photo)).bytes).toEqual(jpeg);
  });

  test('but not when it is larger, or turned', async () => {
    const jpeg = await sharp(noise).jpeg().toBuffer();
    const turned = await sharp(noise).withMetadata({ orientation: 3 }).jpeg().toBuffer();
    const larger = (await prepare(jpeg, () => ({ width: 299, height: 200 }))).bytes;
    expect(larger).not.toEqual(jpeg);
    const upright = (await prepare(turned)).bytes;
    expect(readJpeg(upright).segments.at(-1)).not.toEqual(readJpeg(turned).segments.at(-1));
  });

  test.each(['arithmetic', 'rgb', 'extended'])(
    'but not when some viewer may not show it: %s',
    async (name) => {
      const { bytes } = await prepare(readOddJpeg(name));
      expect(readJpeg(bytes).segments.map(({ marker }) => marker)).toContain(0xc0);
      await expectHalves(bytes, [RED_HALF, BLUE_HALF], 20);
    },
  );

  test('but not when its decoder warns of it', async () => {
    const jpeg = await sharp(noise).jpeg().toBuffer();
    const cut = Buffer.concat([jpeg.subarray(0, -400), Buffer.from([0xff, 0xd9])]);
    expect(readJpeg(cut).endsWith).toBe('end of image');
    expect((await prepare(cut)).bytes.includes(cut.subarray(-200, -2))).toBe(false);
  });
});

describe('the colours are those that a profile means', () => {
  /** Of sRGB, from 0 to 1, by the profile's curve and primaries; the picture has 128 in each part. */
  const MIDDLE = 128 / 255;
  const flat = () =>
    sharp({ create: { width: 32, height: 32, channels: 3, background: '#808080' } });
  const linear = { name: 'sRGB IEC61966-2.1', primaries: PRIMARIES.srgb, gamma: 1 } as const;
  const p3 = { name: 'sRGB IEC61966-2.1', primaries: PRIMARIES.p3, gamma: 'srgb' } as const;
  const srgb = { name: 'camera', primaries: PRIMARIES.srgb, gamma: 'srgb' } as const;
  const lightened = Array(3).fill(Math.round(255 * fromLinear(MIDDLE)));

  test('of linear light, named sRGB', async () => {
    const jpeg = addSegments(await flat().jpeg().toBuffer(), jpegProfile(makeProfile(linear)));
    const { bytes } = await prepare(jpeg);
    expect(await distance(bytes, [10, 10], lightened)).toBeLessThan(4);
    expect((await sharp(bytes).metadata()).hasProfile).toBe(false);
  });

  test('of Display P3, named sRGB', async () => {
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

  test('of sRGB under any name, which changes nothing', async () => {
    const jpeg = await makeSquare().jpeg().toBuffer();
    const named = addSegments(jpeg, jpegProfile(makeProfile(srgb)));
    expect((await prepare(named)).bytes).toEqual(jpeg);
  });

  test.each([
    ['that is none', Buffer.alloc(200, 7)],
    ['that is cut short', makeProfile(p3).subarray(0, 200)],
  ])('and a profile %s counts for nothing', async (_, profile) => {
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
    for (const room of [AMPLE, () => ({ width: 10, height: 10 })]) {
      const asLinear = makePng({ ...shape, before: [pngProfile(makeProfile(linear))] });
      expect(await distance((await prepare(asLinear, room)).bytes, [5, 5], lightened)).toBeLessThan(
        3,
      );
      const asSrgb = makePng({ ...shape, before: [pngProfile(makeProfile(srgb))] });
      const grey = [128, 128, 128];
      expect(await distance((await prepare(asSrgb, room)).bytes, [5, 5], grey)).toBeLessThan(3);
    }
  });

  test('in vivid colours of 16 bits', async () => {
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

  test('in a grey JPEG that would be kept', async () => {
    const jpeg = await flat().toColourspace('b-w').jpeg().toBuffer();
    const profile = jpegProfile(makeProfile({ name: 'grey sRGB', gamma: 1 }));
    const { bytes } = await prepare(addSegments(jpeg, profile));
    expect(await distance(bytes, [5, 5], lightened)).toBeLessThan(4);
  });

  /** A colour of Display P3 in sRGB, cut off where sRGB has no such colour. */
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

describe('colours are halved only where they were', () => {
  test.each<[string, (picture: Sharp) => Sharp, string]>([
    ['a PNG', (picture) => picture.png(), '4:4:4'],
    ['a PNG with a palette', (picture) => picture.png({ palette: true }), '4:4:4'],
    ['a WebP without loss', (picture) => picture.webp({ lossless: true }), '4:4:4'],
    [
      'a WebP without loss, with transparency',
      (picture) => picture.ensureAlpha(0.5).webp({ lossless: true }),
      '4:4:4',
    ],
    ['a WebP', (picture) => picture.webp(), '4:2:0'],
    ['a WebP with transparency', (picture) => picture.ensureAlpha(0.5).webp(), '4:2:0'],
    ['a TIFF', (picture) => picture.tiff({ compression: 'lzw' }), '4:4:4'],
    ['a TIFF with JPEG in it', (picture) => picture.tiff({ compression: 'jpeg' }), '4:2:0'],
    ['an AVIF', (picture) => picture.avif({ chromaSubsampling: '4:4:4' }), '4:4:4'],
    [
      'an AVIF with transparency',
      (picture) => picture.ensureAlpha(0.5).avif({ chromaSubsampling: '4:4:4' }),
      '4:4:4',
    ],
    [
      'an AVIF with halved colours',
      (picture) => picture.avif({ chromaSubsampling: '4:2:0' }),
      '4:2:0',
    ],
    ['a JPEG', (picture) => picture.jpeg({ chromaSubsampling: '4:4:4' }), '4:4:4'],
    ['a JPEG with halved colours', (picture) => picture.jpeg(), '4:2:0'],
  ])('%s', async (_, encode, chromaSubsampling) => {
    const source = await encode(sharp(noise)).toBuffer();
    const { bytes } = await prepare(source, () => ({ width: 100, height: 100 }));
    expect(await sharp(bytes).metadata()).toMatchObject({ chromaSubsampling });
  });

  test('of a WebP that moves, too', async () => {
    const join = { animated: true };
    const moving = await sharp([noise, flag], { join }).webp({ lossless: true }).toBuffer();
    expect((await sharp((await prepare(moving)).bytes).metadata()).chromaSubsampling).toBe('4:4:4');
  });

  test('so that a thin line keeps its colour', async () => {
    const stripes = Array.from({ length: 40 }, (_, column) =>
      column % 4 === 0 ? [208, 0, 0] : WHITE,
    );
    const numbers = Array.from({ length: 40 }, () => stripes.flat()).flat();
    const png = makePng({ width: 40, height: 40, depth: 8, type: 2, numbers });
    expect(await distance((await prepare(png)).bytes, [20, 20], [208, 0, 0])).toBeLessThan(40);
  });
});

test('what is encoded anew has the picture and nothing else', async () => {
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
  reason: 'its data is damaged, or stored in a way that cannot be read',
};

describe('a broken picture is refused with a reason', () => {
  const formats = ['jpeg', 'png', 'webp', 'avif', 'tiff'] as const;
  test.each(formats)('a truncated %s', async (format) => {
    const whole = await sharp(noise)[format]().toBuffer();
    for (const part of [0.2, 0.6, 0.97]) {
      const cut = whole.subarray(0, Math.floor(whole.length * part));
      expect(await preparePicture(cut, AMPLE)).toEqual(CUT_OFF);
    }
  });

  test.each(formats)('a %s of garbage after its beginning', async (format) => {
    const whole = await sharp(noise)[format]().toBuffer();
    const garbage = Buffer.concat([whole.subarray(0, 32), Buffer.alloc(4000, 7)]);
    const { rejection, reason } = {
      reason: '',
      ...(await preparePicture(garbage, AMPLE)),
    } as PictureRejection;
    expect(rejection).toBe('photo-broken');
    expect([CUT_OFF.reason, DAMAGED.reason]).toContain(reason);
  });

  test('a small JPEG that would go in untouched', async () => {
    const jpeg = await sharp(noise).jpeg().toBuffer();
    expect(await preparePicture(jpeg.subarray(0, -400), AMPLE)).toMatchObject({
      rejection: 'photo-broken',
    });
  });

  test.each<[string, number, (frame: Buffer) => void, string]>([
    ['lossless coding', 0xc3, () => {}, 'a JPEG with lossless coding'],
    ['hierarchical coding', 0xc5, () => {}, 'a JPEG with hierarchical coding'],
    ['12 bits', 0xc1, (frame) => frame.fill(12, 0, 1), 'a JPEG with 12 bits for a colour'],
    ['no height', 0xc0, (frame) => frame.fill(0, 1, 3), 'a JPEG that does not say its height'],
  ])('a JPEG with %s, by what it is', async (_, marker, change, reason) => {
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

  test('that is its own, whatever is decoded at the same time', async () => {
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

  test('a picture with too many pixels, by what its header says', async () => {
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

test('what is no photo is refused by the name of what it is', async () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>',
  );
  expect(await preparePicture(svg, AMPLE)).toEqual({
    rejection: 'photo-format',
    reason: 'an SVG drawing',
  });
});

test('the same picture is prepared to the same bytes', async () => {
  const [one, two] = await Promise.all([prepare(noise), prepare(noise)]);
  expect(one.bytes.equals(two.bytes)).toBe(true);
});

test('a WebP is reduced from all its pixels, as its own way differs between processors', async () => {
  const webp = await sharp(noise).webp({ lossless: true }).toBuffer();
  const room: MaxPixelSize = () => ({ width: 137, height: 92 });
  expect((await prepare(webp, room)).bytes).toEqual((await prepare(noise, room)).bytes);
});
