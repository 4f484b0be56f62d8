/** A box of an ISO base media file, such as an AVIF. */
export interface MediaBox {
  /** Four letters: `meta`. */
  readonly type: string;
  /** Its content; if the file is cut off, the part that is there. */
  readonly data: Buffer;
  /** Whether the content is complete. */
  readonly isWhole: boolean;
}

/** Most boxes of one level that are read; pictures have a few dozen. */
const MAX_BOXES = 10_000;

/** Yields the boxes of one level (ISO/IEC 14496-12, 4.2). */
export function* readMediaBoxes(bytes: Buffer): Generator<MediaBox> {
  let at = 0;
  for (let count = 0; count < MAX_BOXES && at + 8 <= bytes.length; count++) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const short = bytes.readUInt32BE(at);
    const head = short === 1 ? 16 : 8;
    if (at + head > bytes.length) return;
    // Size 0 means up to the end of the file, 1 that eight bytes with the size follow.
    const long = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    const size = short === 0 ? bytes.length - at : long;
    if (size < head) return;
    const data = bytes.subarray(at + head, at + size);
    yield { type, data, isWhole: at + size <= bytes.length };
    at += size;
  }
}

/** Yields the contents of all boxes at a path; for all types but the last, only the first box is searched. */
export function* findMediaBoxes(bytes: Buffer, ...path: readonly string[]): Generator<Buffer> {
  const [type, ...rest] = path;
  for (const box of readMediaBoxes(bytes)) {
    if (box.type !== type) continue;
    // In a `meta` box, version and flags precede the boxes.
    const inside = type === 'meta' ? box.data.subarray(4) : box.data;
    if (rest.length > 0) return yield* findMediaBoxes(inside, ...rest);
    yield inside;
  }
}
