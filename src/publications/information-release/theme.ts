import { z } from 'zod';
import { colour, drawing, fontFiles, measure, textStyle } from '../../templates/theme-parts.ts';
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
  'coverLetters',
  'coverCentre',
  'coverTitle',
  'coverSubtitle',
  'coverNote',
  'coverDates',
  'coverNumber',
  'coverPlace',
  'coverDraft',
  'mastheadTitle',
  'mastheadCentre',
  'mastheadHeading',
  'mastheadLine',
  'mastheadEdition',
  'contentsHeading',
  'contentsLine',
  'sectionHeading',
  'articleTitle',
  'lead',
  'caption',
  'credit',
  'listItem',
  'quote',
  'subheading',
  'tableHead',
  'tableCell',
  'source',
  'sourceName',
  'reference',
  'backCoverCentre',
  'backCoverLine',
  'backCoverLink',
] as const;

/** Name of a text style of the theme. */
export type StyleName = (typeof STYLES)[number];

/**
 * Schema of templates/information-release/theme.yaml. It is lazy because it is large, and a theme from
 * the cache is not checked again.
 */
export const themeSchema = z.lazy(() => {
  const length = measure();
  const picture = drawing();
  const style = textStyle();
  const rule = { color: z.string(), width: length };
  const styles = z.strictObject(
    Object.fromEntries(STYLES.map((name) => [name, style])) as Record<StyleName, typeof style>,
  );
  return z
    .strictObject({
      page: pageTheme(),
      fonts: z.record(z.string(), fontFiles()),
      typography: typographyTheme(),
      underline: underlineTheme(),
      colors: z.record(z.string(), colour()),
      styles,
      cover: z.strictObject({
        background: z.string(),
        emblem: picture.extend({ above: length, below: length }),
        centreAbove: length,
        titleFromTop: length,
        placeFromFoot: length,
        leastSize: z.number().min(0.1).max(1),
        draft: z.strictObject({
          fromTop: length,
          rule: z.strictObject({ ...rule, length: length }),
        }),
      }),
      masthead: z.strictObject({
        emblem: picture.extend({ below: length }),
        rule: z.strictObject({ ...rule, above: length }),
      }),
      contents: z.strictObject({
        leader: z.string(),
        numberWidth: length,
        numberGap: z.number().nonnegative(),
        introductionAbove: length,
      }),
      /** Lines that lead to articles of other sections. */
      reference: z.strictObject({
        leader: z.string(),
        numberWidth: length,
        numberGap: z.number().nonnegative(),
      }),
      section: z.strictObject({ flagHeight: length, flagGap: length }),
      photo: photoTheme().extend({
        /** Photos after the first one, in rows below the text. */
        rows: z.strictObject({ maxHeight: length, gutter: length, above: length }),
      }),
      ...bodyTheme(),
      backCover: z.strictObject({
        background: z.string(),
        emblem: picture,
        fromTop: length,
        rule: z.strictObject({ ...rule, length: length, above: length, below: length }),
      }),
    })
    .superRefine((theme, context) => {
      const uses: [string[], string | undefined][] = [
        ...STYLES.map((name): [string[], string | undefined] => [
          ['styles', name, 'color'],
          theme.styles[name].color,
        ]),
        [['masthead', 'rule', 'color'], theme.masthead.rule.color],
        [['cover', 'draft', 'rule', 'color'], theme.cover.draft.rule.color],
        [['backCover', 'rule', 'color'], theme.backCover.rule.color],
      ];
      checkColours([...uses, ...tableColours(theme)], theme.colors, context);
    });
});

/** A validated theme; all lengths in pt. */
export type Theme = z.output<typeof themeSchema>;
