// Photos of every format with metadata wherever the format allows it, and a search for that data in published
// files.
import { constants, inflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { addSegments, jpegProfile, jpegSegment } from './change-jpeg.ts';
import { makePng, pngChunk, pngProfile } from './make-png.ts';
import { makeProfile, PRIMARIES } from './make-profile.ts';
import { makeTiff } from './make-tiff.ts';

const WIDTH = 300;
const HEIGHT = 200;
/** Prefix of every planted text, before the name of its location. */
const MARK = 'planted-';
const plant = (place: string) => `${MARK}${place}-`;
/** GPS position as EXIF writes it: degrees, minutes, thousandths of seconds. */
const PLACE = ['43/1', '15/1', '20519/1000'].join(' ');
const PLACE_BYTES = numbersOf([43, 1, 15, 1, 20_519, 1000]);

/** Returns photos with planted data, by name. */
export async function makePlantedPhotos(): Promise<Readonly<Record<string, Buffer>>> {
  const exif = await makeExif();
  const jpegs: Record<string, (picture: Sharp) => Sharp> = {
    'small.jpg': (picture) => picture.jpeg(),
    'progressive.jpg': (picture) => picture.jpeg({ progressive: true }),
    'grey.jpg': (picture) => picture.toColourspace('b-w').jpeg(),
    'large.jpg': (picture) => picture.resize({ width: 1500 }).jpeg(),
    'cmyk.jpg': (picture) => picture.toColourspace('cmyk').jpeg(),
  };
  const photos: Record<string, Buffer> = {};
  for (const [name, encode] of Object.entries(jpegs)) {
    photos[name] = plantInJpeg(await encode(makePicture()).toBuffer(), exif);
  }
  photos['turned.jpg'] = plantInJpeg(
    await makePicture().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    exif,
  );
  const pixels = await makePicture().raw().toBuffer();
  photos['photo.png'] = plantInPng(pixels, 8, exif);
  photos['deep.png'] = plantInPng(pixels, 16, exif);
  photos['photo.tiff'] = plantInTiff(pixels);
  photos['photo.webp'] = plantInWebp(await withMetadata(makePicture()).webp().toBuffer());
  photos['photo.avif'] = Buffer.concat([
    await withMetadata(makePicture()).avif().toBuffer(),
    Buffer.from(`\0\0\0\x14free${plant('box')}`),
    Buffer.from(plant('trailer')),
  ]);
  return photos;
}

/** Finds planted data in bytes, compressed or not. @returns names of its locations */
export function findPlanted(bytes: Buffer): string[] {
  const found = new Set<string>();
  for (const text of [bytes, ...unpack(bytes)]) {
    const letters = text.toString('latin1');
    const places = [...letters.matchAll(/planted-([a-z]+)-/g)].map(([, place = '']) => place);
    for (const place of places) found.add(place);
    if (places.length === 0 && letters.toLowerCase().includes(MARK)) found.add('a part');
    // The same in UTF-16, which has a byte 0 before or after each letter.
    if (letters.includes([...MARK].join('\0'))) found.add('utf16');
    if (PLACE_BYTES.some((place) => text.includes(place))) found.add('gps');
  }
  return [...found].sort();
}

/** Yields the contents of all deflated streams in bytes. */
function* unpack(bytes: Buffer): Generator<Buffer> {
  for (let at = bytes.indexOf(0x78); at !== -1; at = bytes.indexOf(0x78, at + 1)) {
    // The first two bytes of a zlib stream are a multiple of 31 (RFC 1950).
    if (at + 1 >= bytes.length || bytes.readUInt16BE(at) % 31 !== 0) continue;
    try {
      yield inflateSync(bytes.subarray(at), { finishFlush: constants.Z_SYNC_FLUSH });
    } catch {}
  }
}

/** Creates a picture with gradients, so that it stays large in every format. */
function makePicture(): Sharp {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let index = 0; index < pixels.length; index++) {
    pixels[index] = 128 + 100 * Math.sin(index / 97) * Math.cos(index / 8311);
  }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
}

function withMetadata(picture: Sharp): Sharp {
  return picture
    .withExif({
      IFD0: { Artist: plant('author'), ImageDescription: plant('description') },
      IFD2: { UserComment: plant('serial') },
      IFD3: { GPSLatitude: PLACE, GPSLatitudeRef: 'N' },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${plant('xmp')}</a></x:xmpmeta>`);
}

/** Creates EXIF data with an author and a position, as in a JPEG segment. */
async function makeExif(): Promise<Buffer> {
  const { exif } = await sharp(await withMetadata(makePicture()).jpeg().toBuffer()).metadata();
  if (!exif) throw new Error('The photo has no EXIF');
  return exif;
}

function makeNamedProfile(): Buffer {
  return makeProfile({
    name: `sRGB ${plant('profile')}`,
    primaries: PRIMARIES.srgb,
    gamma: 'srgb',
  });
}

function plantInJpeg(jpeg: Buffer, exif: Buffer): Buffer {
  const thumbnail = plant('thumbnail').padEnd(27);
  const planted = addSegments(
    jpeg,
    jpegSegment(0xe0, `JFIF\0\x01\x02\x01\0\x48\0\x48\x03\x03${thumbnail}`),
    jpegSegment(0xe0, `JFXX\0\x10${plant('extension')}`),
    jpegSegment(0xe1, exif),
    jpegSegment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x>${plant('xmp')}</x>`),
    jpegSegment(0xe1, `http://ns.adobe.com/xmp/extension/\0${plant('extended')}`),
    jpegProfile(makeNamedProfile()),
    jpegSegment(0xe2, `MPF\0MM\0*\0\0\0\x08${plant('mpf')}`),
    jpegSegment(0xea, plant('camera')),
    jpegSegment(0xed, `Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0c${plant('iptc')}`),
    jpegSegment(0xfe, plant('comment')),
  );
  const second = addSegments(jpeg, jpegSegment(0xfe, plant('second')));
  return Buffer.concat([planted, second, Buffer.from(`\0\0\0\x18ftypmp42${plant('film')}`)]);
}

function plantInPng(pixels: Buffer, depth: 8 | 16, exif: Buffer): Buffer {
  const numbers = [...pixels].map((number) => (depth === 16 ? number * 257 : number));
  const png = makePng({
    ...{ width: WIDTH, height: HEIGHT, depth, type: 2, numbers },
    before: [
      pngProfile(makeNamedProfile()),
      pngChunk('tEXt', `Author\0${plant('author')}`),
      packedText(),
      pngChunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0<x>${plant('xmp')}</x>`),
      pngChunk('eXIf', exif.subarray(6)),
      pngChunk('prVt', plant('private')),
    ],
    behind: [pngChunk('tEXt', `Comment\0${plant('comment')}`)],
  });
  return Buffer.concat([png, Buffer.from(plant('trailer'))]);
}

function packedText(): Buffer {
  // A profile is packed as a text is; only the names differ.
  const chunk = pngProfile(Buffer.from(plant('packed')));
  return pngChunk('zTXt', chunk.subarray(8, -4));
}

function plantInTiff(pixels: Buffer): Buffer {
  const tags = {
    ...{ 256: [WIDTH], 257: [HEIGHT], 258: [8, 8, 8], 259: [1], 262: [2], 277: [3] },
    270: plant('description'),
    305: plant('software'),
    315: plant('author'),
    700: Buffer.from(`<x>${plant('xmp')}</x>`),
    33723: Buffer.from(plant('iptc')),
    34377: Buffer.from(`8BIM${plant('photoshop')}`),
    34675: makeNamedProfile(),
    42033: plant('serial'),
  };
  return Buffer.concat([makeTiff(tags, [pixels]), Buffer.from(plant('trailer'))]);
}

function plantInWebp(webp: Buffer): Buffer {
  const chunk = Buffer.from(`prvt\x0e\0\0\0${plant('chunk')}`);
  const planted = Buffer.concat([webp, chunk]);
  planted.writeUInt32LE(planted.length - 8, 4);
  return Buffer.concat([planted, Buffer.from(plant('trailer'))]);
}

/** Encodes numbers with 32 bits, in little-endian and big-endian order. */
function numbersOf(numbers: readonly number[]): Buffer[] {
  const low = Buffer.alloc(numbers.length * 4);
  const high = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, index) => {
    low.writeUInt32LE(number, index * 4);
    high.writeUInt32BE(number, index * 4);
  });
  return [low, high];
}
