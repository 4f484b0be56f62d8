/** Tags of a TIFF by number: a text, bytes, or numbers of 16 or 32 bits. */
export type TiffTags = Readonly<Record<number, string | Buffer | readonly number[]>>;

/** Creates a little-endian TIFF from tags and strips of pixels. */
export function makeTiff(tags: TiffTags, strips: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0])];
  const add = (bytes: Buffer) => {
    const at = parts.reduce((sum, part) => sum + part.length, 0);
    parts.push(bytes, Buffer.alloc(bytes.length % 2));
    return at;
  };
  const all: TiffTags = { 278: [0xffff], ...tags, 273: strips.map(add), 279: strips.map(lengthOf) };
  const entries = Object.keys(all).map((tag) => {
    const { type, count, bytes } = encodeValue(all[Number(tag)] ?? []);
    const entry = Buffer.alloc(12);
    entry.writeUInt16LE(Number(tag), 0);
    entry.writeUInt16LE(type, 2);
    entry.writeUInt32LE(count, 4);
    if (bytes.length <= 4) bytes.copy(entry, 8);
    else entry.writeUInt32LE(add(bytes), 8);
    return entry;
  });
  const count = Buffer.alloc(2);
  count.writeUInt16LE(entries.length);
  parts[0]?.writeUInt32LE(add(Buffer.concat([count, ...entries, Buffer.alloc(4)])), 4);
  return Buffer.concat(parts);
}

function lengthOf(bytes: Buffer): number {
  return bytes.length;
}

function encodeValue(value: string | Buffer | readonly number[]) {
  if (typeof value === 'string') {
    const bytes = Buffer.from(`${value}\0`);
    return { type: 2, count: bytes.length, bytes };
  }
  if (Buffer.isBuffer(value)) return { type: 1, count: value.length, bytes: value };
  const isLong = value.some((number) => number > 0xffff);
  const bytes = Buffer.alloc(value.length * (isLong ? 4 : 2));
  value.forEach((number, index) => {
    if (isLong) bytes.writeUInt32LE(number, index * 4);
    else bytes.writeUInt16LE(number, index * 2);
  });
  return { type: isLong ? 4 : 3, count: value.length, bytes };
}
