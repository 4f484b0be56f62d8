// Removes everything but the picture from a JPEG, without encoding it again.
// Sources: ISO/IEC 10918-1 (ITU-T T.81), annex B; ISO/IEC 10918-5 (JFIF); ISO/IEC 10918-6 (Adobe's
// segment); ISO 32000-1, 7.4.8 (which JPEGs a PDF may contain).
import { type JpegSegment, MARKER, readJpeg, writeJpeg } from './jpeg-segments.ts';

/** Encoders write up to a dozen scans; thousands would keep a PDF viewer busy. */
const MAX_SCANS = 100;

const FRAMES: ReadonlySet<number> = new Set([MARKER.baseline, MARKER.progressive]);

/** Markers that every PDF viewer knows; the others belong to modes that few decoders support. */
const KNOWN_MARKERS: ReadonlySet<number> = new Set([
  ...FRAMES,
  MARKER.huffmanTables,
  MARKER.quantizationTables,
  MARKER.restartInterval,
  MARKER.startOfScan,
  MARKER.comment,
  ...Array.from({ length: 16 }, (_, index) => MARKER.application + index),
]);

/** Sampling factors of luminance: chroma in full, halved across, halved down, halved both ways. */
const LUMINANCE_SAMPLING: ReadonlySet<number> = new Set([0x11, 0x21, 0x12, 0x22]);

/**
 * Returns a JPEG without comments, EXIF, XMP, IPTC, profile, thumbnails, further pictures and data after
 * the end of the image. Returns undefined if some PDF viewer may fail to decode the picture or
 * show it in other colours: only Huffman-coded baseline and progressive pictures in grey or YCbCr are
 * kept. Entropy-coded data is copied without being decoded.
 */
export function cleanJpeg(bytes: Buffer): Buffer | undefined {
  const { segments, endsWith } = readJpeg(bytes);
  const isKnown = segments.every(({ marker }) => KNOWN_MARKERS.has(marker));
  if (endsWith !== 'end of image' || !isKnown) return undefined;
  const components = readComponents(segments);
  if (!components || !areScansSound(segments, components)) return undefined;
  // Three components are YCbCr unless an Adobe segment says otherwise.
  const isRecoloured = segments.some((segment) => isAdobe(segment) && segment.data[11] !== 1);
  if (components.length === 3 && isRecoloured) return undefined;
  const jfif = segments.find(isJfif);
  const adobe = segments.find(isAdobe);
  const coded = segments.filter(({ marker }) => !isMetadata(marker));
  return writeJpeg([
    ...(jfif ? [withoutThumbnail(jfif)] : []),
    ...(adobe ? [{ ...adobe, data: adobe.data.subarray(0, 12) }] : []),
    ...coded,
  ]);
}

/** Returns the identifiers of the frame's components; undefined unless the frame is plain grey or YCbCr. */
function readComponents(segments: readonly JpegSegment[]): number[] | undefined {
  const frames = segments.filter(({ marker }) => FRAMES.has(marker));
  const { data } = frames[0] ?? {};
  if (!data || frames.length > 1 || data.length < 6) return undefined;
  const [precision, count = 0] = [data[0], data[5]];
  // A height of 0 means that a DNL segment after the first scan has it.
  const isEmpty = data.readUInt16BE(1) === 0 || data.readUInt16BE(3) === 0;
  if (precision !== 8 || isEmpty || data.length !== 6 + 3 * count) return undefined;
  const numbers = [...data.subarray(6)].filter((_, index) => index % 3 === 0);
  const [first = 0, ...others] = [...data.subarray(6)].filter((_, index) => index % 3 === 1);
  if (count === 1) return first === 0x11 ? numbers : undefined;
  const isYCbCr = count === 3 && numbers.every((number, index) => number === index + 1);
  const isSampled = LUMINANCE_SAMPLING.has(first) && others.every((factors) => factors === 0x11);
  return isYCbCr && isSampled ? numbers : undefined;
}

/**
 * Whether the scans have every component, and use only Huffman tables that are defined before them:
 * decoders disagree about missing tables.
 */
function areScansSound(segments: readonly JpegSegment[], components: readonly number[]): boolean {
  const tables = new Set<number>();
  const scanned: number[] = [];
  let scans = 0;
  let isProgressive: boolean | undefined;
  for (const { marker, data } of segments) {
    if (FRAMES.has(marker)) isProgressive = marker === MARKER.progressive;
    if (marker === MARKER.huffmanTables && !readHuffmanTables(data, tables)) return false;
    if (marker !== MARKER.startOfScan) continue;
    const count = data[0] ?? 0;
    if (isProgressive === undefined || data.length !== 4 + 2 * count) return false;
    const [start, , approximation = 0] = data.subarray(1 + 2 * count);
    const hasDc = start === 0 && approximation < 0x10;
    const hasAc = !isProgressive || start !== 0;
    for (let index = 0; index < count; index++) {
      const selectors = data[2 + 2 * index] ?? 0;
      if (hasDc && !tables.has(selectors >> 4)) return false;
      if (hasAc && !tables.has(0x10 | (selectors & 0x0f))) return false;
      if (hasDc) scanned.push(data[1 + 2 * index] ?? 0);
    }
    scans++;
  }
  return scans <= MAX_SCANS && scanned.sort().join() === components.join();
}

/** Adds class and identifier of each table in a segment; returns false if the segment is malformed. */
function readHuffmanTables(data: Buffer, tables: Set<number>): boolean {
  let at = 0;
  while (at + 17 <= data.length) {
    const codes = data.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0);
    tables.add(data[at] ?? 0);
    at += 17 + codes;
  }
  return at === data.length;
}

/** Whether a segment holds metadata or a comment. */
function isMetadata(marker: number): boolean {
  return (
    marker === MARKER.comment || (marker >= MARKER.application && marker < MARKER.application + 16)
  );
}

function isAdobe({ marker, data }: JpegSegment): boolean {
  return marker === MARKER.adobe && data.length >= 12 && data.toString('latin1', 0, 5) === 'Adobe';
}

function isJfif({ marker, data }: JpegSegment): boolean {
  return marker === MARKER.jfif && data.length >= 14 && data.toString('latin1', 0, 5) === 'JFIF\0';
}

/** A JFIF segment whose thumbnail is 0 by 0 pixels. */
function withoutThumbnail(jfif: JpegSegment): JpegSegment {
  const data = Buffer.from(jfif.data.subarray(0, 14));
  data.fill(0, 12);
  return { ...jfif, data };
}
