import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import { LIMITS } from '../limits.ts';
import { readSealedFile, removeFolderLeftovers, writeSealedFile } from './sealed-files.ts';

/**
 * Texts cached between runs. The key of a text identifies what the text was computed from; a text is
 * ignored if its key differs. The files can be deleted at any time and shared by concurrent runs.
 */
export interface CacheFiles {
  /** Returns the text of this name if it was written with this key. */
  read(name: string, key: string): Promise<string | undefined>;
  /** Writes a text, replacing that of the same name. Errors are ignored. */
  write(name: string, key: string, text: string): Promise<void>;
}

/**
 * Opens a cache folder. Texts are valid only for the program that wrote them (`host.program`), because
 * another version may compute something else. Nothing is cached if the program is unknown. Above
 * `maxBytes`, the least recently used texts are removed, but none that this process has used.
 */
export function openCacheFiles(
  folder: string,
  host: Host,
  maxBytes: number = LIMITS.textCacheBytes,
): CacheFiles {
  const { program } = host;
  if (program === undefined) return NO_CACHE;
  const usedNames = new Set<string>();
  const markUsed = (name: string) => usedNames.add(name.split('.')[0] ?? name);
  return {
    async read(name, key) {
      markUsed(name);
      const text = await readSealedFile(join(folder, name), host, `${program} ${key}`);
      return text?.toString();
    },
    async write(name, key, text) {
      markUsed(name);
      try {
        await host.makeFolder(folder);
        await writeSealedFile(join(folder, name), Buffer.from(text), host, `${program} ${key}`);
        await trimCache(folder, { maxBytes, isInUse: (used) => usedNames.has(used) }, host);
      } catch {}
    },
  };
}

/** A cache that stores nothing. */
const NO_CACHE: CacheFiles = { read: async () => undefined, write: async () => {} };

const digests = new WeakMap<Uint8Array, string>();

/** Returns the SHA-256 as hexadecimal digits, cached for byte arrays, which must not be changed. */
export function digestOf(bytes: string | Uint8Array): string {
  if (typeof bytes === 'string') return computeDigest(bytes);
  const digest = digests.get(bytes) ?? computeDigest(bytes);
  digests.set(bytes, digest);
  return digest;
}

function computeDigest(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Limits on the size of a cache. */
export interface CacheBound {
  /** Total bytes of all files; each file counts as at least one disk block. */
  readonly maxBytes: number;
  /** Whether the entry of this name is in use and must stay even above the limit. */
  readonly isInUse: (name: string) => boolean;
}

/** Usual size of a disk block in bytes: the least that a file occupies. */
const BLOCK = 4096;

/** The files of one entry: those with the same name before their first dot. */
interface CachedFiles {
  readonly name: string;
  readonly files: string[];
  bytes: number;
  usedAt: number;
}

/**
 * Removes the least recently used entries of a cache folder until the rest is within the limit. Several
 * runs may do this at the same time.
 * @returns the bytes of the remaining files
 */
export async function trimCache(folder: string, bound: CacheBound, host: Host): Promise<number> {
  const entries = await listCachedFiles(folder, host);
  let total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { name, files, bytes } of entries.sort((a, b) => a.usedAt - b.usedAt)) {
    if (total <= bound.maxBytes) break;
    if (bound.isInUse(name)) continue;
    for (const file of files) await host.remove(file);
    total -= bytes;
  }
  return total;
}

async function listCachedFiles(folder: string, host: Host): Promise<CachedFiles[]> {
  const byName = new Map<string, CachedFiles>();
  const add = async (file: string) => {
    const path = join(folder, file);
    const usage = await host.usageOf(path);
    const name = file.split('.')[0] ?? file;
    // Another run may have removed it in the meantime.
    if (!usage) return;
    const entry = byName.get(name) ?? { name, files: [], bytes: 0, usedAt: 0 };
    entry.files.push(path);
    entry.bytes += Math.max(usage.bytes, BLOCK);
    entry.usedAt = Math.max(entry.usedAt, usage.usedAt);
    byName.set(name, entry);
  };
  await Promise.all((await host.list(folder)).map(add));
  return [...byName.values()];
}

/** The cache folders; each can be deleted at any time. */
export interface CacheFolders {
  readonly pictures: string;
  /** Values computed from fonts and templates, and the index of the issues. */
  readonly made: string;
  /** The bundled program, written by src/program/launch.cjs. */
  readonly program: string;
}

/** Returns the cache folders of a project; `root` is its folder. */
export function cacheFoldersOf(root: string): CacheFolders {
  const below = (name: string) => join(root, 'node_modules', '.cache', 'bulletin', name);
  return { pictures: below('pictures'), made: below('made'), program: below('program') };
}

/**
 * Removes unfinished files of killed processes from the caches. Must be called before this process writes
 * to the caches itself. Files that cannot be removed are left.
 */
export async function removeCacheLeftovers(root: string, host: Host): Promise<void> {
  const removals = Object.values(cacheFoldersOf(root)).map((folder) =>
    removeFolderLeftovers(folder, host),
  );
  await Promise.allSettled(removals);
}
