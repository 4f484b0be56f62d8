import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  read,
  readSync as readPartSync,
  type Stats,
} from 'node:fs';
import { promisify } from 'node:util';

const readPart = promisify(read);

/**
 * Largest size in bytes that is read synchronously. A build reads a hundred small files, and the thread
 * pool takes longer than the microseconds that such a read takes.
 */
const MAX_SYNC_SIZE = 2 ** 20;

/** Does not block on a pipe or a device. Source: open(2), O_NONBLOCK. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Returns the first `maxBytes` bytes of a file that does not change while it is read.
 * @throws NodeJS.ErrnoException when it cannot be read, is not a regular file, or has changed
 */
export async function readStableFile(path: string, maxBytes: number): Promise<Buffer> {
  const file = openSync(path, FLAGS);
  try {
    const before = fstatSync(file);
    const size = readSizeOf(before, maxBytes);
    const bytes = size <= MAX_SYNC_SIZE ? readSync(file, size) : await readAsync(file, size);
    return assertUnchanged(bytes, { before, after: fstatSync(file), maxBytes });
  } finally {
    closeSync(file);
  }
}

function readSync(file: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let length = 0;
  while (length < size) {
    const read = readPartSync(file, bytes, length, size - length, null);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}

async function readAsync(file: number, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await readPart(file, bytes, length, size - length, null);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

/** Returns the number of bytes to request: one more than the size, to detect a file that grows. */
function readSizeOf(before: Stats, maxBytes: number): number {
  if (before.isDirectory()) throw failure('EISDIR', 'it is a folder');
  if (!before.isFile()) throw failure('EINVAL', 'it is a device or a pipe, not a file');
  return Math.min(maxBytes, before.size + 1);
}

type FileState = Pick<Stats, 'size' | 'mtimeMs'>;

/**
 * Returns the bytes that were read, provided that the file has not changed meanwhile.
 * @throws NodeJS.ErrnoException with the code EBUSY when it has changed
 */
export function assertUnchanged(
  bytes: Buffer,
  { before, after, maxBytes }: { before: FileState; after: FileState; maxBytes: number },
): Buffer {
  const changed = after.size !== before.size || after.mtimeMs !== before.mtimeMs;
  if (changed || bytes.length !== Math.min(maxBytes, before.size)) {
    throw failure('EBUSY', 'another program is writing it; try again when that has finished');
  }
  return bytes;
}

function failure(code: string, message: string): NodeJS.ErrnoException {
  return Object.assign(new Error(message), { code });
}
