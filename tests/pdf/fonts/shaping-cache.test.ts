import { expect, test } from '@jest/globals';
import { ShapingCache } from '../../../src/pdf/fonts/shaping-cache.ts';

/** A text whose glyphs bear the numbers of its letters; each but the first is drawn 3 units nearer. */
function shape(text: string) {
  const glyphs = [...text].map((letter) => ({
    id: letter.charCodeAt(0),
    advanceWidth: 1024,
    codePoints: [letter.charCodeAt(0)],
  }));
  const positions = glyphs.map((_, index) => ({
    xAdvance: index === 0 ? 500 : 497,
    advanceWidth: 500,
    xOffset: 0.1,
    yOffset: -0.3,
  }));
  return { glyphs, positions, advanceWidth: 500 + 497 * (text.length - 1) };
}

test('a text that was written down is read as it was shaped, to the last digit', () => {
  const book = new ShapingCache();
  const texts = ['fine', 'eleven', '2024', '__proto__', 'é'];
  for (const text of texts) book.add(text, shape(text));
  const again = ShapingCache.read(book.writeNews());
  expect(book.writeNews()).toBeUndefined();
  expect(again.writeNews()).toBeUndefined();
  for (const text of texts) {
    expect(again.find(text)).toEqual(shape(text));
    expect(again.advanceOf(text)).toBe(shape(text).advanceWidth);
  }
  expect(again.find('none')).toBeUndefined();
});

test('a full book keeps what was of use last', () => {
  const book = new ShapingCache();
  for (let number = 0; number < 12_000; number += 1) book.add(`${number}`, shape(`${number}`));
  const again = ShapingCache.read(book.writeNews());
  again.find('0');
  again.add('new', shape('new'));
  const third = ShapingCache.read(again.writeNews());
  expect(third.find('0')).toBeDefined();
  expect(third.find('new')).toBeDefined();
  expect(third.find('1')).toBeUndefined();
});
