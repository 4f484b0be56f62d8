import { expect, test } from '@jest/globals';
import { keepAskedCharacters } from '../../../src/pdf/fonts/parsed-font.ts';
import type { FontkitFont } from '../../../src/pdf/pdfmake/fonts.ts';

test('a glyph stands for the characters it is asked for with, whoever asked before', () => {
  const kept = new Map<number, { codePoints: readonly number[]; width: number }>();
  const font: Pick<FontkitFont, 'getGlyph'> = {
    getGlyph(id, characters = []) {
      const glyph = kept.get(id) ?? { codePoints: characters, width: 500 };
      kept.set(id, glyph);
      return glyph;
    },
  };
  keepAskedCharacters(font);
  font.getGlyph(3);
  expect(font.getGlyph(3, [32])).toMatchObject({ codePoints: [32], width: 500 });
  expect(font.getGlyph(3, [160])?.codePoints).toEqual([160]);
  expect(font.getGlyph(3)?.codePoints).toEqual([]);
});
