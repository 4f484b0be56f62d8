/** Formats a photo may have. */
export type PictureFormat = 'JPEG' | 'PNG' | 'WebP' | 'AVIF' | 'TIFF';

/** What a file's first bytes say it is: a picture that can be printed, or the name of what it is. */
export type DetectedFormat =
  | { readonly format: PictureFormat }
  | { readonly format: undefined; readonly name: string };

/** Why a file is no picture that can be printed. */
export interface PictureRejection {
  /** Another format, an unsupported variant of a supported format, or damage. */
  readonly rejection: 'photo-format' | 'photo-variant' | 'photo-broken';
  /** What the file is; of a broken one, what is wrong with it. */
  readonly reason: string;
}

const refused = (name: string): DetectedFormat => ({ format: undefined, name });

/**
 * The format of a picture by its first bytes; its name's ending may say anything.
 * Sources: the signatures in each format's standard (ISO 10918-1, RFC 2083, RFC 9649, ISO 14496-12).
 */
export function detectFormat(bytes: Buffer): DetectedFormat {
  const ascii = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (bytes.length === 0) return refused('an empty file');
  if (bytes.readUIntBE(0, Math.min(3, bytes.length)) === 0xffd8ff) return { format: 'JPEG' };
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return { format: 'PNG' };
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return { format: 'WebP' };
  if (['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(ascii(0, 4))) return { format: 'TIFF' };
  if (ascii(4, 8) === 'ftyp') return detectBoxed(ascii(8, 12));
  if (ascii(0, 3) === 'GIF') return refused('a GIF');
  if (ascii(0, 4) === '%PDF') return refused('a PDF');
  if (ascii(0, 2) === 'BM') return refused('a BMP');
  if (/<svg[\s>]/i.test(bytes.toString('utf8', 0, 1024))) return refused('an SVG drawing');
  return refused('no picture');
}

function detectBoxed(brand: string): DetectedFormat {
  if (brand === 'avif') return { format: 'AVIF' };
  if (brand === 'avis') return refused('an AVIF animation');
  const apple = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];
  return refused(apple.includes(brand) ? 'a HEIC picture of an iPhone' : 'a film');
}
