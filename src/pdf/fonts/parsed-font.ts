import type { FontkitFont } from '../pdfmake/fonts.ts';

/** Bytes before the first record of a font file's list of tables, and of each record. */
const HEAD = 12;
const RECORD = 16;
/** Bytes of the entries that are read. */
const POST_HEAD = 16;

/**
 * A font whose table `post` has the entries that a document asks for, and no others. fontkit reads it
 * whole, with a name for each glyph: a tenth of the time in which the document is written.
 * Source: OpenType 1.9.1, "Table Directory" and "post".
 */
export function withSmallPostTable<Font extends FontkitFont>(font: Font, file: Buffer): Font {
  const at = findTable(file, 'post');
  // A file that ends before is fontkit's to complain of.
  if (at === undefined || at + POST_HEAD > file.length) return font;
  const post = {
    // A number with 16 bits after its point.
    italicAngle: file.readInt32BE(at + 4) / 0x10000,
    underlinePosition: file.readInt16BE(at + 8),
    underlineThickness: file.readInt16BE(at + 10),
    isFixedPitch: file.readUInt32BE(at + 12),
  };
  return Object.create(font, { post: { value: post } });
}

/** Where a table begins in a font's file, in bytes. */
function findTable(file: Buffer, tag: string): number | undefined {
  const end = Math.min(HEAD + file.readUInt16BE(4) * RECORD, file.length - RECORD + 1);
  for (let record = HEAD; record < end; record += RECORD) {
    if (file.toString('latin1', record, record + 4) === tag) return file.readUInt32BE(record + 8);
  }
  return undefined;
}

/**
 * Adds to a font that a glyph stands for the characters it is asked for with. fontkit 2 keeps a glyph
 * with those of the first asking, and a subset that is written asks without any: what is copied out
 * of a later document of the same process would lack these characters.
 */
export function keepAskedCharacters(font: Pick<FontkitFont, 'getGlyph'>): void {
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
