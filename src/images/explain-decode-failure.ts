// Explains why a picture cannot be decoded. libvips has one error buffer for all threads, so its message
// may be about another picture that is being decoded at the same time; it is never shown.
import { readJpeg } from './jpeg-segments.ts';
import { readMediaBoxes } from './media-boxes.ts';
import { readPngChunks } from './misread-pictures.ts';
import type { PictureFormat, PictureRejection } from './picture-format.ts';
import { readTiffDirectory } from './tiff-directory.ts';

/** Returns why a file could not be decoded, judging by its bytes. */
export function explainDecodeFailure(bytes: Buffer, format: PictureFormat): PictureRejection {
  const variant = format === 'JPEG' ? describeRareJpeg(bytes) : undefined;
  if (variant !== undefined) return { rejection: 'photo-variant', reason: variant };
  const reason = isCutOff(bytes, format)
    ? 'the file ends before the picture does'
    : 'its data is damaged or stored in an unsupported way';
  return { rejection: 'photo-broken', reason };
}

/** Modes that few decoders support, by the marker of the frame (ISO/IEC 10918-1, table B.1). */
const RARE_CODING: ReadonlyMap<number, string> = new Map([
  ...[0xc3, 0xcb].map((marker) => [marker, 'lossless'] as const),
  ...[0xc5, 0xc6, 0xc7, 0xcd, 0xce, 0xcf, 0xde].map((marker) => [marker, 'hierarchical'] as const),
]);
/** Sequential and progressive frames with Huffman coding, then with arithmetic coding. */
const USUAL_FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2, 0xc9, 0xca]);

function describeRareJpeg(bytes: Buffer): string | undefined {
  for (const { marker, data } of readJpeg(bytes).segments) {
    const coding = RARE_CODING.get(marker);
    if (coding !== undefined) return `a JPEG with ${coding} coding`;
    if (!USUAL_FRAMES.has(marker) || data.length < 6) continue;
    if (data[0] !== 8) return `a JPEG with ${data[0]} bits per channel`;
    return data.readUInt16BE(1) === 0 ? 'a JPEG without its height in the header' : undefined;
  }
  return undefined;
}

function isCutOff(bytes: Buffer, format: PictureFormat): boolean {
  switch (format) {
    case 'JPEG':
      return readJpeg(bytes).endsWith === 'end of file';
    case 'PNG':
      return !hasPngEnd(bytes);
    case 'WebP':
      return bytes.length < 12 || bytes.readUInt32LE(4) + 8 > bytes.length;
    case 'AVIF':
      return !areBoxesWhole(bytes);
    case 'TIFF':
      return readTiffDirectory(bytes).isCutOff;
  }
}

function hasPngEnd(bytes: Buffer): boolean {
  for (const { type } of readPngChunks(bytes)) {
    if (type === 'IEND') return true;
  }
  return false;
}

function areBoxesWhole(bytes: Buffer): boolean {
  for (const { isWhole } of readMediaBoxes(bytes)) {
    if (!isWhole) return false;
  }
  return true;
}
