import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import { LIMITS } from '../limits.ts';
import { readSealedFile, removeFolderLeftovers, writeSealedFile } from './sealed-files.ts';
/**
 * Texts that are kept from one run to the next. Each was made from something that its key names; under
 * another key it is as good as not there. Safe to delete, and safe with two runs at once.
 */
export interface CacheFiles {
  /** The text that was kept by this name, if it was kept under this key. */
  read(name: string, key: string): Promise<string | undefined>;
  /** Keeps a text in place of the one of this name; where that fails nothing is kept. */
  keep(name: string, key: string, text: string): Promise<void>;
}

/**
 * A store in a folder. What it keeps is found again by the same program only (`world.program`): another
 * one may make something else of the same. Where the program is not known nothing is kept. Beyond the
 * bound those texts go that have been of no use for longest, but none that this store was asked for.
 */
export function openCacheFiles(
  folder: string,
  host: Host,
  mostBytes: number = LIMITS.textCacheBytes,
): CacheFiles {
  const { program } = host;
  if (program === undefined) return NO_CACHE;
  const asked = new Set<string>();
  const ask = (name: string) => asked.add(name.split('.')[0] ?? name);
  return {
    async read(name, key) {
      ask(name);
      const text = await readSealedFile(join(folder, name), host, `${program} ${key}`);
      return text?.toString();
    },
    async keep(name, key, text) {
      ask(name);
      try {
        await host.makeFolder(folder);
        await writeSealedFile(join(folder, name), Buffer.from(text), host, `${program} ${key}`);
        await trimCache(folder, { mostBytes, isNeeded: (kept) => asked.has(kept) }, host);
      } catch {}
    },
  };
}

/** Keeps nothing. */
const NO_CACHE: CacheFiles = { read: async () => undefined, keep: async () => {} };

const digests = new WeakMap<Uint8Array, string>();

/** SHA-256 in hexadecimal digits. The same bytes, which nobody may change, are worked out once. */
export function digestOf(bytes: string | Uint8Array): string {
  if (typeof bytes === 'string') return digestNow(bytes);
  const digest = digests.get(bytes) ?? digestNow(bytes);
  digests.set(bytes, digest);
  return digest;
}

function digestNow(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** How much a cache may hold. */
export interface CacheBound {
  /** Bytes of all files; each counts as a block of the disk at the least. */
  readonly mostBytes: number;
  /** Whether what is kept by this name is needed now, and stays also beyond the bound. */
  readonly isNeeded: (name: string) => boolean;
}

/** The least that a file takes of a disk, in bytes. */
const BLOCK = 4096;

/** What is kept by one name: the files that have it before their first dot. */
interface CachedFiles {
  readonly name: string;
  readonly files: string[];
  bytes: number;
  usedAt: number;
}

/**
 * Removes what has been of no use for longest from a cache's folder, until the rest is within the
 * bound. Another run may do the same at the same moment.
 * @returns the bytes of the rest
 */
export async function trimCache(folder: string, bound: CacheBound, host: Host): Promise<number> {
  const kept = await listCachedFiles(folder, host);
  let total = kept.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { name, files, bytes } of kept.sort((a, b) => a.usedAt - b.usedAt)) {
    if (total <= bound.mostBytes) break;
    if (bound.isNeeded(name)) continue;
    for (const file of files) await host.remove(file);
    total -= bytes;
  }
  return total;
}

async function listCachedFiles(folder: string, host: Host): Promise<CachedFiles[]> {
  const byName = new Map<string, CachedFiles>();
  const look = async (file: string) => {
    const path = join(folder, file);
    const usage = await host.usageOf(path);
    const name = file.split('.')[0] ?? file;
    // Another run may have removed it meanwhile.
    if (!usage) return;
    const one = byName.get(name) ?? { name, files: [], bytes: 0, usedAt: 0 };
    one.files.push(path);
    one.bytes += Math.max(usage.bytes, BLOCK);
    one.usedAt = Math.max(one.usedAt, usage.usedAt);
    byName.set(name, one);
  };
  await Promise.all((await host.list(folder)).map(look));
  return [...byName.values()];
}

/** The folders of what is kept from one run to the next; each is safe to delete. */
export interface CacheFolders {
  readonly pictures: string;
  /** What was made of fonts, templates and the like, and what issues were seen to hold. */
  readonly made: string;
  /** The bundled program, which src/program/launch.cjs keeps. */
  readonly program: string;
}

/** The caches of a project; `root` is its folder. */
export function cacheFoldersOf(root: string): CacheFolders {
  const below = (name: string) => join(root, 'node_modules', '.cache', 'bulletin', name);
  return { pictures: below('pictures'), made: below('made'), program: below('program') };
}

/**
 * Removes what programs and their threads were writing into the caches when they were killed. To be
 * called when a program begins, before it writes there itself; where nothing can be removed it stays.
 */
export async function removeCacheLeftovers(root: string, host: Host): Promise<void> {
  const sweeps = Object.values(cacheFoldersOf(root)).map((folder) =>
    removeFolderLeftovers(folder, host),
  );
  await Promise.allSettled(sweeps);
}
