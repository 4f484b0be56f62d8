import type { z } from 'zod';
import type { Resources } from '../../pdf/definition.ts';
import type { TemplateFolder } from '../../templates/template-folder.ts';
import type { fontFiles } from '../../templates/theme-parts.ts';

/** Reads the drawings of a template. @returns SVG texts by file name */
export async function readDrawings(
  files: readonly string[],
  folder: TemplateFolder,
): Promise<ReadonlyMap<string, string>> {
  const unique = [...new Set(files)];
  const drawings = await Promise.all(unique.map((file) => folder.readDrawing(file)));
  return new Map(unique.map((file, index) => [file, drawings[index] ?? '']));
}

/** Reads the font files of a theme from the installed packages. */
export async function readFonts(
  fonts: Readonly<Record<string, z.output<ReturnType<typeof fontFiles>>>>,
  folder: TemplateFolder,
): Promise<Resources['fonts']> {
  const families = Object.entries(fonts).map(async ([family, files]) => {
    const [normal, bold, italics, bolditalics] = await Promise.all([
      folder.readPackageFile(files.normal),
      folder.readPackageFile(files.bold),
      folder.readPackageFile(files.italics),
      folder.readPackageFile(files.bolditalics),
    ]);
    return [family, { normal, bold, italics, bolditalics }] as const;
  });
  return Object.fromEntries(await Promise.all(families));
}
