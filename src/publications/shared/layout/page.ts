import type { DocumentDefinition } from '../../../pdf/definition.ts';
import type { Palette, ThemeStyle } from '../../../templates/theme-parts.ts';
import type { PageTheme } from '../theme-pieces.ts';
import { toTextStyle } from './text.ts';

/** Returns the width and height of the text block, in pt. */
export function textBlock({ page }: { readonly page: PageTheme }): {
  width: number;
  height: number;
} {
  const { margins } = page;
  return {
    width: page.width - margins.left - margins.right,
    height: page.height - margins.top - margins.bottom,
  };
}

/**
 * Returns a drawing of the template by its file name.
 * @throws Error if it was not loaded
 */
export function drawingNamed(
  file: string,
  { drawings }: { readonly drawings: ReadonlyMap<string, string> },
): string {
  const drawing = drawings.get(file);
  if (drawing === undefined) throw new Error(`The template has no drawing ${file}`);
  return drawing;
}

/** Styles of a theme with their palette; `text` is the style of body text. */
interface StyledTheme {
  readonly styles: Readonly<Record<string, ThemeStyle>> & { readonly text: ThemeStyle };
  readonly colors: Palette;
}

/** Returns a document's styles: those of the theme, and the one that all text inherits. */
export function buildStyles({
  styles,
  colors,
}: StyledTheme): Pick<DocumentDefinition, 'defaultStyle' | 'styles'> {
  // Other text does not inherit the body text's indent and alignment.
  const { indent: _, align: __, ...inherited } = styles.text;
  const named = Object.entries(styles).map(([name, style]) => [name, toTextStyle(style, colors)]);
  return { defaultStyle: toTextStyle(inherited, colors), styles: Object.fromEntries(named) };
}
