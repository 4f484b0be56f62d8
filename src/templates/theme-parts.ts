import { z } from 'zod';
import type { TemplateFile } from './read-template-yaml.ts';
import type { TemplateFolder } from './template-folder.ts';

// What themes are made of, as zod types: measures with units, colours of a palette, text styles.

const POINTS_PER: Record<string, number> = { pt: 1, mm: 72 / 25.4, cm: 72 / 2.54 };

/** A length such as 25mm, 7cm or 14pt, as a number of pt. */
export const measure = () =>
  z
    .string({ error: 'is no length; write a number with its unit, such as 14pt, 25mm or 7cm' })
    .refine((text) => /^\d+(\.\d+)?(pt|mm|cm)$/.test(text), {
      error: 'is no length; write a number with its unit, such as 14pt, 25mm or 7cm',
    })
    .transform((text) => Number.parseFloat(text) * (POINTS_PER[text.slice(-2)] ?? 1));

/** A colour written as #rrggbb. */
export const colour = () =>
  z
    .string()
    .refine((text) => /^#[0-9a-f]{6}$/i.test(text), { error: 'is no colour; write it as #0f2f57' });

/** A style of text; `leading` is a factor of the font's own line height. */
export const textStyle = () =>
  z.strictObject({
    font: z.string().optional(),
    size: measure().optional(),
    bold: z.boolean().optional(),
    italics: z.boolean().optional(),
    underline: z.boolean().optional(),
    color: z.string().optional(),
    align: z.enum(['left', 'center', 'right', 'justify']).optional(),
    leading: z.number().positive().optional(),
    spacing: measure().optional(),
    indent: measure().optional(),
    above: measure().optional(),
    below: measure().optional(),
  });

/** A font family: files of installed packages by style. */
export const fontFiles = () =>
  z.strictObject({
    normal: z.string(),
    bold: z.string(),
    italics: z.string(),
    bolditalics: z.string(),
  });

/** A drawing of the template's folder at a width. */
export const drawing = () => z.strictObject({ file: z.string(), width: measure() });

/** A style of a theme, lengths in pt. */
export type ThemeStyle = z.output<ReturnType<typeof textStyle>>;

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
