/** The tags that are read (TIFF 6.0; DNG 1.7). */
export const TIFF_TAG = {
  subfileType: 254,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  stripOffsets: 273,
  samplesPerPixel: 277,
  stripByteCounts: 279,
  tileOffsets: 324,
  tileByteCounts: 325,
  extraSamples: 338,
  sampleFormat: 339,
  dngVersion: 50706,
} as const;

/** The first image file directory of a TIFF: the tags of its first picture. */
export interface TiffDirectory {
  /** The numbers of a tag; empty if the tag is missing. */
  numbers(tag: number): readonly number[];
  /** Whether the directory, a tag or the picture reaches beyond the end of the file. */
  readonly isCutOff: boolean;
}

/** Bytes of a number by tag type: BYTE, SHORT, LONG, UNDEFINED, IFD, LONG8. Others are not read. */
const BYTES_OF: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 7: 1, 13: 4, 16: 8 };

const READ_TAGS: ReadonlySet<number> = new Set(Object.values(TIFF_TAG));

/** Most tags of a directory that are read; some programs add a hundred of their own. */
const MAX_TAGS = 4096;

/** Most numbers of a tag that are read; a picture in strips of one row has one for each row. */
const MAX_NUMBERS = 1_000_000;

/** Reads the first directory of a TIFF or BigTIFF file. */
export function readTiffDirectory(bytes: Buffer): TiffDirectory {
  const isLittle = bytes[0] === 0x49;
  const read = (at: number, size: number): number => {
    if (!(at + size <= bytes.length)) return Number.NaN;
    if (size === 8) return Number(isLittle ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at));
    return isLittle ? bytes.readUIntLE(at, size) : bytes.readUIntBE(at, size);
  };
  const isBig = read(2, 2) === 43;
  // Bytes of an offset, of the tag count, and of a tag.
  const [word, ofCount, ofTag] = isBig ? ([8, 8, 20] as const) : ([4, 2, 12] as const);
  const start = read(isBig ? 8 : 4, word);
  const count = read(start, ofCount);
  const tags = new Map<number, readonly number[]>();
  let isCutOff = Number.isNaN(count) || start + ofCount + count * ofTag > bytes.length;
  for (let index = 0; index < Math.min(count || 0, MAX_TAGS); index++) {
    const at = start + ofCount + index * ofTag;
    const tag = read(at, 2);
    const size = BYTES_OF[read(at + 2, 2)];
    if (!READ_TAGS.has(tag) || tags.has(tag) || size === undefined) continue;
    const length = Math.min(read(at + 4, word), MAX_NUMBERS);
    const from = size * length <= word ? at + 4 + word : read(at + 4 + word, word);
    const isThere = from + size * length <= bytes.length;
    if (!isThere) isCutOff = true;
    const numbers = isThere ? Array.from({ length }, (_, i) => read(from + i * size, size)) : [];
    tags.set(tag, numbers);
  }
  const numbers = (tag: number) => tags.get(tag) ?? [];
  const reaches = (offsets: number, counts: number) =>
    numbers(offsets).some((offset, i) => offset + (numbers(counts)[i] ?? 0) > bytes.length);
  isCutOff ||= reaches(TIFF_TAG.stripOffsets, TIFF_TAG.stripByteCounts);
  isCutOff ||= reaches(TIFF_TAG.tileOffsets, TIFF_TAG.tileByteCounts);
  return { numbers, isCutOff };
}
