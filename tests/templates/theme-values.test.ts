import { describe, expect, test } from '@jest/globals';
import { colour, measure, textStyle } from '../../src/templates/theme-parts.ts';

describe('a length', () => {
  test.each([
    ['14pt', 14],
    ['25.4mm', 72],
    ['2.54cm', 72],
    ['0pt', 0],
    ['0.5pt', 0.5],
  ])('%s is %d pt', (text, points) => {
    expect(measure().parse(text)).toBeCloseTo(points, 10);
  });

  test.each(['14', '14px', 'pt', '-1pt', '1,5cm', '14 pt', ' 14pt', '1e3pt', 14])(
    '%j is rejected with a message about units',
    (value) => {
      const result = measure().safeParse(value);
      expect(result.error?.issues[0]?.message).toMatch(
        /^is not a length; write a number with its unit/,
      );
    },
  );
});

describe('a colour', () => {
  test.each(['#0f2f57', '#ABCDEF'])('%s is accepted', (text) => {
    expect(colour().parse(text)).toBe(text);
  });

  test.each(['black', '#fff', '0f2f57', '#0f2f5g', 'rgb(0,0,0)'])('%s is rejected', (text) => {
    expect(colour().safeParse(text).success).toBe(false);
  });
});

test('a text style rejects unknown keys and a leading of 0', () => {
  expect(textStyle().safeParse({ size: '14pt', bold: true }).success).toBe(true);
  expect(textStyle().safeParse({ fontSize: '14pt' }).success).toBe(false);
  expect(textStyle().safeParse({ leading: 0 }).success).toBe(false);
});
