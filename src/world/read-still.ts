import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/**
 * The first `most` bytes of a file that nobody writes meanwhile. Opened so that a pipe or a device
 * does not keep the program waiting; source: open(2), O_NONBLOCK.
 * @throws NodeJS.ErrnoException when it cannot be read, is no file, or has changed
 */
export async function readStill(path: string, most: number): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const before = await file.stat();
    if (before.isDirectory()) throw new Error('it is a folder');
    if (!before.isFile()) throw new Error('it is no file but a device or a pipe');
    const bytes = await readUpTo(file, Math.min(most, before.size + 1));
    const after = await file.stat();
    const changed = after.size !== before.size || after.mtimeMs !== before.mtimeMs;
    if (changed || bytes.length !== Math.min(most, before.size)) {
      throw new Error('another program is writing it just now; try again when that has finished');
    }
    return bytes;
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
