import type { Metadata, SharpOptions } from 'sharp';
import { LIMITS } from '../limits.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { explainDecodeFailure } from './explain-decode-failure.ts';
import { findMediaBoxes } from './media-boxes.ts';
import { describeMisread } from './misread-pictures.ts';
import { detectFormat, type PictureFormat, type PictureRejection } from './picture-format.ts';
import { computeThumbprint } from './picture-thumbprint.ts';
import { readTiffDirectory, TIFF_TAG } from './tiff-directory.ts';

/** Quality of the encoded JPEGs, from 1 to 100. */
const JPEG_QUALITY = 84;

/** Largest invisible difference of a colour channel, from 0 to 255. */
const COLOR_TOLERANCE = 2;

/** A picture as it goes into the PDF: an upright sRGB JPEG without metadata. */
export interface PreparedPicture {
  readonly bytes: Buffer;
  /** Size in pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** Size of the original in pixels, upright. */
  readonly originalWidth: number;
  readonly originalHeight: number;
  /** Thumbnail with which pictures that look the same are found; undefined for one with too little detail. */
  readonly thumbprint?: string | undefined;
  /** EXIF orientation of the original, 2 to 8, by which it was turned or mirrored; undefined for none. */
  readonly orientation?: number | undefined;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Returns the largest useful size in pixels of a picture with these proportions. */
export type MaxPixelSize = (proportions: Size) => Size;

/** A prepared picture, or why the file cannot be used. */
export type Preparation = { readonly picture: PreparedPicture } | PictureRejection;

/**
 * Rotates a photo upright, converts it to sRGB and reduces it. A JPEG that needs none of this is not
 * encoded again; only its metadata is removed. Every pixel is decoded, so damage is always detected.
 * Returns the given buffer itself if nothing changes.
 */
export async function preparePicture(
  bytes: Buffer,
  maxSizeFor: MaxPixelSize,
): Promise<Preparation> {
  const detected = detectFormat(bytes);
  if (!detected.format) return { rejection: 'photo-format', reason: detected.name };
  const { format } = detected;
  const misread = describeMisread(bytes, format);
  if (misread !== undefined) return { rejection: 'photo-variant', reason: misread };
  const { default: sharp } = await import('sharp');
  // The limit is checked below, to name it in the message.
  const header = sharp(bytes, { limitInputPixels: false });
  const metadata = await header.metadata().catch(() => undefined);
  if (!metadata) return explainDecodeFailure(bytes, format);
  if (metadata.width * metadata.height > LIMITS.photoPixels) {
    const reason = `it has more than ${LIMITS.photoPixels / 1e6} million pixels`;
    return { rejection: 'photo-broken', reason };
  }
  const original = uprightSize(metadata);
  const maxSize = maxSizeFor(original);
  const { orientation = 1 } = metadata;
  const size = {
    originalWidth: original.width,
    originalHeight: original.height,
    ...(orientation > 1 && orientation <= 8 && { orientation }),
  };
  const clean = format === 'JPEG' ? await keepAsCoded(bytes, metadata, maxSize) : undefined;
  if (clean) return { picture: { ...(await withThumbprint(clean)), ...original, ...size } };
  const chromaSubsampling = hasFullColor(bytes, format, metadata) ? '4:4:4' : '4:2:0';
  const encoded = await encode(bytes, metadata, { maxSize, chromaSubsampling }).catch(
    () => undefined,
  );
  if (!encoded) return explainDecodeFailure(bytes, format);
  const { width, height } = encoded.info;
  return { picture: { ...(await withThumbprint(encoded.data)), width, height, ...size } };
}

async function withThumbprint(bytes: Buffer) {
  return { bytes, thumbprint: await computeThumbprint(bytes) };
}

function uprightSize({ width, height, orientation = 1 }: Metadata): Size {
  return orientation > 4 ? { width: height, height: width } : { width, height };
}

/** A JPEG without its metadata; undefined if the picture has to be encoded again. */
async function keepAsCoded(
  bytes: Buffer,
  { width, height, orientation = 1, hasProfile }: Metadata,
  maxSize: Size,
): Promise<Buffer | undefined> {
  if (orientation !== 1 || width > maxSize.width || height > maxSize.height) return undefined;
  const clean = cleanJpeg(bytes);
  if (!clean) return undefined;
  try {
    const pixels = await decode(clean);
    if (hasProfile && !areAlike(pixels, await decode(bytes))) return undefined;
  } catch {
    // Other decoders may fail where this one only warns, so the picture is encoded again.
    return undefined;
  }
  return clean.equals(bytes) ? bytes : clean;
}

/** Decodes a picture to sRGB by its profile. @throws on any warning of the decoder */
async function decode(bytes: Buffer): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const picture = sharp(bytes, { failOn: 'warning', limitInputPixels: LIMITS.photoPixels });
  return picture.toColourspace('srgb').raw().toBuffer();
}

/** Whether the pixels of two pictures differ by no more than the tolerance. */
function areAlike(one: Buffer, other: Buffer): boolean {
  const isNear = (part: number, at: number) =>
    Math.abs(part - (other[at] ?? Number.NaN)) <= COLOR_TOLERANCE;
  return one.length === other.length && one.every(isNear);
}

/** Encodes a picture as an sRGB JPEG of at most `maxSize`; sharp omits all metadata. */
async function encode(
  bytes: Buffer,
  { format, space, hasProfile }: Metadata,
  { maxSize, chromaSubsampling }: { maxSize: Size; chromaSubsampling: string },
) {
  const { default: sharp } = await import('sharp');
  const options: SharpOptions = { failOn: 'error', limitInputPixels: LIMITS.photoPixels };
  const fit = {
    ...maxSize,
    fit: 'inside',
    withoutEnlargement: true,
    // The result of libwebp's own reduction depends on the processor; that of libvips does not.
    fastShrinkOnLoad: format !== 'webp',
  } as const;
  let source = bytes;
  // sharp converts 16-bit RGB with a profile to Display P3 instead of sRGB, and ignores the profile of
  // 16-bit grey, so both are reduced to 8 bits first.
  if (hasProfile && (space === 'rgb16' || space === 'grey16')) {
    const reduced = sharp(bytes, options).autoOrient().resize(fit).keepIccProfile();
    source = await reduced
      .toColourspace(space === 'rgb16' ? 'srgb' : 'b-w')
      .png()
      .toBuffer();
  }
  return sharp(source, options)
    .autoOrient()
    .resize(fit)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: JPEG_QUALITY, chromaSubsampling })
    .toBuffer({ resolveWithObject: true });
}

/**
 * Whether a picture has full chroma resolution (4:4:4). Most photos store one colour for two or four
 * pixels; in drawings, maps and screenshots, subsampling makes thin lines and letters pale.
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

/** JPEG and WebP compression, which programs use with chroma subsampling. */
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

/** Whether all parts of an AVIF have full chroma resolution (AV1 in ISOBMFF, 2.3.3). */
function isAvifSampledFully(bytes: Buffer): boolean {
  for (const data of findMediaBoxes(bytes, 'meta', 'iprp', 'ipco', 'av1C')) {
    const flags = data[2] ?? 0;
    // The alpha channel has no colour.
    const isMonochrome = (flags & 0x10) !== 0;
    if (!isMonochrome && (flags & 0x0c) !== 0) return false;
  }
  return true;
}
