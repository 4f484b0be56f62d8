// Pictures of every kind that a format defines print correctly or are rejected: the decoder silently
// misreads some kinds. The square is red above and blue below.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import sharp from 'sharp';
import { describeMisread } from '../../src/images/misread-pictures.ts';
import type { PictureFormat } from '../../src/images/picture-format.ts';
import { preparePicture } from '../../src/images/prepare-picture.ts';
import { runs } from '../helpers/arbitrary-issue.ts';
import { makePng, type PngParts, packNumbers, pngChunk } from '../helpers/make-png.ts';
import { makeTiff, type TiffTags } from '../helpers/make-tiff.ts';
import { BLUE, expectHalves, makeSquare, RED, SIDE, twoHalves } from '../helpers/two-colors.ts';

const AMPLE = () => ({ width: 1000, height: 1000 });
/** Smaller than the square: reducing treats transparency separately. */
const SMALL = () => ({ width: 20, height: 20 });

async function prepare(bytes: Buffer, maxSize = AMPLE): Promise<Buffer> {
  const result = await preparePicture(bytes, maxSize);
  if ('rejection' in result) throw new Error(result.reason);
  return result.picture.bytes;
}

/** Returns the code and reason for which a picture is rejected. */
async function rejectionOf(bytes: Buffer) {
  const result = await preparePicture(bytes, AMPLE);
  return 'rejection' in result ? `${result.rejection}: ${result.reason}` : 'prints';
}

const eights = (upper: readonly number[], lower: readonly number[]) =>
  Buffer.from(twoHalves(upper, lower));
const sixteens = (upper: readonly number[], lower: readonly number[]) => {
  const numbers = twoHalves(upper, lower);
  const bytes = Buffer.alloc(numbers.length * 2);
  numbers.forEach((number, index) => {
    bytes.writeUInt16LE(number & 0xffff, index * 2);
  });
  return bytes;
};
const floats = (upper: readonly number[], lower: readonly number[]) => {
  const numbers = twoHalves(upper, lower);
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, index) => {
    bytes.writeFloatLE(number, index * 4);
  });
  return bytes;
};
/** Packs rows with less than a byte for each pixel. */
const bits = (upper: number, lower: number, depth: number) => {
  const numbers = twoHalves([upper], [lower]);
  const rows = Array.from({ length: SIDE }, (_, row) =>
    packNumbers(numbers.slice(row * SIDE, (row + 1) * SIDE), depth),
  );
  return Buffer.concat(rows);
};
const deep = (color: readonly number[]) => color.map((part) => part * 257);
const LIGHT = [200, 200, 200];
const DARK = [40, 40, 40];
const WHITE = [255, 255, 255];
const BLACK = [0, 0, 0];
/** Mixes a colour with the same amount of white, as half transparency does on paper. */
const paled = (color: readonly number[]) => color.map((part) => Math.round((part + 255) / 2));

describe('a TIFF prints correctly', () => {
  const tags = (changes: TiffTags): TiffTags => ({
    256: [SIDE],
    257: [SIDE],
    258: [8, 8, 8],
    259: [1],
    262: [2],
    277: [3],
    ...changes,
  });
  const grey = (depth: number, photometric = 1) =>
    tags({ 258: [depth], 262: [photometric], 277: [1] });
  const palette = (depth: number) => {
    const part = (index: number) => [
      (BLUE[index] ?? 0) * 257,
      (RED[index] ?? 0) * 257,
      ...Array.from({ length: 2 ** depth - 2 }, () => 0),
    ];
    return tags({ 258: [depth], 262: [3], 277: [1], 320: [0, 1, 2].flatMap(part) });
  };
  // Codes of 32 white or black pixels (ITU-T T.4, tables 2 and 3).
  const faxRows = (before: string, white: string, black: string) => {
    const rows = Array.from(
      { length: SIDE },
      (_, row) => before + (row < SIDE / 2 ? white : black),
    );
    return packNumbers([...rows.join('')].map(Number), 1);
  };
  const [runOf32, noRun, blackRunOf32] = ['00011011', '00110101', '000001101010'];
  const black = `${noRun}${blackRunOf32}`;
  const endOfLine = '000000000001';

  test.each<[string, TiffTags, Buffer[], (readonly number[])[]]>([
    ['in RGB', tags({}), [eights(RED, BLUE)], [RED, BLUE]],
    [
      'in RGB of 16 bits',
      tags({ 258: [16, 16, 16] }),
      [sixteens(deep(RED), deep(BLUE))],
      [RED, BLUE],
    ],
    [
      'in planes',
      tags({ 284: [2] }),
      [0, 1, 2].map((index) => eights([RED[index] ?? 0], [BLUE[index] ?? 0])),
      [RED, BLUE],
    ],
    ['with a palette of 8 bits', palette(8), [eights([1], [0])], [RED, BLUE]],
    ['with a palette of 4 bits', palette(4), [bits(1, 0, 4)], [RED, BLUE]],
    ['with a palette of 2 bits', palette(2), [bits(1, 0, 2)], [RED, BLUE]],
    ['with a palette of 1 bit', palette(1), [bits(1, 0, 1)], [RED, BLUE]],
    ['in grey', grey(8), [eights([200], [40])], [LIGHT, DARK]],
    ['in grey of 16 bits', grey(16), [sixteens(deep([200]), deep([40]))], [LIGHT, DARK]],
    [
      'in grey of 4 bits',
      grey(4),
      [bits(12, 3, 4)],
      [
        [204, 204, 204],
        [51, 51, 51],
      ],
    ],
    ['in grey of 2 bits', grey(2), [bits(3, 1, 2)], [WHITE, [85, 85, 85]]],
    ['in grey of 1 bit', grey(1), [bits(1, 0, 1)], [WHITE, BLACK]],
    ['in grey with white as 0', grey(8, 0), [eights([55], [215])], [LIGHT, DARK]],
    [
      'in grey of 16 bits with white as 0',
      grey(16, 0),
      [sixteens(deep([55]), deep([215]))],
      [LIGHT, DARK],
    ],
    [
      'in grey of 4 bits with white as 0',
      grey(4, 0),
      [bits(3, 12, 4)],
      [
        [204, 204, 204],
        [51, 51, 51],
      ],
    ],
    ['in black and white', grey(1, 0), [bits(0, 1, 1)], [WHITE, BLACK]],
    [
      'in black and white, the lowest bit first',
      { ...grey(1, 0), 266: [2] },
      [bits(0, 1, 1)],
      [WHITE, BLACK],
    ],
    [
      'by fax, Modified Huffman',
      { ...grey(1, 0), 259: [2] },
      // Each row begins at a byte boundary.
      [
        Buffer.concat(
          Array.from({ length: SIDE }, (_, row) =>
            packNumbers([...(row < SIDE / 2 ? runOf32 : black)].map(Number), 1),
          ),
        ),
      ],
      [WHITE, BLACK],
    ],
    [
      'by fax, Group 3',
      { ...grey(1, 0), 259: [3] },
      [faxRows(endOfLine, runOf32, black)],
      [WHITE, BLACK],
    ],
    // Group 4 codes each row by the one above: V0 for equal rows, then one row that is black from its start.
    [
      'by fax, Group 4',
      { ...grey(1, 0), 259: [4] },
      [
        packNumbers(
          [...`${'1'.repeat(16)}001${noRun}${blackRunOf32}${'11'.repeat(15)}`].map(Number),
          1,
        ),
      ],
      [WHITE, BLACK],
    ],
    [
      'with transparency',
      tags({ 258: [8, 8, 8, 8], 277: [4], 338: [2] }),
      [eights([...RED, 128], [...BLUE, 128])],
      [paled(RED), paled(BLUE)],
    ],
    [
      'with transparency that is mixed in',
      tags({ 258: [8, 8, 8, 8], 277: [4], 338: [1] }),
      [eights([...RED.map((part) => part / 2), 128], [...BLUE.map((part) => part / 2), 128])],
      [paled(RED), paled(BLUE)],
    ],
    [
      'in grey with transparency',
      tags({ 258: [8, 8], 262: [1], 277: [2], 338: [2] }),
      [eights([200, 255], [40, 128])],
      [LIGHT, paled(DARK)],
    ],
    ['turned', tags({ 274: [3] }), [eights(RED, BLUE)], [BLUE, RED]],
    [
      'in CIELAB of 16 bits',
      tags({ 258: [16, 16, 16], 262: [8] }),
      [sixteens([47 * 655, 68 * 256, 50 * 256], [28 * 655, 62 * 256, -88 * 256])],
      [
        [219, 30, 30],
        [26, 25, 208],
      ],
    ],
  ])('%s', async (_, ofTiff, strips, wanted) => {
    const bytes = makeTiff(ofTiff, strips);
    await expectHalves(await prepare(bytes), wanted);
    await expectHalves(await prepare(bytes, SMALL), wanted);
  });

  test('in CMYK', async () => {
    for (const channels of [4, 5]) {
      const opaque = channels === 5 ? [255] : [];
      const bytes = makeTiff(
        tags({ 258: Array(channels).fill(8), 262: [5], 277: [channels], 338: opaque.map(() => 2) }),
        [eights([0, 230, 230, 20, ...opaque], [230, 180, 0, 20, ...opaque])],
      );
      // Printing inks are less vivid than the colours of a screen.
      await expectHalves(await prepare(bytes), [RED, BLUE], 60);
    }
  });

  test.each(['jpeg', 'webp', 'deflate', 'lzw', 'packbits'] as const)(
    'with compression %s',
    async (compression) => {
      await expectHalves(await prepare(await makeSquare().tiff({ compression }).toBuffer()));
    },
  );

  test('in tiles, in several sizes, and as BigTIFF', async () => {
    const tiles = { tile: true, pyramid: true, tileWidth: 16, tileHeight: 16 } as const;
    await expectHalves(await prepare(await makeSquare().tiff(tiles).toBuffer()));
    await expectHalves(await prepare(await makeSquare().tiff({ bigtiff: true }).toBuffer()));
  });

  const RARE = 'photo-variant: a TIFF of an unsupported kind';
  const CHANNEL = 'photo-variant: a TIFF with a channel that is neither colour nor transparency';
  const RAW = 'photo-variant: a camera raw file';
  test.each<[string, TiffTags, Buffer[], string]>([
    [
      'floating-point numbers',
      tags({ 258: [32, 32, 32], 339: [3, 3, 3] }),
      [floats([1, 0, 0], [0, 0, 1])],
      RARE,
    ],
    ['floating-point grey', { ...grey(32), 339: [3] }, [floats([1], [0])], RARE],
    ['numbers of 32 bits', tags({ 258: [32, 32, 32] }), [floats([1, 0, 0], [0, 0, 1])], RARE],
    ['signed numbers', tags({ 339: [2, 2, 2] }), [eights(RED, BLUE)], RARE],
    ['YCbCr without compression', tags({ 262: [6], 530: [1, 1] }), [eights(RED, BLUE)], RARE],
    ['CIELAB of 8 bits', tags({ 262: [8] }), [eights(RED, BLUE)], RARE],
    ['a mask', tags({ 258: [1], 262: [4], 277: [1] }), [bits(1, 0, 1)], RARE],
    ['sensor pixels', tags({ 258: [8], 262: [32803], 277: [1] }), [eights([200], [40])], RARE],
    ['inks without black', tags({ 262: [5] }), [eights(RED, BLUE)], RARE],
    ['grey of 12 bits', grey(12), [eights([200], [40])], RARE],
    ['a palette of 16 bits', grey(16, 3), [sixteens([1], [0])], RARE],
    ['colours of different depths', tags({ 258: [8, 8, 16] }), [sixteens(RED, BLUE)], RARE],
    ['compression of JPEG 2000', tags({ 259: [33003] }), [eights(RED, BLUE)], RARE],
    [
      'old-style JPEG',
      tags({ 259: [6], 262: [6] }),
      [eights(RED, BLUE)],
      'photo-variant: a TIFF with old-style JPEG compression',
    ],
    [
      'a fourth channel of unknown use',
      tags({ 258: [8, 8, 8, 8], 277: [4], 338: [0] }),
      [eights([...RED, 0], [...BLUE, 0])],
      CHANNEL,
    ],
    [
      'a fourth channel without a description',
      tags({ 258: [8, 8, 8, 8], 277: [4] }),
      [eights([...RED, 0], [...BLUE, 0])],
      CHANNEL,
    ],
    [
      'two more channels',
      tags({ 258: Array(5).fill(8), 277: [5], 338: [2, 0] }),
      [eights([...RED, 255, 0], [...BLUE, 255, 0])],
      CHANNEL,
    ],
    ['the thumbnail of a raw picture', tags({ 254: [1] }), [eights(RED, BLUE)], RAW],
    ['a digital negative', tags({ 50706: Buffer.from([1, 4, 0, 0]) }), [eights(RED, BLUE)], RAW],
  ])('or is rejected: %s', async (_, ofTiff, strips, rejection) => {
    expect(await rejectionOf(makeTiff(ofTiff, strips))).toBe(rejection);
  });
});

describe('a PNG prints correctly', () => {
  const png = (
    depth: PngParts['depth'],
    type: PngParts['type'],
    halves: number[][],
    before: Buffer[] = [],
  ) => {
    const [upper = [], lower = []] = halves;
    return makePng({
      width: SIDE,
      height: SIDE,
      depth,
      type,
      numbers: twoHalves(upper, lower),
      before,
    });
  };
  const colors = pngChunk('PLTE', Buffer.from([...BLUE, ...RED]));
  const wide = (...numbers: number[]) => {
    const bytes = Buffer.alloc(numbers.length * 2);
    numbers.forEach((number, index) => {
      bytes.writeUInt16BE(number, index * 2);
    });
    return bytes;
  };
  test.each<[string, Buffer, (readonly number[])[]]>([
    ['in grey of 1 bit', png(1, 0, [[1], [0]]), [WHITE, BLACK]],
    ['in grey of 2 bits', png(2, 0, [[3], [1]]), [WHITE, [85, 85, 85]]],
    [
      'in grey of 4 bits',
      png(4, 0, [[12], [3]]),
      [
        [204, 204, 204],
        [51, 51, 51],
      ],
    ],
    ['in grey of 8 bits', png(8, 0, [[200], [40]]), [LIGHT, DARK]],
    ['in grey of 16 bits', png(16, 0, [deep([200]), deep([40])]), [LIGHT, DARK]],
    ['in RGB of 16 bits', png(16, 2, [deep(RED), deep(BLUE)]), [RED, BLUE]],
    ['with a palette of 1 bit', png(1, 3, [[1], [0]], [colors]), [RED, BLUE]],
    ['with a palette of 2 bits', png(2, 3, [[1], [0]], [colors]), [RED, BLUE]],
    ['with a palette of 4 bits', png(4, 3, [[1], [0]], [colors]), [RED, BLUE]],
    [
      'with a palette that is transparent in part',
      png(8, 3, [[1], [0]], [colors, pngChunk('tRNS', Buffer.from([0, 128]))]),
      [paled(RED), WHITE],
    ],
    [
      'with a transparent grey',
      png(8, 0, [[200], [40]], [pngChunk('tRNS', wide(40))]),
      [LIGHT, WHITE],
    ],
    [
      'with a transparent grey of 16 bits',
      png(16, 0, [deep([200]), deep([40])], [pngChunk('tRNS', wide(40 * 257))]),
      [LIGHT, WHITE],
    ],
    [
      'with a transparent black',
      png(1, 0, [[1], [0]], [pngChunk('tRNS', wide(0))]),
      [WHITE, WHITE],
    ],
    [
      'with a transparent colour',
      png(8, 2, [[...RED], [...BLUE]], [pngChunk('tRNS', wide(...BLUE))]),
      [RED, WHITE],
    ],
    [
      'with a transparent colour of 16 bits',
      png(16, 2, [deep(RED), deep(BLUE)], [pngChunk('tRNS', wide(...deep(BLUE)))]),
      [RED, WHITE],
    ],
    [
      'in grey with transparency',
      png(8, 4, [
        [200, 255],
        [40, 128],
      ]),
      [LIGHT, paled(DARK)],
    ],
    [
      'in grey of 16 bits with transparency',
      png(16, 4, [deep([200, 255]), deep([40, 128])]),
      [LIGHT, paled(DARK)],
    ],
    [
      'with transparency',
      png(8, 6, [
        [...RED, 255],
        [...BLUE, 128],
      ]),
      [RED, paled(BLUE)],
    ],
    [
      'of 16 bits with transparency',
      png(16, 6, [deep([...RED, 255]), deep([...BLUE, 128])]),
      [RED, paled(BLUE)],
    ],
    [
      'as the first picture of an animation',
      makePng({
        ...{ width: SIDE, height: SIDE, depth: 8, type: 2, numbers: twoHalves(RED, BLUE) },
        before: [
          pngChunk('acTL', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0])),
          pngChunk(
            'fcTL',
            Buffer.from([...[0, 0, 0, 0], ...[0, 0, 0, SIDE, 0, 0, 0, SIDE], ...Array(14).fill(0)]),
          ),
        ],
        behind: [],
      }),
      [RED, BLUE],
    ],
    [
      'with colours described as sRGB',
      png(8, 2, [[...RED], [...BLUE]], [pngChunk('cICP', Buffer.from([1, 13, 0, 1]))]),
      [RED, BLUE],
    ],
  ])('%s', async (_, bytes, wanted) => {
    await expectHalves(await prepare(bytes), wanted);
    await expectHalves(await prepare(bytes, SMALL), wanted);
  });

  test.each([
    ['PQ', 16],
    ['HLG', 18],
  ])('or is rejected: HDR with %s', async (_, transfer) => {
    const bytes = png(
      8,
      2,
      [[...RED], [...BLUE]],
      [pngChunk('cICP', Buffer.from([9, transfer, 0, 1]))],
    );
    expect(await rejectionOf(bytes)).toBe('photo-variant: an HDR picture');
  });
});

describe('an AVIF prints correctly', () => {
  test.each([8, 10, 12] as const)('of %d bits', async (bitdepth) => {
    await expectHalves(
      await prepare(await makeSquare().avif({ quality: 80, bitdepth }).toBuffer()),
    );
  });

  test('with transparency', async () => {
    const bytes = await makeSquare().ensureAlpha(0.5).avif({ quality: 80 }).toBuffer();
    await expectHalves(await prepare(bytes), [paled(RED), paled(BLUE)], 10);
  });

  test.each([
    ['sRGB', 1, 13, 'prints'],
    ['PQ', 9, 16, 'photo-variant: an HDR picture'],
    ['HLG', 9, 18, 'photo-variant: an HDR picture'],
  ])('with the colours of %s, or is rejected', async (_, primaries, transfer, expected) => {
    const bytes = await makeSquare().avif({ quality: 80 }).toBuffer();
    expect(await rejectionOf(withColors(bytes, primaries, transfer))).toBe(expected);
  });

  test('with an HDR and an sRGB colour property', async () => {
    const bytes = await makeSquare().avif({ quality: 80 }).toBuffer();
    const both = withColors(withColors(bytes, 1, 13), 9, 16);
    await expectHalves(await prepare(both));
  });

  test('but an animation is rejected', async () => {
    const bytes = await makeSquare().avif().toBuffer();
    bytes.write('avis', 8, 'latin1');
    expect(await rejectionOf(bytes)).toBe('photo-format: an AVIF animation');
  });

  /** Adds a colour property to a picture: a box in `ipco`, its index in `ipma`. */
  function withColors(bytes: Buffer, primaries: number, transfer: number): Buffer {
    const start = (type: string, of = bytes) => of.indexOf(type, 0, 'latin1') - 4;
    const colors = Buffer.from('\0\0\0\x13colrnclx\0\0\0\0\0\0\x80', 'latin1');
    colors.writeUInt16BE(primaries, 12);
    colors.writeUInt16BE(transfer, 14);
    colors.writeUInt16BE(6, 16);
    const behind = start('ipco') + bytes.readUInt32BE(start('ipco'));
    const count = bytes[start('ipma') + 18] ?? 0;
    const numbersEnd = start('ipma') + 19 + count;
    const longer = Buffer.concat([
      ...[bytes.subarray(0, behind), colors, bytes.subarray(behind, numbersEnd)],
      ...[Buffer.from([count + 1]), bytes.subarray(numbersEnd)],
    ]);
    const more = { meta: 20, iprp: 20, ipco: 19, ipma: 1 };
    for (const [type, by] of Object.entries(more)) {
      const at = start(type, longer);
      longer.writeUInt32BE(longer.readUInt32BE(at) + by, at);
    }
    longer[start('ipma', longer) + 18] = count + 1;
    const place = start('iloc', longer) + longer.readUInt32BE(start('iloc', longer)) - 8;
    longer.writeUInt32BE(longer.readUInt32BE(place) + 20, place);
    return longer;
  }
});

describe('a WebP prints correctly', () => {
  test.each([{}, { lossless: true }, { nearLossless: true }])('%j', async (options) => {
    await expectHalves(
      await prepare(
        await makeSquare()
          .webp({ quality: 95, ...options })
          .toBuffer(),
      ),
    );
    const clear = await makeSquare()
      .ensureAlpha(0.5)
      .webp({ quality: 95, ...options })
      .toBuffer();
    await expectHalves(await prepare(clear), [paled(RED), paled(BLUE)], 10);
  });

  test('as the first picture of an animation', async () => {
    const frames = [
      await makeSquare().png().toBuffer(),
      await makeSquare().flip().png().toBuffer(),
    ];
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ lossless: true })
      .toBuffer();
    await expectHalves(await prepare(moving));
  });
});

test('describeMisread never throws for any bytes', () => {
  const heads: [PictureFormat, string][] = [
    ['TIFF', 'II*\0\x08\0\0\0'],
    ['TIFF', 'MM\0*\0\0\0\x08'],
    ['TIFF', 'II+\0\x08\0\0\0\x10\0\0\0\0\0\0\0'],
    ['PNG', '\x89PNG\r\n\x1a\n'],
    ['AVIF', '\0\0\0\x10ftypavif\0\0\0\0'],
  ];
  const some = fc.property(
    fc.constantFrom(...heads),
    fc.uint8Array({ maxLength: 120 }),
    ([format, head], rest) => {
      const bytes = Buffer.concat([Buffer.from(head, 'latin1'), rest]);
      expect(typeof describeMisread(bytes, format)).toMatch(/string|undefined/);
    },
  );
  fc.assert(some, runs(2000));
});
