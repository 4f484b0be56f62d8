import type { Metadata } from 'sharp';
import { findMediaBoxes } from './media-boxes.ts';
import type { PictureFormat } from './picture-format.ts';
import { readTiffDirectory, TIFF_TAG } from './tiff-directory.ts';

/**
 * Whether a picture has full colour resolution (4:4:4). Photos mostly have one colour for two or four
 * pixels; in drawings, maps and screenshots that makes thin lines and letters pale.
 */
export function hasFullColor(
  bytes: Buffer,
  format: PictureFormat,
  { chromaSubsampling }: Pick<Metadata, 'chromaSubsampling'>,
): boolean {
  switch (format) {
    case 'JPEG':
      return chromaSubsampling?.startsWith('4:4:4') ?? false;
    case 'PNG':
      return true;
    case 'WebP':
      return isLosslessWebp(bytes);
    case 'AVIF':
      return isAvifSampledFully(bytes);
    case 'TIFF':
      return !LOSSY_TIFF.has(readTiffDirectory(bytes).numbers(TIFF_TAG.compression)[0]);
  }
}

/** JPEG and WebP, which programs write with halved colours. */
const LOSSY_TIFF: ReadonlySet<number | undefined> = new Set([7, 50001]);

/** Whether the first picture in a WebP is lossless (RFC 9649, 2.3). */
function isLosslessWebp(bytes: Buffer): boolean {
  let at = 12;
  while (at + 8 <= bytes.length) {
    const type = bytes.toString('latin1', at, at + 4);
    if (type === 'VP8L' || type === 'VP8 ') return type === 'VP8L';
    // An animation frame has 16 bytes of position and timing, then chunks of its own.
    const isFrame = type === 'ANMF';
    const size = bytes.readUInt32LE(at + 4);
    at += isFrame ? 24 : 8 + size + (size % 2);
  }
  return false;
}

/** Whether all parts of an AVIF have full colour resolution (AV1 in ISOBMFF, 2.3.3). */
function isAvifSampledFully(bytes: Buffer): boolean {
  for (const data of findMediaBoxes(bytes, 'meta', 'iprp', 'ipco', 'av1C')) {
    const flags = data[2] ?? 0;
    // The alpha channel has no colour.
    const isMonochrome = (flags & 0x10) !== 0;
    if (!isMonochrome && (flags & 0x0c) !== 0) return false;
  }
  return true;
}
