import { join } from 'node:path';
import type { Host } from '../host/host.ts';

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
