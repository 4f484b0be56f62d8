import { closeSync, constants, fstatSync, openSync, read, readSync, type Stats } from 'node:fs';
import { promisify } from 'node:util';

const readPart = promisify(read);

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
export async function readStableFile(path: string, most: number): Promise<Buffer> {
  const file = openSync(path, FLAGS);
  try {
    const before = fstatSync(file);
    const room = maxSizeFor(before, most);
    const bytes = room <= SMALL ? readNow(file, room) : await readLater(file, room);
    return assertUnchanged(bytes, { before, after: fstatSync(file), most });
  } finally {
    closeSync(file);
  }
}

function readNow(file: number, room: number): Buffer {
  const bytes = Buffer.alloc(room);
  let length = 0;
  while (length < room) {
    const read = readSync(file, bytes, length, room - length, null);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}

async function readLater(file: number, room: number): Promise<Buffer> {
  const bytes = Buffer.alloc(room);
  let length = 0;
  while (length < room) {
    const { bytesRead } = await readPart(file, bytes, length, room - length, null);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

/** The bytes to ask for: one more than there are, by which a file is known that grows. */
function maxSizeFor(before: Stats, most: number): number {
  if (before.isDirectory()) throw failure('EISDIR', 'it is a folder');
  if (!before.isFile()) throw failure('EINVAL', 'it is no file but a device or a pipe');
  return Math.min(most, before.size + 1);
}

type FileState = Pick<Stats, 'size' | 'mtimeMs'>;

/**
 * What was read, when the file stayed as it was meanwhile.
 * @throws NodeJS.ErrnoException when it did not
 */
export function assertUnchanged(
  bytes: Buffer,
  { before, after, most }: { before: FileState; after: FileState; most: number },
): Buffer {
  const changed = after.size !== before.size || after.mtimeMs !== before.mtimeMs;
  if (changed || bytes.length !== Math.min(most, before.size)) {
    throw failure(
      'EBUSY',
      'another program is writing it just now; try again when that has finished',
    );
  }
  return bytes;
}

function failure(code: string, message: string): NodeJS.ErrnoException {
  return Object.assign(new Error(message), { code });
}
