import { expect, test } from '@jest/globals';
import { keepRequestedCharacters } from '../../../src/pdf/fonts/parsed-font.ts';
import type { FontkitFont } from '../../../src/pdf/pdfmake/fonts.ts';

test('returns a glyph with the requested characters, whatever was requested before', () => {
  const glyphs = new Map<number, { codePoints: readonly number[]; width: number }>();
  const font: Pick<FontkitFont, 'getGlyph'> = {
    getGlyph(id, characters = []) {
      const glyph = glyphs.get(id) ?? { codePoints: characters, width: 500 };
      glyphs.set(id, glyph);
      return glyph;
    },
  };
  keepRequestedCharacters(font);
  font.getGlyph(3);
  expect(font.getGlyph(3, [32])).toMatchObject({ codePoints: [32], width: 500 });
  expect(font.getGlyph(3, [160])?.codePoints).toEqual([160]);
  expect(font.getGlyph(3)?.codePoints).toEqual([]);
});
