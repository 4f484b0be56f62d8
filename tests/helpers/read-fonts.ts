import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Resources } from '../../src/pdf/definition.ts';
import { root } from './project-root.ts';
import { theme } from './read-template.ts';

/** Reads the font files of the Information Release's theme. */
export function readFonts(): Resources['fonts'] {
  const read = (file: string) => readFileSync(join(root, 'node_modules', file));
  return Object.fromEntries(
    Object.entries(theme.fonts).map(([family, files]) => [
      family,
      {
        normal: read(files.normal),
        bold: read(files.bold),
        italics: read(files.italics),
        bolditalics: read(files.bolditalics),
      },
    ]),
  );
}
