import type { Spacing, TextStyle } from '../pdf/definition.ts';
import type { ThemeStyle } from './measures.ts';

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
