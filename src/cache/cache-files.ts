import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import { LIMITS } from '../limits.ts';
import { readSealedFile, writeSealedFile } from './sealed-files.ts';
import { trimCache } from './trim-cache.ts';

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
