import type {
  CanvasNode,
  Origin,
  Spacing,
  TextNode,
  TextRun,
  TextStyle,
} from '../../../pdf/definition.ts';
import type { ThemeStyle } from '../../../templates/theme-parts.ts';
import type { Span } from '../../../text/rich-text.ts';

/** Signs after which a web address may be broken. */
const BREAK_AFTER = '/_?&=.';
/**
 * Signs before which it may be: a hyphen at a line's end could be one of division, and some viewers
 * leave it out of what is copied. Source: The Chicago Manual of Style, 17th ed., 14.18.
 */
const BREAK_BEFORE = '-';

/** A web address that leads to itself, set to be broken where it must be. */
export function address(url: string, style: string): TextNode {
  return {
    text: [{ text: url, link: url }],
    style,
    breakAfter: BREAK_AFTER,
    breakBefore: BREAK_BEFORE,
    noWrap: true,
  };
}

/** Names of the styles that text and what stands in it are set in. */
export interface TextStyles {
  readonly text: string | string[];
  readonly link: string;
}

/** A paragraph of spans. */
export function paragraph(spans: readonly Span[], styles: TextStyles, origin?: Origin): TextNode {
  const text = spans.map((span) => toRun(span, styles));
  return { text, style: styles.text, ...(origin && { origin }) };
}

function toRun(span: Span, styles: TextStyles): TextRun {
  const run: TextRun = { text: span.text };
  if (span.italic) run.italics = true;
  if (span.bold) run.bold = true;
  return span.link === undefined ? run : { ...run, style: styles.link, link: span.link };
}

/** A horizontal rule; lengths in pt. */
export interface Rule {
  readonly length: number;
  readonly width: number;
  readonly color: string;
  /** From the column's left edge. */
  readonly offset?: number;
}

/** A rule across the column or a part of it. */
export function rule({ length, width, color, offset = 0 }: Rule): CanvasNode {
  return {
    canvas: [
      {
        type: 'line',
        x1: offset,
        y1: 0,
        x2: offset + length,
        y2: 0,
        lineWidth: width,
        lineColor: color,
      },
    ],
  };
}

/** A theme's style as the PDF stage wants it; `colors` is the theme's palette. */
export function toTextStyle(
  style: ThemeStyle,
  colors: Readonly<Record<string, string>>,
): TextStyle & Spacing {
  const result: TextStyle & Spacing = {};
  if (style.font !== undefined) result.font = style.font;
  if (style.size !== undefined) result.fontSize = style.size;
  if (style.bold !== undefined) result.bold = style.bold;
  if (style.italics !== undefined) result.italics = style.italics;
  if (style.underline) result.decoration = 'underline';
  if (style.color !== undefined) result.color = colorNamed(style.color, colors);
  if (style.align !== undefined) result.alignment = style.align;
  if (style.leading !== undefined) result.lineHeight = style.leading;
  if (style.spacing !== undefined) result.characterSpacing = style.spacing;
  if (style.indent !== undefined) result.leadingIndent = style.indent;
  if (style.above !== undefined) result.spaceAbove = style.above;
  if (style.below !== undefined) result.spaceBelow = style.below;
  return result;
}

/** A colour of the palette; the theme's schema has made sure that it is there. */
export function colorNamed(name: string, colors: Readonly<Record<string, string>>): string {
  const color = colors[name];
  if (color === undefined) throw new Error(`The palette has no colour ${name}`);
  return color;
}
