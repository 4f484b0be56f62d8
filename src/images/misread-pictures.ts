import { findMediaBoxes } from './media-boxes.ts';
import type { PictureFormat } from './picture-format.ts';
import { readTiffDirectory, TIFF_TAG } from './tiff-directory.ts';

// Finds pictures that the decoder accepts but decodes incorrectly.

/** Returns the kind of a picture if the decoder misreads this kind; otherwise undefined. */
export function describeMisread(bytes: Buffer, format: PictureFormat): string | undefined {
  if (format === 'TIFF') return describeTiff(bytes);
  if (format === 'AVIF' && hasHdrProperty(bytes)) return 'an HDR picture';
  if (format === 'PNG' && hasHdrChunk(bytes)) return 'an HDR picture';
  return undefined;
}

/** PQ and HLG, the transfer functions of HDR, which are decoded as sRGB (ITU-T H.273, table 3). */
const HDR_TRANSFERS: ReadonlySet<number | undefined> = new Set([16, 18]);

/** Whether all colour properties of an AVIF are HDR; an sRGB picture may have an HDR one besides. */
function hasHdrProperty(bytes: Buffer): boolean {
  let isHdr = false;
  for (const data of findMediaBoxes(bytes, 'meta', 'iprp', 'ipco', 'colr')) {
    isHdr = data.toString('latin1', 0, 4) === 'nclx' && HDR_TRANSFERS.has(data[7]);
    if (!isHdr) return false;
  }
  return isHdr;
}

function hasHdrChunk(bytes: Buffer): boolean {
  for (const { type, data } of readPngChunks(bytes)) {
    if (type === 'cICP') return HDR_TRANSFERS.has(data[1]);
    if (type === 'IDAT') break;
  }
  return false;
}

/** The kinds of TIFF pixels that are decoded correctly. */
interface TiffPixels {
  /** Number of colour channels. */
  readonly channels: number;
  /** Bits per channel. */
  readonly bits: readonly number[];
  readonly compressions: readonly number[];
}

const JPEG = 7;
/** None, LZW, Deflate (two numbers), PackBits, JPEG, WebP. */
const COMPRESSIONS = [1, 5, 8, 32946, 32773, JPEG, 50001];
/** Compressions of fax machines: Modified Huffman, Group 3, Group 4. */
const FAX = [2, 3, 4];
const GREY: TiffPixels = {
  channels: 1,
  bits: [1, 2, 4, 8, 16],
  compressions: [...COMPRESSIONS, ...FAX],
};

/**
 * Pixels by photometric interpretation (TIFF 6.0, section 8): white is zero, black is zero, RGB,
 * palette, CMYK, YCbCr, CIELAB. All are tested in tests/images/misread-pictures.test.ts. The decoder
 * misreads signed, 32-bit and floating-point numbers, and takes uncompressed YCbCr for RGB.
 */
const TIFF_PIXELS: Readonly<Record<number, TiffPixels>> = {
  0: GREY,
  1: GREY,
  2: { channels: 3, bits: [8, 16], compressions: COMPRESSIONS },
  3: { channels: 1, bits: [1, 2, 4, 8], compressions: COMPRESSIONS },
  5: { channels: 4, bits: [8, 16], compressions: COMPRESSIONS },
  6: { channels: 3, bits: [8], compressions: [JPEG] },
  8: { channels: 3, bits: [16], compressions: COMPRESSIONS },
};

function describeTiff(bytes: Buffer): string | undefined {
  const { numbers } = readTiffDirectory(bytes);
  const [photometric] = numbers(TIFF_TAG.photometric);
  if (photometric === undefined) return undefined;
  // In a camera's raw file the first directory holds the thumbnail, marked as of reduced size.
  const [subfileType = 0] = numbers(TIFF_TAG.subfileType);
  if (subfileType % 2 === 1 || numbers(TIFF_TAG.dngVersion).length > 0) {
    return 'a camera raw file';
  }
  const [compression = 1] = numbers(TIFF_TAG.compression);
  if (compression === 6) return 'a TIFF with old-style JPEG compression';
  const pixels = TIFF_PIXELS[photometric];
  const [channels = 1] = numbers(TIFF_TAG.samplesPerPixel);
  const bits = numbers(TIFF_TAG.bitsPerSample);
  const [first = 1] = bits;
  const areUnsigned = numbers(TIFF_TAG.sampleFormat).every((format) => format === 1);
  const isKnown =
    pixels?.compressions.includes(compression) &&
    pixels.bits.includes(first) &&
    bits.every((other) => other === first) &&
    channels >= pixels.channels;
  if (!pixels || !isKnown || !areUnsigned) return 'a TIFF of an unsupported kind';
  const [extra] = numbers(TIFF_TAG.extraSamples);
  const isTransparency = extra === 1 || extra === 2;
  const more = channels - pixels.channels;
  if (more === 0 || (more === 1 && isTransparency)) return undefined;
  return 'a TIFF with a channel that is neither colour nor transparency';
}

/** A chunk of a PNG file. */
export interface PngChunk {
  /** Four letters: `IDAT`. */
  readonly type: string;
  readonly data: Buffer;
}

/** Most chunks that are read; a large picture may have thousands of small ones. */
const MAX_CHUNKS = 100_000;

/** Yields the complete chunks of a PNG file, up to `IEND` (RFC 2083, 3.2). */
export function* readPngChunks(bytes: Buffer): Generator<PngChunk> {
  let at = 8;
  for (let count = 0; count < MAX_CHUNKS && at + 12 <= bytes.length; count++) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) return;
    yield { type, data: bytes.subarray(at + 8, end) };
    if (type === 'IEND') return;
    at = end + 4;
  }
}
