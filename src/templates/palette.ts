import { z } from 'zod';
import { colour } from './measures.ts';
import type { TemplateFile } from './read-template-yaml.ts';
import type { TemplateFolder } from './template-folder.ts';

/** A publication's colours by their names, each as #rrggbb. */
export type Palette = Readonly<Record<string, string>>;

/** The colours that a theme names; the rest of a theme is for print. */
const themeColours = z.looseObject({ colors: z.record(z.string(), colour()) });

/** A theme as far as its colours go. */
export type ColouredTheme = z.output<typeof themeColours>;

/** Reads the colours of a publication's theme. */
export function readColours(folder: TemplateFolder): Promise<TemplateFile<ColouredTheme>> {
  return folder.readYaml('theme.yaml', themeColours);
}
