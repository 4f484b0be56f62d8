import { z } from 'zod';
import { colour, drawing, fontFiles, measure, textStyle } from '../../templates/measures.ts';

/** Text styles the layout asks for by name. */
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
  'source',
  'backCoverCentre',
  'backCoverLine',
] as const;

/** Name of a text style of the theme. */
export type StyleName = (typeof STYLES)[number];

const styles = z.strictObject(
  Object.fromEntries(STYLES.map((name) => [name, textStyle()])) as Record<
    StyleName,
    ReturnType<typeof textStyle>
  >,
);

const rule = { color: z.string(), width: measure() };

/** The theme of the Information Release: templates/information-release/theme.yaml. */
export const themeSchema = z
  .strictObject({
    page: z.strictObject({
      width: measure(),
      height: measure(),
      margins: z.strictObject({
        top: measure(),
        right: measure(),
        bottom: measure(),
        left: measure(),
      }),
      folioFromEdge: measure(),
      viewAbove: measure(),
    }),
    fonts: z.record(z.string(), fontFiles()),
    typography: z.strictObject({
      quotes: z.boolean(),
      dashes: z.boolean(),
      spaces: z.boolean(),
    }),
    underline: z.strictObject({ below: z.number(), width: z.number().positive() }),
    colors: z.record(z.string(), colour()),
    styles,
    cover: z.strictObject({
      background: z.string(),
      emblem: drawing().extend({ above: measure(), below: measure() }),
      centreAbove: measure(),
      titleFromTop: measure(),
      placeFromFoot: measure(),
    }),
    masthead: z.strictObject({
      emblem: drawing().extend({ below: measure() }),
      rule: z.strictObject({ ...rule, above: measure() }),
    }),
    contents: z.strictObject({
      leader: z.string(),
      numberWidth: measure(),
      numberGap: z.number().nonnegative(),
      introductionAbove: measure(),
    }),
    section: z.strictObject({ flagHeight: measure(), flagGap: measure() }),
    photo: z.strictObject({
      width: measure(),
      maxHeight: measure(),
      gutter: measure(),
      below: measure(),
      resolution: z.number().positive(),
      smallest: z.number().positive(),
      fullBelow: measure(),
    }),
    list: z.strictObject({ indent: measure() }),
    quote: z.strictObject({ indent: measure() }),
    nesting: z.strictObject({ levels: z.int().positive() }),
    backCover: z.strictObject({
      emblem: drawing(),
      fromTop: measure(),
      rule: z.strictObject({ ...rule, length: measure(), above: measure(), below: measure() }),
    }),
  })
  .superRefine((theme, context) => {
    const uses: [string[], string | undefined][] = [
      ...STYLES.map((name): [string[], string | undefined] => [
        ['styles', name, 'color'],
        theme.styles[name].color,
      ]),
      [['masthead', 'rule', 'color'], theme.masthead.rule.color],
      [['backCover', 'rule', 'color'], theme.backCover.rule.color],
    ];
    for (const [path, color] of uses) {
      if (color === undefined || color in theme.colors) continue;
      const message = `is not one of the theme’s colours: ${Object.keys(theme.colors).join(', ')}`;
      context.addIssue({ code: 'custom', path, message });
    }
  });

/** A checked theme; all lengths in pt. */
export type Theme = z.output<typeof themeSchema>;
