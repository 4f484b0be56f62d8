/** Formats a photo may have. */
export type PictureFormat = 'JPEG' | 'PNG' | 'WebP' | 'AVIF' | 'TIFF';

/** The detected format of a file: a supported picture format, or the name of another format. */
export type DetectedFormat =
  | { readonly format: PictureFormat }
  | { readonly format: undefined; readonly name: string };

/** Why a file cannot be printed as a picture. */
export interface PictureRejection {
  /** Another format, an unsupported variant of a supported format, or damage. */
  readonly rejection: 'photo-format' | 'photo-variant' | 'photo-broken';
  /** What the file is, or for a broken picture, what is wrong with it. */
  readonly reason: string;
}

const unsupported = (name: string): DetectedFormat => ({ format: undefined, name });

/**
 * Detects the format of a file by its first bytes, because file extensions are unreliable.
 * Sources: the signatures in each format's standard (ISO 10918-1, RFC 2083, RFC 9649, ISO 14496-12).
 */
export function detectFormat(bytes: Buffer): DetectedFormat {
  const ascii = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (bytes.length === 0) return unsupported('an empty file');
  if (bytes.readUIntBE(0, Math.min(3, bytes.length)) === 0xffd8ff) return { format: 'JPEG' };
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return { format: 'PNG' };
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return { format: 'WebP' };
  if (['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(ascii(0, 4))) return { format: 'TIFF' };
  if (ascii(4, 8) === 'ftyp') return detectBoxed(ascii(8, 12));
  if (ascii(0, 3) === 'GIF') return unsupported('a GIF');
  if (ascii(0, 4) === '%PDF') return unsupported('a PDF');
  if (ascii(0, 2) === 'BM') return unsupported('a BMP');
  if (/<svg[\s>]/i.test(bytes.toString('utf8', 0, 1024))) return unsupported('an SVG drawing');
  return unsupported('not a picture');
}

function detectBoxed(brand: string): DetectedFormat {
  if (brand === 'avif') return { format: 'AVIF' };
  if (brand === 'avis') return unsupported('an AVIF animation');
  const apple = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];
  return unsupported(apple.includes(brand) ? 'a HEIC picture from an iPhone' : 'a video');
}
