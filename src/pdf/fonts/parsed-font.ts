import { type CacheFiles, digestOf } from '../../cache/cache-files.ts';
import type { FontkitFont } from '../pdfmake/fonts.ts';

/** Bytes of a font file before its first table record, and of each table record. */
const HEADER = 12;
const RECORD = 16;
/** Bytes of the header of the `post` table. */
const POST_HEADER = 16;

/**
 * Returns a font whose `post` table has only the entries that pdfkit reads. fontkit would also parse a
 * name for each glyph, which takes a tenth of the time that writing a document takes.
 * Source: OpenType 1.9.1, "Table Directory" and "post".
 */
export function withShortPostTable<Font extends FontkitFont>(font: Font, file: Buffer): Font {
  const at = findTable(file, 'post');
  // If the file is cut off, fontkit reports it.
  if (at === undefined || at + POST_HEADER > file.length) return font;
  const post = {
    // A 16.16 fixed-point number.
    italicAngle: file.readInt32BE(at + 4) / 0x10000,
    underlinePosition: file.readInt16BE(at + 8),
    underlineThickness: file.readInt16BE(at + 10),
    isFixedPitch: file.readUInt32BE(at + 12),
  };
  return Object.create(font, { post: { value: post } });
}

/** Returns the offset of a table in a font file, in bytes. */
function findTable(file: Buffer, tag: string): number | undefined {
  const end = Math.min(HEADER + file.readUInt16BE(4) * RECORD, file.length - RECORD + 1);
  for (let record = HEADER; record < end; record += RECORD) {
    if (file.toString('latin1', record, record + 4) === tag) return file.readUInt32BE(record + 8);
  }
  return undefined;
}

/**
 * Makes a font return each glyph with the characters it was requested for. fontkit 2 caches a glyph with
 * the characters of the first request, and writing a subset requests glyphs without characters. Text
 * copied from a later document of the same process would then lack these characters.
 */
export function keepRequestedCharacters(font: Pick<FontkitFont, 'getGlyph'>): void {
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

/** Returns whether a code point can be printed. */
export type Coverage = (codePoint: number) => boolean;

/**
 * Returns the coverage shared by all of the fonts. It is cached between runs; `listCodePoints`, which
 * parses a font, is called only if the fonts have changed.
 */
export async function readCoverage(
  files: readonly Buffer[],
  cacheFiles: CacheFiles,
  listCodePoints: (file: Buffer) => Promise<readonly number[]>,
): Promise<Coverage> {
  const key = files.map(digestOf).join(' ');
  const cached = await cacheFiles.read('coverage.json', key);
  if (cached !== undefined) return coverageOf(JSON.parse(cached));
  const lists = await Promise.all(files.map(listCodePoints));
  const [first = [], ...others] = lists.map((list) => new Set(list));
  const shared = [...first].filter((codePoint) => others.every((set) => set.has(codePoint)));
  const ranges = joinRanges(shared.sort((a, b) => a - b));
  await cacheFiles.write('coverage.json', key, JSON.stringify(ranges));
  return coverageOf(ranges);
}

/** First and last of consecutive code points. */
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
