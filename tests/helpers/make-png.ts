import { crc32, deflateSync } from 'node:zlib';

/** Contents of a PNG. */
export interface PngParts {
  readonly width: number;
  readonly height: number;
  readonly depth: 1 | 2 | 4 | 8 | 16;
  /** Colour type: 0 grey, 2 RGB, 3 palette, 4 grey and 6 RGB with alpha. */
  readonly type: 0 | 2 | 3 | 4 | 6;
  /** Samples of all channels, row by row. */
  readonly numbers: readonly number[];
  /** Chunks before the pixel data. */
  readonly before?: readonly Buffer[];
  /** Chunks after the pixel data. */
  readonly behind?: readonly Buffer[];
}

/** Creates a PNG chunk with its checksum. */
export function pngChunk(type: string, data: Buffer | string): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)]);
  const bytes = Buffer.alloc(body.length + 8);
  bytes.writeUInt32BE(body.length - 4, 0);
  body.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(body), body.length + 4);
  return bytes;
}

/** Creates a chunk with a colour profile. */
export function pngProfile(profile: Buffer): Buffer {
  return pngChunk('iCCP', Buffer.concat([Buffer.from('profile\0\0'), deflateSync(profile)]));
}

/** Creates a PNG of any bit depth and colour type. */
export function makePng({ width, height, depth, type, numbers, before, behind }: PngParts): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = depth;
  header[9] = type;
  const ofRow = numbers.length / height;
  const rows = Array.from({ length: height }, (_, row) => {
    const packed = packNumbers(numbers.slice(row * ofRow, (row + 1) * ofRow), depth);
    return Buffer.concat([Buffer.from([0]), packed]);
  });
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    ...(before ?? []),
    pngChunk('IDAT', deflateSync(Buffer.concat(rows))),
    ...(behind ?? []),
    pngChunk('IEND', ''),
  ]);
}

/** Packs numbers of `bits` bits each, highest bit first, padded to whole bytes. */
export function packNumbers(numbers: readonly number[], bits: number): Buffer {
  const bytes = Buffer.alloc(Math.ceil((numbers.length * bits) / 8));
  numbers.forEach((number, index) => {
    for (let bit = 0; bit < bits; bit++) {
      const place = index * bits + bit;
      const isSet = (number >> (bits - 1 - bit)) & 1;
      bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (isSet << (7 - (place & 7)));
    }
  });
  return bytes;
}
