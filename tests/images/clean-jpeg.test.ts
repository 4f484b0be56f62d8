import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanJpeg } from '../../src/images/clean-jpeg.ts';
import { type JpegSegment, readJpeg } from '../../src/images/jpeg-segments.ts';
import { runs } from '../helpers/arbitrary-issue.ts';
import {
  addSegments,
  adobeSegment,
  changeJpeg,
  jpegProfile,
  jpegSegment,
} from '../helpers/change-jpeg.ts';
import { expectHalves, makeSquare, readOddJpeg } from '../helpers/two-colors.ts';

const JFIF = 'JFIF\0\x01\x02\x01\0\x48\0\x48';
const jfif = jpegSegment(0xe0, `${JFIF}\0\0`);

let jpeg: Buffer;
let grey: Buffer;
beforeAll(async () => {
  jpeg = await makeSquare().jpeg({ quality: 90 }).toBuffer();
  grey = await makeSquare().toColourspace('b-w').jpeg({ quality: 90 }).toBuffer();
});

/** Returns the markers of a file in hexadecimal. */
function markersOf(bytes: Buffer | undefined): string {
  if (!bytes) return 'none';
  return readJpeg(bytes)
    .segments.map(({ marker }) => marker.toString(16))
    .join(' ');
}

describe('keeps', () => {
  test('every byte of a JPEG without metadata', () => {
    expect(cleanJpeg(jpeg)).toEqual(jpeg);
    expect(cleanJpeg(addSegments(jpeg, jfif))).toEqual(addSegments(jpeg, jfif));
    const adobe = addSegments(jpeg, adobeSegment(1));
    expect(cleanJpeg(adobe)).toEqual(adobe);
  });

  test.each(['progressive', 'restarts', 'scan-for-each-colour'])('every byte of %s', (name) => {
    expect(cleanJpeg(readOddJpeg(name))).toEqual(readOddJpeg(name));
  });

  test('every byte of a picture in grey', () => {
    expect(cleanJpeg(grey)).toEqual(grey);
  });

  test.each(['4:2:0', '4:4:4'])(
    'every byte with chroma subsampling %s',
    async (chromaSubsampling) => {
      const bytes = await makeSquare().jpeg({ chromaSubsampling }).toBuffer();
      expect(cleanJpeg(bytes)).toEqual(bytes);
    },
  );
});

describe('removes', () => {
  const metadata: [string, JpegSegment][] = [
    ['a comment', jpegSegment(0xfe, 'a comment')],
    ['EXIF', jpegSegment(0xe1, 'Exif\0\0MM\0*\0\0\0\x08\0\0')],
    ['XMP', jpegSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x/>')],
    ['IPTC', jpegSegment(0xed, 'Photoshop 3.0\x008BIM')],
    ['a profile', jpegProfile(Buffer.alloc(200))],
    ['an index of further pictures', jpegSegment(0xe2, 'MPF\0MM\0*')],
    ['a thumbnail', jpegSegment(0xe0, 'JFXX\0\x10\xff\xd8\xff\xd9')],
    ['a camera’s own segment', jpegSegment(0xef, 'anything')],
    ['Adobe’s name in another segment', jpegSegment(0xed, 'Adobe_CM')],
    ['a JFIF segment that is cut off', jpegSegment(0xe0, 'JFIF\0\x01')],
  ];
  test.each(metadata)('%s', (_, segment) => {
    expect(cleanJpeg(addSegments(jpeg, segment))).toEqual(jpeg);
  });

  test.each(metadata)('%s between scans', (_, segment) => {
    const scans = readOddJpeg('scan-for-each-colour');
    const mixed = changeJpeg(scans, (all) => [...all.slice(0, -1), segment, ...all.slice(-1)]);
    expect(mixed.length).toBeGreaterThan(scans.length);
    expect(cleanJpeg(mixed)).toEqual(scans);
  });

  test('the thumbnail in a JFIF segment', () => {
    const thumbnail = `${JFIF}\x02\x01abcdef`;
    const bytes = addSegments(jpeg, jpegSegment(0xe0, thumbnail));
    expect(cleanJpeg(bytes)).toEqual(addSegments(jpeg, jfif));
  });

  test('a second JFIF segment and extra bytes in Adobe’s segment', () => {
    const adobe = adobeSegment(1);
    const longer = { ...adobe, data: Buffer.concat([adobe.data, Buffer.from('more')]) };
    const bytes = addSegments(jpeg, jfif, longer, jfif);
    expect(cleanJpeg(bytes)).toEqual(addSegments(jpeg, jfif, adobe));
  });

  test.each<[string, () => Buffer]>([
    ['a video', () => Buffer.from('\0\0\0\x18ftypmp42 and the video')],
    ['a second picture', () => jpeg],
    ['a second end', () => Buffer.from([0xff, 0xd9])],
  ])('data after the end: %s', (_, rest) => {
    expect(cleanJpeg(Buffer.concat([jpeg, rest()]))).toEqual(jpeg);
  });

  test('FF before markers', () => {
    const padded = Buffer.concat([
      jpeg.subarray(0, 2),
      Buffer.from([0xff, 0xff]),
      jpeg.subarray(2),
    ]);
    expect(cleanJpeg(padded)).toEqual(jpeg);
  });
});

describe('rejects a JPEG that some viewers may not show', () => {
  /** Returns the JPEG with some segments replaced. */
  const replace = (marker: number, change: (data: Buffer, segment: JpegSegment) => JpegSegment[]) =>
    changeJpeg(jpeg, (segments) =>
      segments.flatMap((segment) =>
        segment.marker === marker ? change(Buffer.from(segment.data), segment) : [segment],
      ),
    );
  const frame = (change: (data: Buffer) => unknown) =>
    replace(0xc0, (data, segment) => {
      change(data);
      return [{ ...segment, data }];
    });
  const scan = (change: (data: Buffer) => unknown) =>
    replace(0xda, (data, segment) => {
      change(data);
      return [{ ...segment, data }];
    });
  const withFrame = (marker: number) => replace(0xc0, (data) => [jpegSegment(marker, data)]);
  test.each<[string, () => Buffer]>([
    ['with arithmetic coding', () => readOddJpeg('arithmetic')],
    ['of the extended process', () => readOddJpeg('extended')],
    ['in RGB by Adobe’s segment', () => readOddJpeg('rgb')],
    ['in YCCK', () => addSegments(jpeg, adobeSegment(2))],
    ['in RGB by one of two segments', () => addSegments(jpeg, adobeSegment(1), adobeSegment(0))],
    [
      'in RGB by the names of its components',
      () =>
        frame((data) => {
          for (const [index, letter] of ['R', 'G', 'B'].entries())
            data.write(letter, 6 + 3 * index);
        }),
    ],
    ['with components of other names', () => frame((data) => data.set([0], 6))],
    ['with lossless coding', () => withFrame(0xc3)],
    ['with hierarchical coding', () => withFrame(0xc5)],
    ['with two frames', () => replace(0xc0, (_, segment) => [segment, segment])],
    ['without a frame', () => replace(0xc0, () => [])],
    ['without a scan', () => replace(0xda, () => [])],
    ['of 12 bits', () => frame((data) => data.set([12], 0))],
    ['without its height', () => frame((data) => data.writeUInt16BE(0, 1))],
    ['without its width', () => frame((data) => data.writeUInt16BE(0, 3))],
    ['of two components', () => frame((data) => data.set([2], 5))],
    [
      'with a frame of the wrong length',
      () => replace(0xc0, (data, s) => [{ ...s, data: data.subarray(0, 14) }]),
    ],
    ['with a third of the chroma resolution', () => frame((data) => data.set([0x31], 7))],
    ['with more chroma than luminance', () => frame((data) => data.set([0x22], 10))],
    [
      'with its height after the scan',
      () => changeJpeg(jpeg, (all) => [...all, jpegSegment(0xdc, '\0\x20')]),
    ],
    ['with conditions of arithmetic coding', () => addSegments(jpeg, jpegSegment(0xcc, '\0\x10'))],
    ['with a marker of extensions', () => addSegments(jpeg, jpegSegment(0xf0, 'ab'))],
    [
      'with a missing Huffman table',
      () =>
        changeJpeg(jpeg, (all) => {
          const first = all.findIndex(({ marker }) => marker === 0xc4);
          return all.filter((_, index) => index !== first);
        }),
    ],
    [
      'with a Huffman table after the scan that uses it',
      () =>
        changeJpeg(jpeg, (all) => [
          ...all.filter(({ marker }) => marker !== 0xc4),
          ...all.filter(({ marker }) => marker === 0xc4),
        ]),
    ],
    [
      'with a Huffman table that is cut off',
      () => replace(0xc4, (data, s) => [{ ...s, data: data.subarray(0, -1) }]),
    ],
    ['with spectral selection in a baseline scan', () => scan((data) => data.set([1], 7))],
    ['with a scan of the wrong length', () => scan((data) => data.set([2], 0))],
    [
      'with a component in no scan',
      () => changeJpeg(readOddJpeg('scan-for-each-colour'), (all) => all.slice(0, -1)),
    ],
    [
      'with a component in two scans',
      () => changeJpeg(readOddJpeg('scan-for-each-colour'), (all) => [...all, ...all.slice(-1)]),
    ],
    [
      'with a thousand scans',
      () =>
        changeJpeg(readOddJpeg('progressive'), (all) => [
          ...all,
          ...Array.from({ length: 1000 }, () => all.slice(-1)).flat(),
        ]),
    ],
    ['without its end', () => jpeg.subarray(0, -2)],
    [
      'with bytes between its segments',
      () => Buffer.concat([jpeg.subarray(0, 2), Buffer.from('ab'), jpeg.subarray(2)]),
    ],
  ])('%s', (_, make) => {
    expect(markersOf(cleanJpeg(make()))).toBe('none');
  });

  test('CMYK', async () => {
    const cmyk = await makeSquare().toColourspace('cmyk').jpeg().toBuffer();
    expect(markersOf(cleanJpeg(cmyk))).toBe('none');
  });
});

test('keeps the colours of a picture', async () => {
  for (const name of ['progressive', 'restarts', 'scan-for-each-colour']) {
    await expectHalves(cleanJpeg(readOddJpeg(name)) ?? Buffer.alloc(0));
  }
});

test('returns only a picture for any bytes, and the same again when repeated', () => {
  const kept = new Set([0xc0, 0xc2, 0xc4, 0xda, 0xdb, 0xdd, 0xe0, 0xee]);
  const sources = [jpeg, grey, ...['progressive', 'restarts'].map(readOddJpeg)].map((bytes) =>
    addSegments(bytes, jfif, adobeSegment(1), jpegSegment(0xe1, 'Exif'), jpegSegment(0xfe, 'text')),
  );
  let cleaned = 0;
  const flips = fc.array(fc.nat(), { maxLength: 6 });
  const any = fc.property(fc.constantFrom(...sources), flips, (source, places) => {
    const bytes = Buffer.from(source);
    for (const place of places) {
      const at = (place >> 3) % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (place & 7));
    }
    const clean = cleanJpeg(bytes);
    if (!clean) return;
    cleaned++;
    expect(cleanJpeg(clean)).toEqual(clean);
    const { segments, endsWith } = readJpeg(clean);
    expect(endsWith).toBe('end of image');
    expect(segments.filter(({ marker }) => !kept.has(marker))).toEqual([]);
    const ofApplications = segments.filter(({ marker }) => marker >= 0xe0);
    expect(ofApplications.every(({ data }) => data.length <= 14)).toBe(true);
  });
  fc.assert(any, runs(1000));
  expect(cleaned).toBeGreaterThan(200);
});
