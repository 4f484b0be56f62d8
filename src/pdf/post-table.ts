import type { EmbeddedFont } from './embedded-font.ts';

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
export function withBriefPost<Font extends EmbeddedFont['font']>(font: Font, file: Buffer): Font {
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
