import type { Metadata } from 'sharp';
import { LIMITS } from '../limits.ts';
import { detectFormat } from './picture-format.ts';

/** Quality of the JPEGs made, from 1 to 100. */
const JPEG_QUALITY = 84;

/** A picture as it goes into the PDF: an upright sRGB JPEG. */
export interface PreparedPicture {
  readonly bytes: Buffer;
  /** Size in pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** Size of the original in pixels, upright. */
  readonly originalWidth: number;
  readonly originalHeight: number;
}

/** The largest size in pixels that is of use where a picture is printed. */
export type PixelRoom = (proportions: { width: number; height: number }) => {
  width: number;
  height: number;
};

/** A picture, or why it cannot be one. */
export type Preparation =
  | { readonly picture: PreparedPicture }
  | { readonly refusal: 'photo-format' | 'photo-broken'; readonly reason: string };

/** Turns, converts and reduces a photo. Every pixel is decoded once, so a broken one is found. */
export async function preparePicture(bytes: Buffer, roomFor: PixelRoom): Promise<Preparation> {
  const detected = detectFormat(bytes);
  if (!detected.format) return { refusal: 'photo-format', reason: detected.name };
  const { default: sharp } = await import('sharp');
  const options = { failOn: 'error', limitInputPixels: LIMITS.photoPixels } as const;
  try {
    const metadata = await sharp(bytes, options).metadata();
    const original = uprightSize(metadata);
    const room = roomFor(original);
    const size = { originalWidth: original.width, originalHeight: original.height };
    if (detected.format === 'JPEG' && printsAsItIs(metadata, room)) {
      await sharp(bytes, options).stats();
      return { picture: { bytes, ...original, ...size } };
    }
    const { data, info } = await sharp(bytes, options)
      .autoOrient()
      .resize({ ...room, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: JPEG_QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { picture: { bytes: data, width: info.width, height: info.height, ...size } };
  } catch (error) {
    return { refusal: 'photo-broken', reason: explainFailure(error as Error) };
  }
}

function uprightSize({ width, height, orientation = 1 }: Metadata): {
  width: number;
  height: number;
} {
  return orientation > 4 ? { width: height, height: width } : { width, height };
}

/** A JPEG that a PDF viewer shows as it is meant, and that is no larger than it needs to be. */
function printsAsItIs(metadata: Metadata, room: { width: number; height: number }): boolean {
  const { width, height, orientation = 1, space, icc, isProgressive } = metadata;
  const standard = space === 'srgb' || space === 'b-w';
  const profile = icc === undefined || icc.includes('sRGB');
  return (
    orientation === 1 &&
    standard &&
    profile &&
    !isProgressive &&
    width <= room.width &&
    height <= room.height
  );
}

/** Why a picture could not be decoded, with the decoder's reason in brackets. */
function explainFailure(error: Error): string {
  if (/pixel limit/i.test(error.message))
    return `it has more than ${LIMITS.photoPixels / 1e6} million pixels`;
  const reason = (error.message.split('\n')[0] ?? '')
    .replace(/^Input buffer\s*/i, '')
    .replace(/\b(Vips|tiff2vips)\w*: */gi, '')
    .replace(/[\s:]+$/, '');
  return `its data is damaged or incomplete${reason === '' ? '' : ` (${reason})`}`;
}
