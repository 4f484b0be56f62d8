import { expect, test } from '@jest/globals';
import { ShapeBook } from '../../src/pdf/shape-book.ts';

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
  const book = new ShapeBook();
  const texts = ['fine', 'eleven', '2024', '__proto__', 'é'];
  for (const text of texts) book.add(text, shape(text));
  expect(book.isChanged).toBe(true);
  const again = ShapeBook.read(book.write());
  expect(again.isChanged).toBe(false);
  for (const text of texts) {
    expect(again.find(text)).toEqual(shape(text));
    expect(again.advanceOf(text)).toBe(shape(text).advanceWidth);
  }
  expect(again.find('none')).toBeUndefined();
});

test('a book keeps what this run has used before what it has not', () => {
  const book = new ShapeBook();
  for (let number = 0; number < 12_000; number += 1) book.add(`${number}`, shape(`${number}`));
  const again = ShapeBook.read(book.write());
  again.find('11999');
  again.add('new', shape('new'));
  const third = ShapeBook.read(again.write());
  expect(third.find('11999')).toBeDefined();
  expect(third.find('new')).toBeDefined();
  expect(third.find('11998')).toBeUndefined();
});
