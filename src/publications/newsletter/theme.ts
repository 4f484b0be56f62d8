import { z } from 'zod';
import { colour, fontFiles, measure, textStyle } from '../../templates/theme-parts.ts';
import { CLOSING_STYLES, closingTheme } from '../shared/layout/closing-block.ts';
import {
  bodyTheme,
  checkColours,
  pageTheme,
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
  'brandName',
  'brandProgramme',
  'brandIssue',
  'brandPeriod',
  'contentsHeading',
  'contentsLine',
  'title',
  'briefTitle',
  'caption',
  'credit',
  'listItem',
  'quote',
  'subheading',
  'tableHead',
  'tableCell',
  'pullQuote',
  'statementHeading',
  'vision',
  'website',
  'mission',
  'numeral',
  'contact',
  ...CLOSING_STYLES,
] as const;

/** Schema of templates/newsletter/theme.yaml; lazy, because a theme from the cache is not checked again. */
export const themeSchema = z.lazy(() => {
  const length = measure();
  const style = textStyle();
  const color = z.string();
  const styles = z.strictObject(
    Object.fromEntries(STYLES.map((name) => [name, style])) as Record<
      (typeof STYLES)[number],
      typeof style
    >,
  );
  const padding = z.strictObject({ left: length, top: length, right: length, bottom: length });
  const rule = z.strictObject({ color, width: length, above: length, below: length });
  return z
    .strictObject({
      page: pageTheme(),
      fonts: z.record(z.string(), fontFiles()),
      typography: typographyTheme(),
      underline: underlineTheme(),
      colors: z.record(z.string(), colour()),
      styles,
      columns: z.strictObject({ count: z.int().min(1).max(3), gutter: length }),
      /** Bars at the head of the first page, from the top. */
      bars: z.array(z.strictObject({ height: length, color })),
      /** The programme's name, with the emblem and its statement on the right. */
      brand: z.strictObject({ emblemSide: length, gutter: length, below: length }),
      contents: z.strictObject({
        color,
        padding,
        headingWidth: length,
        gutter: length,
        leader: z.string(),
        numberWidth: length,
        numberGap: z.number().min(0),
        below: length,
      }),
      /** The line above an article's title. */
      titleRule: rule,
      /** White space below an article that ends in columns. */
      articleBelow: length,
      photo: z.strictObject({
        maxHeight: length,
        fullMaxHeight: length,
        below: length,
        resolution: z.number().positive(),
        smallest: z.number().positive(),
        thinnest: length,
      }),
      ...bodyTheme(),
      pullQuote: z.strictObject({
        color: color.optional(),
        padding,
        rule: z.strictObject({ color, width: length }),
        above: length,
        below: length,
      }),
      /** Vision, website and mission. */
      statements: z.strictObject({
        color,
        padding,
        gutter: length,
        above: length,
        websiteAbove: length,
        numerals: z.strictObject({ digits: z.int().min(1), gap: length }),
      }),
      contactAbove: length,
      closing: closingTheme(),
    })
    .superRefine((theme, context) => {
      const uses: [string[], string | undefined][] = [
        ...STYLES.map((name): [string[], string | undefined] => [
          ['styles', name, 'color'],
          theme.styles[name].color,
        ]),
        ...theme.bars.map((bar, index): [string[], string] => [
          ['bars', String(index), 'color'],
          bar.color,
        ]),
        [['contents', 'color'], theme.contents.color],
        [['titleRule', 'color'], theme.titleRule.color],
        [['pullQuote', 'color'], theme.pullQuote.color],
        [['pullQuote', 'rule', 'color'], theme.pullQuote.rule.color],
        [['statements', 'color'], theme.statements.color],
        [['closing', 'rule', 'color'], theme.closing.rule.color],
      ];
      checkColours([...uses, ...tableColours(theme)], theme.colors, context);
      if (theme.brand.below < theme.closing.emblem.clear)
        context.addIssue({
          code: 'custom',
          path: ['brand', 'below'],
          message: 'is less than the free space around the emblem',
        });
    });
});

/** A validated theme; all lengths in pt. */
export type Theme = z.output<typeof themeSchema>;
