/** A segment of a JPEG file: a marker and its parameters (ISO/IEC 10918-1, B.1.1.4). */
export interface JpegSegment {
  /** Second byte of the marker: 0xda for FF DA. */
  readonly marker: number;
  /** The parameters, without the length in front of them. */
  readonly data: Buffer;
  /** Entropy-coded data after a start of scan, including restart markers; otherwise empty. */
  readonly scan: Buffer;
}

/** The first image in a JPEG file. */
export interface JpegImage {
  /** Segments between the start and the end of the image. */
  readonly segments: readonly JpegSegment[];
  /** What follows the segments; `other` is anything that is not a segment. */
  readonly endsWith: 'end of image' | 'end of file' | 'other';
}

/** Second bytes of markers (ISO/IEC 10918-1, table B.1). */
export const MARKER = {
  baseline: 0xc0,
  progressive: 0xc2,
  huffmanTables: 0xc4,
  restart: 0xd0,
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  quantizationTables: 0xdb,
  restartInterval: 0xdd,
  application: 0xe0,
  jfif: 0xe0,
  adobe: 0xee,
  comment: 0xfe,
} as const;

/** A file of millions of tiny segments would take many times its size in memory. */
const MAX_SEGMENTS = 20_000;

const NOTHING = Buffer.alloc(0);

/** Splits the first image in a JPEG file into segments, which are views of `bytes`. */
export function readJpeg(bytes: Buffer): JpegImage {
  const segments: JpegSegment[] = [];
  const end = (endsWith: JpegImage['endsWith']) => ({ segments, endsWith });
  let at = 2;
  while (segments.length < MAX_SEGMENTS) {
    if (at < bytes.length && bytes[at] !== 0xff) return end('other');
    // Any number of FF may stand before a marker (B.1.1.2).
    while (bytes[at + 1] === 0xff) at++;
    const marker = bytes[at + 1];
    if (marker === undefined) return end('end of file');
    if (marker === MARKER.endOfImage) return end('end of image');
    if (!hasParameters(marker)) return end('other');
    const from = at + 4;
    if (from > bytes.length) return end('end of file');
    const to = at + 2 + bytes.readUInt16BE(at + 2);
    if (to < from) return end('other');
    if (to > bytes.length) return end('end of file');
    const scanEnd = marker === MARKER.startOfScan ? findScanEnd(bytes, to) : to;
    const scan = scanEnd === to ? NOTHING : bytes.subarray(to, scanEnd);
    segments.push({ marker, data: bytes.subarray(from, to), scan });
    at = scanEnd;
  }
  return end('other');
}

/** Serializes segments as a JPEG file. */
export function writeJpeg(segments: readonly JpegSegment[]): Buffer {
  const parts = segments.flatMap(({ marker, data, scan }) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return [head, data, scan];
  });
  const image = [Buffer.from([0xff, MARKER.startOfImage]), ...parts];
  return Buffer.concat([...image, Buffer.from([0xff, MARKER.endOfImage])]);
}

/** Whether a marker begins a segment: not TEM, a reserved one, a restart or a start of image. */
function hasParameters(marker: number): boolean {
  return marker >= 0xc0 && !isRestart(marker) && marker !== MARKER.startOfImage;
}

function isRestart(marker: number): boolean {
  return marker >= MARKER.restart && marker < MARKER.restart + 8;
}

/** Offset of the first FF that belongs neither to stuffing nor to a restart marker, or the file's end. */
function findScanEnd(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1];
    if (next === undefined || (next !== 0 && !isRestart(next))) return at;
    at++;
  }
  return bytes.length;
}
