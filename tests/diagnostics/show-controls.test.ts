import { describe, expect, test } from '@jest/globals';
import { showControls } from '../../src/diagnostics/show-controls.ts';

describe('a sign that would be obeyed is shown as one letter', () => {
  test.each([
    ['an escape', 'a\u001b[31mred', 'a␛[31mred'],
    ['a bell', '\u0007', '␇'],
    ['a line break', 'a\r\n::error::b', 'a␍␊::error::b'],
    ['a delete', '\u007f', '␡'],
    ['the escape of ISO 6429 in one byte', '\u009b31m', '�31m'],
    ['a line separator', 'a\u2028b', 'a�b'],
    ['a direction that is turned', '\u202eabc\u2066', '�abc�'],
  ])('%s', (_, text, shown) => {
    expect(showControls(text)).toBe(shown);
    expect(shown).toHaveLength(text.length);
  });
});

test('what people write stays as it is', () => {
  const text = 'Ўзбекистон, “Қазақстан” — naïve 𝒜 شارع 100 %';
  expect(showControls(text)).toBe(text);
});
