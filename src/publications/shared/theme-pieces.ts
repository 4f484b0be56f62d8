// Schema pieces that the themes of publications share.
import { z } from 'zod';
import { measure } from '../../templates/theme-parts.ts';

/** Size and margins of a page. */
export const pageTheme = () => {
  const length = measure();
  return z.strictObject({
    width: length,
    height: length,
    margins: z.strictObject({ top: length, right: length, bottom: length, left: length }),
    folioFromEdge: length,
    viewAbove: length,
  });
};

/** A page of a theme; lengths in pt. */
export type PageTheme = z.output<ReturnType<typeof pageTheme>>;

/** Which typed characters are replaced by typographic ones. */
export const typographyTheme = () =>
  z.strictObject({ quotes: z.boolean(), dashes: z.boolean(), spaces: z.boolean() });

/** Distance of underlines from the baseline and their thickness, in em. */
export const underlineTheme = () =>
  z.strictObject({ below: z.number(), width: z.number().positive() });

/** Sizes and resolution of photos. */
export const photoTheme = () => {
  const length = measure();
  return z.strictObject({
    width: length,
    maxHeight: length,
    fullMaxHeight: length,
    gutter: length,
    indentBeside: z.number().min(0).max(1),
    below: length,
    resolution: z.number().positive(),
    smallest: z.number().positive(),
    thinnest: length,
    fullBelow: length,
  });
};

/** The photos of a theme; lengths in pt. */
export type FigureTheme = z.output<ReturnType<typeof photoTheme>>;

/** Indents of lists and quotes, how many of their levels are indented, and tables. */
export const bodyTheme = () => {
  const length = measure();
  return {
    list: z.strictObject({ indent: length }),
    quote: z.strictObject({ indent: length }),
    /** White space below lists and quotes, in addition to that of their last line. */
    blockBelow: length.optional(),
    nesting: z.strictObject({ levels: z.int().positive() }),
    table: tableTheme(),
  };
};

/** White space and rules of tables. */
const tableTheme = () => {
  const length = measure();
  const rule = z.strictObject({ color: z.string(), width: length });
  return z.strictObject({
    above: length,
    below: length,
    columnGap: length,
    /** White space above and below the text of a row. */
    rowPadding: length,
    /** Line below a row. */
    rule,
    /** Line above the table, and below the headings of its columns. */
    headRule: rule,
  });
};

/** The tables of a theme; lengths in pt. */
export type TableTheme = z.output<ReturnType<typeof tableTheme>>;

/** Returns the colours of a theme's tables with their paths. */
export function tableColours({
  table: { rule, headRule },
}: {
  readonly table: TableTheme;
}): [path: string[], color: string][] {
  return [
    [['table', 'rule', 'color'], rule.color],
    [['table', 'headRule', 'color'], headRule.color],
  ];
}

/**
 * Reports colours that the palette does not have.
 * @param uses paths of colours in the theme with their names
 */
export function checkColours(
  uses: readonly (readonly [path: string[], color: string | undefined])[],
  palette: Readonly<Record<string, string>>,
  context: z.RefinementCtx,
): void {
  for (const [path, color] of uses) {
    if (color === undefined || color in palette) continue;
    const message = `is not one of the theme’s colours: ${Object.keys(palette).join(', ')}`;
    context.addIssue({ code: 'custom', path, message });
  }
}
