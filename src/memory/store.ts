import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { LIMITS } from '../limits.ts';
import { keepFile } from '../world/keep-file.ts';
import { trimCache } from '../world/trim-cache.ts';
import type { World } from '../world/world.ts';

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
 * A store in a folder; `edition` is part of every key, such as a list of the packages. Beyond the bound
 * those texts go that have been of no use for longest.
 */
export function createStore(
  folder: string,
  world: World,
  edition: () => Promise<Uint8Array>,
  mostBytes: number = LIMITS.keptTextBytes,
): Store {
  const asked = new Set<string>();
  const ask = (name: string) => asked.add(name.split('.')[0] ?? name);
  let digest: Promise<string> | undefined;
  // The first line of a file; by it a file of another key is known, and one that was damaged.
  const headOf = async (key: string, text: string) => {
    digest ??= edition().then(digestOf, () => 'none');
    return `${digestOf(`${await digest} ${key}`)} ${digestOf(text)}\n`;
  };
  return {
    async read(name, key) {
      ask(name);
      try {
        const kept = (await world.readFile(join(folder, name))).toString();
        const text = kept.slice(kept.indexOf('\n') + 1);
        return kept.startsWith(await headOf(key, text)) ? text : undefined;
      } catch {
        return undefined;
      }
    },
    async keep(name, key, text) {
      ask(name);
      const file = join(folder, name);
      try {
        await world.makeFolder(folder);
        await keepFile(file, Buffer.from((await headOf(key, text)) + text), world);
        await trimCache(folder, { mostBytes, isNeeded: (kept) => asked.has(kept) }, world);
      } catch {}
    },
  };
}

/** SHA-256 in hexadecimal digits. */
export function digestOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
