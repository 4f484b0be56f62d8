import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/**
 * Bytes that are read at once, in microseconds. To hand one call to a thread and to be told of its end
 * takes longer, and a build reads a hundred small files.
 */
const SMALL = 2 ** 20;

/** Opened so that a pipe or a device does not keep the program waiting; source: open(2), O_NONBLOCK. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * The first `most` bytes of a file that nobody writes meanwhile.
 * @throws NodeJS.ErrnoException when it cannot be read, is no file, or has changed
 */
export async function readStill(path: string, most: number): Promise<Buffer> {
  const isSmall = Math.min(statSync(path).size, most) <= SMALL;
  return isSmall ? readSmall(path, most) : readLarge(path, most);
}

function readSmall(path: string, most: number): Buffer {
  const file = openSync(path, FLAGS);
  try {
    const before = fstatSync(file);
    const bytes = Buffer.alloc(roomFor(before, most));
    let length = 0;
    for (let read = 1; read > 0 && length < bytes.length; length += read) {
      read = readSync(file, bytes, length, bytes.length - length, null);
    }
    return checkStill(bytes.subarray(0, length), { before, after: fstatSync(file), most });
  } finally {
    closeSync(file);
  }
}

async function readLarge(path: string, most: number): Promise<Buffer> {
  const file = await open(path, FLAGS);
  try {
    const before = await file.stat();
    const bytes = await readUpTo(file, roomFor(before, most));
    return checkStill(bytes, { before, after: await file.stat(), most });
  } finally {
    await file.close();
  }
}

async function readUpTo(file: FileHandle, most: number): Promise<Buffer> {
  const bytes = Buffer.alloc(most);
  let length = 0;
  while (length < most) {
    const { bytesRead } = await file.read(bytes, length, most - length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

/** The bytes to ask for: one more than there are, by which a file is known that grows. */
function roomFor(before: Stats, most: number): number {
  if (before.isDirectory()) throw new Error('it is a folder');
  if (!before.isFile()) throw new Error('it is no file but a device or a pipe');
  return Math.min(most, before.size + 1);
}

/** What was read, when the file stayed as it was meanwhile. */
function checkStill(
  bytes: Buffer,
  { before, after, most }: { before: Stats; after: Stats; most: number },
): Buffer {
  const changed = after.size !== before.size || after.mtimeMs !== before.mtimeMs;
  if (changed || bytes.length !== Math.min(most, before.size)) {
    throw new Error('another program is writing it just now; try again when that has finished');
  }
  return bytes;
}
