import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { World } from '../host/host.ts';
import { LIMITS } from '../limits.ts';
import { keepFile, readKeptFile } from './sealed-files.ts';
import { trimCache } from './trim-cache.ts';

/**
 * Texts that are kept from one run to the next. Each was made from something that its key names; under
 * another key it is as good as not there. Safe to delete, and safe with two runs at once.
 */
export interface Store {
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
export function createStore(
  folder: string,
  world: World,
  mostBytes: number = LIMITS.keptTextBytes,
): Store {
  const { program } = world;
  if (program === undefined) return FORGETFUL;
  const asked = new Set<string>();
  const ask = (name: string) => asked.add(name.split('.')[0] ?? name);
  return {
    async read(name, key) {
      ask(name);
      const text = await readKeptFile(join(folder, name), world, `${program} ${key}`);
      return text?.toString();
    },
    async keep(name, key, text) {
      ask(name);
      try {
        await world.makeFolder(folder);
        await keepFile(join(folder, name), Buffer.from(text), world, `${program} ${key}`);
        await trimCache(folder, { mostBytes, isNeeded: (kept) => asked.has(kept) }, world);
      } catch {}
    },
  };
}

/** Keeps nothing. */
const FORGETFUL: Store = { read: async () => undefined, keep: async () => {} };

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
