/** A chunk of a PNG file. */
export interface PngChunk {
  /** Four letters: `IDAT`. */
  readonly type: string;
  readonly data: Buffer;
}

/** Chunks that are read; a large picture may have thousands of small ones. */
const MAX_CHUNKS = 100_000;

/** Yields the complete chunks of a PNG file, up to `IEND` (RFC 2083, 3.2). */
export function* readPngChunks(bytes: Buffer): Generator<PngChunk> {
  let at = 8;
  for (let count = 0; count < MAX_CHUNKS && at + 12 <= bytes.length; count++) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) return;
    yield { type, data: bytes.subarray(at + 8, end) };
    if (type === 'IEND') return;
    at = end + 4;
  }
}
