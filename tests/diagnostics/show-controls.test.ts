import { describe, expect, test } from '@jest/globals';
import { showControls } from '../../src/diagnostics/show-controls.ts';

describe('replaces a control character by one visible character', () => {
  test.each([
    ['an escape', 'a\u001b[31mred', 'a␛[31mred'],
    ['a bell', '\u0007', '␇'],
    ['a line break', 'a\r\n::error::b', 'a␍␊::error::b'],
    ['a delete character', '\u007f', '␡'],
    ['the one-byte CSI of ISO 6429', '\u009b31m', '�31m'],
    ['a line separator', 'a\u2028b', 'a�b'],
    ['bidirectional controls', '\u202eabc\u2066', '�abc�'],
  ])('%s', (_, text, shown) => {
    expect(showControls(text)).toBe(shown);
    expect(shown).toHaveLength(text.length);
  });
});

test('leaves other text unchanged', () => {
  const text = 'Ўзбекистон, “Қазақстан” — naïve 𝒜 شارع 100 %';
  expect(showControls(text)).toBe(text);
});
