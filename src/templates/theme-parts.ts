import { z } from 'zod';
import type { TemplateFile } from './read-template-yaml.ts';
import type { TemplateFolder } from './template-folder.ts';

// Zod schemas of the parts of a theme: lengths with units, colours, text styles.

const POINTS_PER: Record<string, number> = { pt: 1, mm: 72 / 25.4, cm: 72 / 2.54 };

/** A length such as 25mm, 7cm or 14pt, converted to pt. */
export const measure = () =>
  z
    .string({ error: 'is not a length; write a number with its unit, such as 14pt, 25mm or 7cm' })
    .refine((text) => /^\d+(\.\d+)?(pt|mm|cm)$/.test(text), {
      error: 'is not a length; write a number with its unit, such as 14pt, 25mm or 7cm',
    })
    .transform((text) => Number.parseFloat(text) * (POINTS_PER[text.slice(-2)] ?? 1));

/** A colour written as #rrggbb. */
export const colour = () =>
  z.string().refine((text) => /^#[0-9a-f]{6}$/i.test(text), {
    error: 'is not a colour; write it as #0f2f57',
  });

/** A text style; `leading` is a factor of the line height of the font. */
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

/** A font family: font files of installed packages by style. */
export const fontFiles = () =>
  z.strictObject({
    normal: z.string(),
    bold: z.string(),
    italics: z.string(),
    bolditalics: z.string(),
  });

/** A drawing from the template folder with its printed width. */
export const drawing = () => z.strictObject({ file: z.string(), width: measure() });

/** A text style of a theme, with lengths in pt. */
export type ThemeStyle = z.output<ReturnType<typeof textStyle>>;

/** Colours of a publication by name, each as #rrggbb. */
export type Palette = Readonly<Record<string, string>>;

/** Schema of the colours of a theme; its other settings are ignored. */
const themeColours = z.looseObject({ colors: z.record(z.string(), colour()) });

/** The colours of a theme. */
export type ColouredTheme = z.output<typeof themeColours>;

/** Reads the colours from the theme of a publication. */
export function readColours(folder: TemplateFolder): Promise<TemplateFile<ColouredTheme>> {
  return folder.readYaml('theme.yaml', themeColours);
}
