// Schemas of a site's settings: sizes of pictures, and subsets of fonts.
import { z } from 'zod';
import type { TemplateFolder } from '../templates/template-folder.ts';

/** Schema of a size in px. */
export const pixels = () => z.int().positive();

const picture = () => z.strictObject({ width: pixels(), quality: z.int().min(1).max(100) });

/** Schema of the widths and qualities of pictures. */
export const pictureSettings = () => z.strictObject({ cover: picture(), photo: picture() });

/** Sizes of the pictures in an issue's folder; widths in px. */
export type PictureSettings = z.output<ReturnType<typeof pictureSettings>>;

/** Schema of the fonts, which installed packages provide as a file for each subset of characters. */
export const fontSettings = () =>
  z.strictObject({
    fonts: z.array(
      z.strictObject({
        family: z.string(),
        style: z.enum(['normal', 'italic']),
        weight: z.int(),
        file: z.string(),
        range: z.string(),
      }),
    ),
    /** Unicode ranges, as CSS writes them, by name. */
    ranges: z.record(z.string(), z.string()),
  });

/** A subset of a font, and the Unicode range that it covers. */
export interface SiteFont {
  readonly family: string;
  readonly style: string;
  readonly weight: number;
  /** File name on the site. */
  readonly name: string;
  readonly unicodeRange: string;
  readonly bytes: Uint8Array;
}

/** Reads the font files. @throws NodeJS.ErrnoException */
export async function readSiteFonts(
  { fonts, ranges }: z.output<ReturnType<typeof fontSettings>>,
  folder: TemplateFolder,
): Promise<SiteFont[]> {
  const read = fonts.map(async ({ family, style, weight, file, range }) => ({
    family,
    style,
    weight,
    name: file.slice(file.lastIndexOf('/') + 1),
    unicodeRange: ranges[range] ?? 'U+0-10FFFF',
    bytes: await folder.readPackageFile(file),
  }));
  return Promise.all(read);
}
