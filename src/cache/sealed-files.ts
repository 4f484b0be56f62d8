// The files of the caches: how they are written, and how a damaged one is known.
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Host } from '../host/host.ts';

/** The end of a file's name while it is being written: the number of its writer, and of its thread. */
const WRITER = /\.(\d+)(?:\.\d+)?$/;

/** Most bytes of a kept file; what is larger was not written by this program. */
const MOST_BYTES = 64 * 2 ** 20;

/** SHA-256 in hexadecimal digits and the end of its line: what a kept file begins with. */
const HEAD_BYTES = 65;

/**
 * Seals bytes for a file that is read again by another run: a line with a digest, then the bytes.
 * @param name the file's name, so that the content of another file does not pass for it
 * @param key what the bytes were made from, where the name does not say all of it
 */
export function sealBytes(bytes: Uint8Array, name: string, key = ''): Buffer {
  return Buffer.concat([Buffer.from(headOf(bytes, name, key)), bytes]);
}

/** The bytes that were sealed under this name and key; undefined when any of it is not as it was. */
export function unsealBytes(sealed: Buffer, name: string, key = ''): Buffer | undefined {
  const bytes = sealed.subarray(HEAD_BYTES);
  const head = sealed.toString('latin1', 0, HEAD_BYTES);
  return head === headOf(bytes, name, key) ? bytes : undefined;
}

function headOf(bytes: Uint8Array, name: string, key: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([name, key]))
    .update(bytes);
  return `${hash.digest('hex')}\n`;
}

/**
 * Writes a file of a cache whole or not at all; whatever was there is replaced.
 * @throws NodeJS.ErrnoException
 */
export async function writeSealedFile(
  path: string,
  bytes: Uint8Array,
  host: Host,
  key?: string,
): Promise<void> {
  // Two threads may keep the same file at the same moment.
  const unfinished = `${path}.${host.process}.${host.thread}`;
  try {
    await host.remove(unfinished);
    await host.writeFile(unfinished, sealBytes(bytes, basename(path), key));
    if ((await host.kindOf(path)) === 'folder') await host.removeFolder(path);
    await host.rename(unfinished, path);
  } catch (error) {
    await host.remove(unfinished);
    throw error;
  }
}

/**
 * Reads a file that keepFile wrote under the same key. One that is damaged, of another key or no file
 * at all is as good as none: undefined.
 */
export async function readSealedFile(
  path: string,
  host: Host,
  key?: string,
): Promise<Buffer | undefined> {
  const sealed = await host.readFile(path, MOST_BYTES).catch(() => undefined);
  return sealed && unsealBytes(sealed, basename(path), key);
}

/**
 * Removes from a cache's folder what programs were writing there when they were killed; this one must
 * not have begun to: in a container the next program often has the number of the last one.
 */
export async function removeFolderLeftovers(folder: string, host: Host): Promise<void> {
  const removed = (await host.list(folder)).map(async (name) => {
    const writer = Number(WRITER.exec(name)?.[1]);
    if (writer > 0 && (writer === host.process || !host.isRunning(writer))) {
      await host.remove(join(folder, name));
    }
  });
  await Promise.allSettled(removed);
}
