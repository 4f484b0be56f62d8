import { expect, test } from '@jest/globals';
import { colorNamed, toTextStyle } from '../../src/publications/shared/layout/text.ts';

const COLORS = { brand: '#0f2f57' };

test('converts a text style of a theme to a style of the PDF stage', () => {
  const style = {
    font: 'Tinos',
    size: 14,
    bold: true,
    italics: false,
    underline: true,
    color: 'brand',
    align: 'justify',
    leading: 1.2,
    spacing: 0.5,
    indent: 35,
    above: 10,
    below: 8,
  } as const;
  expect(toTextStyle(style, COLORS)).toEqual({
    font: 'Tinos',
    fontSize: 14,
    bold: true,
    italics: false,
    decoration: 'underline',
    color: '#0f2f57',
    alignment: 'justify',
    lineHeight: 1.2,
    characterSpacing: 0.5,
    leadingIndent: 35,
    spaceAbove: 10,
    spaceBelow: 8,
  });
});

test('leaves out properties that the style does not set', () => {
  expect(Object.keys(toTextStyle({}, COLORS))).toEqual([]);
});

test('removes the underline of the style that a style extends', () => {
  expect(toTextStyle({ underline: false }, COLORS)).toEqual({ decoration: 'none' });
});

test('throws for a colour that the palette does not have', () => {
  expect(colorNamed('brand', COLORS)).toBe('#0f2f57');
  expect(() => colorNamed('purple', COLORS)).toThrow(/purple/);
});
