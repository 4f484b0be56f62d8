/** A glyph, and the characters it stands for. */
interface NamedGlyph {
  readonly codePoints: readonly number[];
}

/** What of fontkit's font gives glyphs. */
export interface GlyphSource {
  getGlyph(id: number, characters?: readonly number[]): NamedGlyph | null;
}

/**
 * Adds to a font that a glyph stands for the characters it is asked for with. fontkit 2 keeps a glyph
 * with those of the first asking, and a subset that is written asks without any: what is copied out
 * of a later document of the same process would lack these characters.
 */
export function nameGlyphs(font: GlyphSource): void {
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = (id, characters = []) => {
    const glyph = getGlyph(id, characters);
    if (!glyph || characters.length === 0 || isSame(glyph.codePoints, characters)) return glyph;
    return Object.create(glyph, { codePoints: { value: characters } });
  };
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((codePoint, index) => codePoint === b[index]);
}
