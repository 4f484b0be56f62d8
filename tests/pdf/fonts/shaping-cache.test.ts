import { expect, test } from '@jest/globals';
import { ShapingCache } from '../../../src/pdf/fonts/shaping-cache.ts';

/** Shapes a text: glyph identifiers are character codes; each glyph but the first is kerned by 3 units. */
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

test('returns the same shaped texts after saving and loading', () => {
  const cache = new ShapingCache();
  const texts = ['fine', 'eleven', '2024', '__proto__', 'é'];
  for (const text of texts) cache.add(text, shape(text));
  const reloaded = ShapingCache.parse(cache.serializeIfChanged());
  expect(cache.serializeIfChanged()).toBeUndefined();
  expect(reloaded.serializeIfChanged()).toBeUndefined();
  for (const text of texts) {
    expect(reloaded.find(text)).toEqual(shape(text));
    expect(reloaded.advanceOf(text)).toBe(shape(text).advanceWidth);
  }
  expect(reloaded.find('none')).toBeUndefined();
});

test('a full cache drops the least recently used text', () => {
  const cache = new ShapingCache();
  for (let number = 0; number < 12_000; number += 1) cache.add(`${number}`, shape(`${number}`));
  const reloaded = ShapingCache.parse(cache.serializeIfChanged());
  reloaded.find('0');
  reloaded.add('new', shape('new'));
  const reloadedTwice = ShapingCache.parse(reloaded.serializeIfChanged());
  expect(reloadedTwice.find('0')).toBeDefined();
  expect(reloadedTwice.find('new')).toBeDefined();
  expect(reloadedTwice.find('1')).toBeUndefined();
});
