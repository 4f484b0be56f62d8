import { type CacheFiles, digestOf } from '../../cache/cache-files.ts';
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

/** Tells whether a code point can be printed. */
export type Coverage = (codePoint: number) => boolean;

/**
 * What every one of the fonts can print. It is kept in the store: `listCodePoints`, which parses a
 * font, is asked only about fonts that are new.
 */
export async function readCoverage(
  files: readonly Buffer[],
  cacheFiles: CacheFiles,
  listCodePoints: (file: Buffer) => Promise<readonly number[]>,
): Promise<Coverage> {
  const key = files.map(digestOf).join(' ');
  const kept = await cacheFiles.read('coverage.json', key);
  if (kept !== undefined) return coverageOf(JSON.parse(kept));
  const lists = await Promise.all(files.map(listCodePoints));
  const [first = [], ...others] = lists.map((list) => new Set(list));
  const shared = [...first].filter((codePoint) => others.every((set) => set.has(codePoint)));
  const ranges = joinRanges(shared.sort((a, b) => a - b));
  await cacheFiles.keep('coverage.json', key, JSON.stringify(ranges));
  return coverageOf(ranges);
}

/** First and last of a row of code points. */
type Range = readonly [from: number, to: number];

function joinRanges(codePoints: readonly number[]): Range[] {
  const ranges: [number, number][] = [];
  for (const codePoint of codePoints) {
    const last = ranges.at(-1);
    if (last?.[1] === codePoint - 1) last[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  return ranges;
}

function coverageOf(ranges: readonly Range[]): Coverage {
  const covered = new Set<number>();
  for (const [from, to] of ranges) {
    for (let codePoint = from; codePoint <= to; codePoint += 1) covered.add(codePoint);
  }
  return (codePoint) => covered.has(codePoint);
}
