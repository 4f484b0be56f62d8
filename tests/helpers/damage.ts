/**
 * Returns damaged versions of a file, by the kind of damage.
 * @param other the content of another file
 */
export function damage(bytes: Buffer, other: Buffer): Map<string, Buffer> {
  return new Map([
    ['emptied', Buffer.alloc(0)],
    ['cut in the middle', bytes.subarray(0, bytes.length / 2)],
    ['without its last byte', bytes.subarray(0, -1)],
    ['with a byte more', Buffer.concat([bytes, Buffer.from('\n')])],
    ['with zeros for bytes', Buffer.alloc(bytes.length)],
    ['with another bit at its head', flipBit(bytes, 0)],
    ['with another bit in the middle', flipBit(bytes, Math.floor(bytes.length / 2))],
    ['with another bit at its end', flipBit(bytes, bytes.length - 1)],
    ['with the content of another file', other],
    ['with an object without keys', Buffer.from('{}')],
    ['with null', Buffer.from('null')],
  ]);
}

function flipBit(bytes: Buffer, at: number): Buffer {
  const flipped = Buffer.from(bytes);
  flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
  return flipped;
}
