// What the settings of a site are made of: sizes of pictures, parts of fonts.
import { z } from 'zod';
import type { TemplateFolder } from '../templates/template-folder.ts';

/** A size in px. */
export const pixels = () => z.int().positive();

const picture = () => z.strictObject({ width: pixels(), quality: z.int().min(1).max(100) });

/** Widths and qualities of pictures. */
export const pictureSettings = () => z.strictObject({ cover: picture(), photo: picture() });

/** Sizes of the pictures beside an issue's page; widths in px. */
export type PictureSettings = z.output<ReturnType<typeof pictureSettings>>;

/** Fonts as installed packages have them: a file for each part of the alphabet. */
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

/** A part of a font, and the Unicode range that it covers. */
export interface SiteFont {
  readonly family: string;
  readonly style: string;
  readonly weight: number;
  /** Name of its file on the site. */
  readonly name: string;
  readonly letters: string;
  readonly bytes: Uint8Array;
}

/** Reads the files of fonts. @throws NodeJS.ErrnoException */
export async function readSiteFonts(
  { fonts, ranges }: z.output<ReturnType<typeof fontSettings>>,
  folder: TemplateFolder,
): Promise<SiteFont[]> {
  const read = fonts.map(async ({ family, style, weight, file, range }) => ({
    family,
    style,
    weight,
    name: file.slice(file.lastIndexOf('/') + 1),
    letters: ranges[range] ?? 'U+0-10FFFF',
    bytes: await folder.readPackageFile(file),
  }));
  return Promise.all(read);
}
