// Cache files with a checksum, so that damaged files are detected.
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Host } from '../host/host.ts';

/** Suffix of an unfinished file: the identifiers of the writing process and thread. */
const WRITER = /\.(\d+)(?:\.\d+)?$/;

/** Largest cache file in bytes; this program writes no larger ones. */
const MAX_BYTES = 64 * 2 ** 20;

/** Bytes of the header: a SHA-256 in hexadecimal digits and a line feed. */
const HEADER_BYTES = 65;

/**
 * Returns bytes with a header that holds their digest.
 * @param name the file's name, so that the content of another file is rejected
 * @param key what the bytes were computed from, if the name does not identify it
 */
export function sealBytes(bytes: Uint8Array, name: string, key = ''): Buffer {
  return Buffer.concat([Buffer.from(headerOf(bytes, name, key)), bytes]);
}

/** Returns the bytes that were sealed with this name and key; undefined if the header does not match. */
export function unsealBytes(sealed: Buffer, name: string, key = ''): Buffer | undefined {
  const bytes = sealed.subarray(HEADER_BYTES);
  const header = sealed.toString('latin1', 0, HEADER_BYTES);
  return header === headerOf(bytes, name, key) ? bytes : undefined;
}

function headerOf(bytes: Uint8Array, name: string, key: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([name, key]))
    .update(bytes);
  return `${hash.digest('hex')}\n`;
}

/**
 * Writes a cache file atomically, replacing any file or folder of the same name.
 * @throws NodeJS.ErrnoException
 */
export async function writeSealedFile(
  path: string,
  bytes: Uint8Array,
  host: Host,
  key?: string,
): Promise<void> {
  // Two threads may write the same file at the same time.
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
 * Reads a file that was written by `writeSealedFile` with the same key; undefined if it is missing,
 * damaged or has another key.
 */
export async function readSealedFile(
  path: string,
  host: Host,
  key?: string,
): Promise<Buffer | undefined> {
  const sealed = await host.readFile(path, MAX_BYTES).catch(() => undefined);
  return sealed && unsealBytes(sealed, basename(path), key);
}

/**
 * Removes the unfinished files of killed processes from a cache folder. This process must not have
 * written there yet: in a container, process identifiers repeat, so files with its own are removed too.
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
