import { z } from 'zod';
import { colour, fontFiles, measure, textStyle } from '../../templates/theme-parts.ts';
import { CLOSING_STYLES, closingTheme } from '../shared/layout/closing-block.ts';
import {
  bodyTheme,
  checkColours,
  pageTheme,
  photoTheme,
  tableColours,
  typographyTheme,
  underlineTheme,
} from '../shared/theme-pieces.ts';

/** Names of the text styles that the layout uses. */
const STYLES = [
  'text',
  'link',
  'folio',
  'draft',
  'embargo',
  'label',
  'headline',
  'dateline',
  'lead',
  'caption',
  'credit',
  'listItem',
  'quote',
  'subheading',
  'tableHead',
  'tableCell',
  'about',
  'readMore',
  'contact',
  ...CLOSING_STYLES,
] as const;

/** Schema of templates/press-release/theme.yaml; lazy, because a theme from the cache is not checked again. */
export const themeSchema = z.lazy(() => {
  const length = measure();
  const style = textStyle();
  const styles = z.strictObject(
    Object.fromEntries(STYLES.map((name) => [name, style])) as Record<
      (typeof STYLES)[number],
      typeof style
    >,
  );
  return z
    .strictObject({
      page: pageTheme(),
      fonts: z.record(z.string(), fontFiles()),
      typography: typographyTheme(),
      underline: underlineTheme(),
      colors: z.record(z.string(), colour()),
      styles,
      /** A bar at the head of the first page. */
      bar: z.strictObject({ height: length, color: z.string() }),
      photo: photoTheme(),
      ...bodyTheme(),
      closing: closingTheme(),
    })
    .superRefine((theme, context) => {
      const uses: [string[], string | undefined][] = [
        ...STYLES.map((name): [string[], string | undefined] => [
          ['styles', name, 'color'],
          theme.styles[name].color,
        ]),
        [['bar', 'color'], theme.bar.color],
        [['closing', 'rule', 'color'], theme.closing.rule.color],
      ];
      checkColours([...uses, ...tableColours(theme)], theme.colors, context);
    });
});

/** A validated theme; all lengths in pt. */
export type Theme = z.output<typeof themeSchema>;
