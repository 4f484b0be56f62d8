/** A picture for the screen, without metadata. */
export interface EncodedPicture {
  readonly bytes: Buffer;
  /** Size in px. */
  readonly width: number;
  readonly height: number;
}

/** Width of a picture in px, and its quality from 1 to 100. */
export interface WebPictureSize {
  readonly width: number;
  readonly quality: number;
}

/** Encodes a prepared photo as WebP, at most `width` wide. @throws if the bytes are not a picture */
export async function makeWebPicture(
  bytes: Buffer,
  { width, quality }: WebPictureSize,
): Promise<EncodedPicture> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(bytes)
    .resize({ width, withoutEnlargement: true })
    .webp({ quality })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

/** Encodes a cover as a JPEG exactly `width` wide; all programs that preview shared links read JPEG. */
export async function makeCoverPicture(
  bytes: Buffer,
  { width, quality }: WebPictureSize,
): Promise<EncodedPicture> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(bytes)
    .resize({ width })
    .flatten({ background: '#ffffff' })
    // A cover is a drawing: chroma subsampling would make its thin lines and letters pale.
    .jpeg({ quality, mozjpeg: true, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}
