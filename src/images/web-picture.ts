/** A picture for the screen, without what a camera wrote into its file beside the pixels. */
export interface EncodedPicture {
  readonly bytes: Buffer;
  /** Size in px. */
  readonly width: number;
  readonly height: number;
}

/** How large a picture of a page may be in px, and how good, from 1 to 100. */
export interface WebPictureSize {
  readonly width: number;
  readonly quality: number;
}

/** Makes a WebP of a prepared photo. @throws when the bytes are no picture */
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

/** Makes a JPEG of exactly a width in px: what programs that show shared links can all read. */
export async function makeCoverPicture(
  bytes: Buffer,
  { width, quality }: WebPictureSize,
): Promise<EncodedPicture> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(bytes)
    .resize({ width })
    .flatten({ background: '#ffffff' })
    // A cover is a drawing: with halved colours its thin lines and letters turn pale.
    .jpeg({ quality, mozjpeg: true, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}
