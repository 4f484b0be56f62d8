import type {
  CanvasNode,
  MeasuredLine,
  Origin,
  Spacing,
  TextNode,
  TextRun,
  TextStyle,
} from '../../../pdf/definition.ts';
import type { ThemeStyle } from '../../../templates/theme-parts.ts';
import { isSameTarget } from '../../../text/readable-address.ts';
import type { Span } from '../../../text/rich-text.ts';

/** Characters after which a web address may break. */
const BREAK_AFTER = '/_?&=.';
/**
 * Characters before which a web address may break. A hyphen at the end of a line would look like
 * hyphenation, and some viewers drop it from copied text. Source: The Chicago Manual of Style, 17th
 * ed., 14.18.
 */
const BREAK_BEFORE = '-';

/** A link's text that is an address; it breaks like one. */
const ADDRESS = /^\S*(?:\/\/|www\.|@)\S*$/i;

/** Returns a web address as a link, printed so that it breaks only at suitable characters. */
export function address(url: string, printed: string, style: string): TextNode {
  return {
    text: [{ text: printed, link: readableLink(printed, url) }],
    style,
    breakAfter: BREAK_AFTER,
    breakBefore: BREAK_BEFORE,
    noWrap: true,
  };
}

/** Puts a name before an address. Its lines break at spaces, those of the address where it may break. */
export function withName(node: TextNode, name: TextRun | undefined): TextNode {
  if (!name || typeof node.text === 'string') return node;
  const { noWrap, ...rest } = node;
  return {
    ...rest,
    breaksAddresses: true,
    text: [name, ...node.text.map((run) => ({ ...run, noWrap: true }))],
  };
}

/** Style names of a text and of the links in it. */
export interface TextStyles {
  readonly text: string | string[];
  readonly link: string;
}

/** Returns a paragraph of spans. */
export function paragraph(spans: readonly Span[], styles: TextStyles, origin?: Origin): TextNode {
  const text = spans.map((span) => toRun(span, styles));
  const breaks = text.some(({ noWrap }) => noWrap) && {
    breakAfter: BREAK_AFTER,
    breakBefore: BREAK_BEFORE,
    breaksAddresses: true,
  };
  return { text, style: styles.text, ...breaks, ...(origin && { origin }) };
}

/** Returns a paragraph whose lines may also break inside web addresses. */
export function breakableParagraph(
  spans: readonly Span[],
  styles: TextStyles,
  origin?: Origin,
): TextNode {
  return {
    ...paragraph(spans, styles, origin),
    breakAfter: BREAK_AFTER,
    breakBefore: BREAK_BEFORE,
  };
}

function toRun(span: Span, styles: TextStyles): TextRun {
  const run: TextRun = { text: span.text };
  if (span.italic) run.italics = true;
  if (span.bold) run.bold = true;
  const { link, text } = span;
  if (link === undefined) return run;
  const target = { ...run, style: styles.link, link: readableLink(text, link) };
  return ADDRESS.test(text) ? { ...target, noWrap: true } : target;
}

/** Returns the readable form of a link's address, which is read aloud; the engine encodes its target. */
function readableLink(printed: string, link: string): string {
  return isSameTarget(printed, link) ? printed : link;
}

/** A horizontal rule; lengths in pt. */
export interface Rule {
  readonly length: number;
  readonly width: number;
  readonly color: string;
  /** Distance from the column's left edge. */
  readonly offset?: number;
}

/** Returns a rule across the column or a part of it. */
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

/**
 * Returns a text in a style of the theme, to be measured.
 * @param inherited the style of body text
 */
export function measuredLine(
  text: string,
  { size, font, bold, italics, spacing }: ThemeStyle,
  inherited: ThemeStyle,
): MeasuredLine {
  return {
    text,
    font: font ?? inherited.font ?? '',
    bold: bold ?? inherited.bold ?? false,
    italics: italics ?? inherited.italics ?? false,
    fontSize: size ?? inherited.size ?? 0,
    characterSpacing: spacing ?? inherited.spacing ?? 0,
  };
}

/**
 * Converts a style of the theme to a text style of a document definition.
 * @param colors the theme's palette
 */
export function toTextStyle(
  style: ThemeStyle,
  colors: Readonly<Record<string, string>>,
): TextStyle & Spacing {
  const result: TextStyle & Spacing = {};
  if (style.font !== undefined) result.font = style.font;
  if (style.size !== undefined) result.fontSize = style.size;
  if (style.bold !== undefined) result.bold = style.bold;
  if (style.italics !== undefined) result.italics = style.italics;
  if (style.underline !== undefined) result.decoration = style.underline ? 'underline' : 'none';
  if (style.color !== undefined) result.color = colorNamed(style.color, colors);
  if (style.align !== undefined) result.alignment = style.align;
  if (style.leading !== undefined) result.lineHeight = style.leading;
  if (style.spacing !== undefined) result.characterSpacing = style.spacing;
  if (style.indent !== undefined) result.leadingIndent = style.indent;
  if (style.above !== undefined) result.spaceAbove = style.above;
  if (style.below !== undefined) result.spaceBelow = style.below;
  return result;
}

/**
 * Returns a colour of the palette by its name.
 * @throws Error if the palette has no such colour; the theme's schema prevents this
 */
export function colorNamed(name: string, colors: Readonly<Record<string, string>>): string {
  const color = colors[name];
  if (color === undefined) throw new Error(`The palette has no colour ${name}`);
  return color;
}
