import { z } from 'zod';
import type { ContentNode, Origin, StackNode, TextNode } from '../../../pdf/definition.ts';
import { measure } from '../../../templates/theme-parts.ts';
import type { ClosingBlock, Sourced } from '../compose-programme.ts';
import { breakableParagraph, colorNamed, rule, type TextStyles } from './text.ts';

/** Least height of the emblem in pt. Source: European Commission, The use of the EU emblem, 2021: 1 cm. */
const MIN_EMBLEM_HEIGHT = (10 * 72) / 25.4;

/** Measures of the closing block. */
export const closingTheme = () => {
  const length = measure();
  return z
    .strictObject({
      above: length,
      gutter: length,
      rule: z.strictObject({ color: z.string(), width: length, below: length }),
      emblem: z.strictObject({
        file: z.string(),
        height: length.refine((height) => height >= MIN_EMBLEM_HEIGHT, {
          error: 'is less than 10mm, the least height of the emblem',
        }),
        /** Distance to the statement beside it. */
        gap: length,
        statementAbove: length,
        /** Free space between the emblem and anything but its statement. */
        clear: length,
      }),
      logos: z.strictObject({ maxHeight: length, gap: length, above: length, below: length }),
      textAbove: length,
    })
    .superRefine(({ gutter, rule, emblem, logos }, context) => {
      const check = (isRight: boolean, path: string[], message: string) => {
        if (!isRight) context.addIssue({ code: 'custom', path, message });
      };
      check(
        logos.maxHeight <= emblem.height,
        ['logos', 'maxHeight'],
        'is more than the height of the emblem, which no other logo may exceed',
      );
      const isTooNear = 'is less than the free space around the emblem';
      check(gutter >= emblem.clear, ['gutter'], isTooNear);
      check(rule.below >= emblem.clear, ['rule', 'below'], isTooNear);
    });
};

/** The measures in pt. */
export type ClosingTheme = z.output<ReturnType<typeof closingTheme>>;

/** Names of the text styles of a closing block. */
export const CLOSING_STYLES = [
  'closingStatement',
  'closingName',
  'closingLine',
  'closingLink',
  'closingText',
] as const;

/** Input of the layout beside the composed block. */
export interface ClosingContext {
  readonly theme: ClosingTheme;
  readonly colors: Readonly<Record<string, string>>;
  /** The emblem of the European Union, as SVG text. */
  readonly emblem: string;
  /** Width of the text block in pt. */
  readonly width: number;
}

/** Proportions of the emblem. Source: Interinstitutional Style Guide, annex A1. */
const EMBLEM_RATIO = 3 / 2;
const LINE_STYLES: TextStyles = { text: 'closingLine', link: 'closingLink' };

/**
 * Returns the block at the foot of the last page: on the left who carries out the programme, on the right
 * who pays for it and the Delegation, below both the paragraph about the European Union.
 */
export function closingBlock(block: ClosingBlock, context: ClosingContext): ContentNode[] {
  const { theme, colors, width } = context;
  const sides = [implementerSide(block, context), funderSide(block, context)].filter(
    ({ stack }) => stack.length > 0,
  );
  const texts = [block.europeanUnion, block.disclaimer].filter((text) => text !== undefined);
  if (sides.length + texts.length === 0) return [];
  const line = {
    length: width,
    width: theme.rule.width,
    color: colorNamed(theme.rule.color, colors),
  };
  return [
    {
      stack: [
        { ...rule(line), margin: [0, theme.above, 0, theme.rule.below] },
        ...(sides.length === 2 ? [{ stack: sides, sideBySide: { gutter: theme.gutter } }] : sides),
        ...texts.map(
          (text, index): TextNode => ({
            ...textNode(text, 'closingText'),
            ...(index === 0 && sides.length > 0 && { margin: [0, theme.textAbove, 0, 0] }),
          }),
        ),
      ],
      atPageFoot: true,
      tag: 'Sect',
    },
  ];
}

function implementerSide({ implementer }: ClosingBlock, { theme }: ClosingContext): StackNode {
  if (!implementer) return { stack: [] };
  const { statement, logos, name, address } = implementer;
  const { above, below, gap } = theme.logos;
  return {
    stack: [
      textNode(statement, 'closingStatement'),
      ...(logos.length > 0
        ? [
            {
              stack: logos.map((logo): ContentNode => ({ ...logo, ...logoSize(logo.svg, theme) })),
              sideBySide: {
                gutter: gap,
                widths: logos.map(({ svg }) => logoSize(svg, theme).width),
              },
              margin: [0, above, 0, below] as [number, number, number, number],
            },
          ]
        : []),
      ...(name ? [textNode(name, 'closingName')] : []),
      ...address.map((line) => textNode(line, 'closingLine')),
    ],
  };
}

/** Returns the size of a logo in pt, from the proportions of its viewBox. */
function logoSize(svg: string, { logos }: ClosingTheme): { width: number; height: number } {
  const [, width = '1', height = '1'] =
    /\bviewBox="[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)"/.exec(svg) ?? [];
  return { width: (logos.maxHeight * Number(width)) / Number(height), height: logos.maxHeight };
}

function funderSide({ funder, delegation }: ClosingBlock, context: ClosingContext): StackNode {
  return {
    stack: [
      ...(funder ? [emblemWithStatement(funder, context)] : []),
      ...(delegation
        ? [
            {
              ...textNode(delegation.name, 'closingName'),
              ...(funder && { margin: clearBelow(context) }),
            },
            ...delegation.lines.map(({ content, path }) => ({
              ...breakableParagraph(content, LINE_STYLES, originOf(path)),
              // An address breaks only where it is no mistake to read the parts as one.
              noWrap: content.some(({ link }) => link !== undefined),
            })),
          ]
        : []),
    ],
  };
}

function clearBelow({ theme }: ClosingContext): [number, number, number, number] {
  return [0, theme.emblem.clear, 0, 0];
}

function emblemWithStatement(
  { statement, emblem: alt }: NonNullable<ClosingBlock['funder']>,
  { theme, emblem: svg, width }: ClosingContext,
): StackNode {
  const { height, gap, statementAbove } = theme.emblem;
  const emblemWidth = height * EMBLEM_RATIO;
  const column = (width - theme.gutter) / 2;
  return {
    stack: [
      { svg, width: emblemWidth, height, alt },
      { ...textNode(statement, 'closingStatement'), margin: [0, statementAbove, 0, 0] },
    ],
    sideBySide: { gutter: gap, widths: [emblemWidth, column - emblemWidth - gap] },
  };
}

function textNode(
  { content, path }: Sourced<string>,
  style: (typeof CLOSING_STYLES)[number],
): TextNode {
  const origin = originOf(path);
  return { text: content, style, ...(origin && { origin }) };
}

function originOf(path: Origin['path'] | undefined): Origin | undefined {
  return path && { path, at: 0 };
}
