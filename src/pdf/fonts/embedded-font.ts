import type { EmbeddedFont, Glyph } from '../pdfmake/fonts.ts';

/** A font in a document, with a code for each meaning of its glyphs. */
export interface EncodedFont extends EmbeddedFont {
  /** A text for each code, the same for codes that stand for the same glyph and characters. */
  readonly entries: readonly string[];
}

const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;

/**
 * Replaces pdfkit's encoding of text, in which a glyph stands for the characters of its first use only:
 * fonts draw several characters with one glyph (Tinos ə and ә, ǁ and ‖), and what is copied or searched
 * would have one of them in place of the other. Here such a glyph has a code for each of its meanings.
 */
export function encodeByMeaning(font: EmbeddedFont): EncodedFont {
  const { subset, unicode, widths, scale } = font;
  const codes = new Map<string, number>();
  const entries = [''];
  const codeOf = ({ id, codePoints, advanceWidth }: Glyph): number => {
    const meaning = codePoints.map(searchedAs);
    const entry = `${id} ${meaning.join()}`;
    const known = codes.get(entry);
    if (known !== undefined) return known;
    const isNew = !subset.glyphs.includes(id);
    const code = isNew ? subset.includeGlyph(id) : subset.glyphs.push(id) - 1;
    codes.set(entry, code);
    entries[code] = entry;
    unicode[code] = meaning;
    widths[code] = advanceWidth * scale;
    return code;
  };
  const encodeNow: EmbeddedFont['encode'] = (text) => {
    const { glyphs, positions } = font.layout(text);
    const written = glyphs.map((glyph) => codeOf(glyph).toString(16).padStart(4, '0'));
    return [written, [...positions]];
  };
  const encoded = new Map<string, ReturnType<EmbeddedFont['encode']>>();
  return Object.assign(font, {
    entries,
    // A code stays as it is in a document, and most words come more than once.
    encode(text: string) {
      const known = encoded.get(text) ?? encodeNow(text);
      encoded.set(text, known);
      return known;
    },
  });
}

/** Only layout asks for no-break spaces: what is copied has the space that was typed. */
function searchedAs(codePoint: number): number {
  return codePoint === NO_BREAK_SPACE ? SPACE : codePoint;
}
