import type { EmbeddedFont, Glyph } from '../pdfmake/fonts.ts';

/** A font in a document, with one code for each pair of a glyph and the characters it stands for. */
export interface EncodedFont extends EmbeddedFont {
  /** For each code, a text that identifies its glyph and characters. */
  readonly entries: readonly string[];
}

const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;

/**
 * Replaces pdfkit's encoding of text, which maps a glyph to the characters of its first use only. Fonts
 * draw several characters with one glyph (Tinos ə and ә, ǁ and ‖), so copying and searching would confuse
 * them. Here such a glyph gets a separate code for each character.
 */
export function encodeByCharacters(font: EmbeddedFont): EncodedFont {
  const { subset, unicode, widths, scale } = font;
  const codes = new Map<string, number>();
  const entries = [''];
  const codeOf = ({ id, codePoints, advanceWidth }: Glyph): number => {
    const characters = codePoints.map(toExtractedCodePoint);
    const entry = `${id} ${characters.join()}`;
    const known = codes.get(entry);
    if (known !== undefined) return known;
    const isNew = !subset.glyphs.includes(id);
    const code = isNew ? subset.includeGlyph(id) : subset.glyphs.push(id) - 1;
    codes.set(entry, code);
    entries[code] = entry;
    unicode[code] = characters;
    widths[code] = advanceWidth * scale;
    return code;
  };
  const encodeUncached: EmbeddedFont['encode'] = (text) => {
    const { glyphs, positions } = font.layout(text);
    const hexCodes = glyphs.map((glyph) => codeOf(glyph).toString(16).padStart(4, '0'));
    return [hexCodes, [...positions]];
  };
  const encoded = new Map<string, ReturnType<EmbeddedFont['encode']>>();
  return Object.assign(font, {
    entries,
    // Codes never change within a document, and most words occur more than once.
    encode(text: string) {
      const known = encoded.get(text) ?? encodeUncached(text);
      encoded.set(text, known);
      return known;
    },
  });
}

/** Maps a no-break space, which only affects layout, to the space that is copied. */
function toExtractedCodePoint(codePoint: number): number {
  return codePoint === NO_BREAK_SPACE ? SPACE : codePoint;
}
