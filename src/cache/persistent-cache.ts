import type { BuildCache, Memo } from './build-cache.ts';
import { type CacheFiles, digestOf } from './cache-files.ts';

/** Memos saved between runs of the program, as JSON. */
export interface PersistentCache {
  /**
   * Returns the memo of this name; the same one for the same name. It is read whole when it is opened
   * and keeps the `maxEntries` most recently used values.
   */
  open<Value>(name: string, maxEntries: number): Promise<Memo<string, Value>>;
  /** Writes the memos that have new values. */
  save(): Promise<void>;
}

/** Returns a persistent cache; without `cacheFiles`, its values are kept in memory only. */
export function createPersistentCache(
  buildCache: BuildCache,
  cacheFiles?: CacheFiles,
): PersistentCache {
  const savedMaps = new Map<string, SavedMap>();
  const memos = new Map<string, Promise<Memo<string, unknown>>>();
  const openMemo = async (name: string, maxEntries: number): Promise<Memo<string, unknown>> => {
    const memo = buildCache.memo<string, unknown>();
    if (!cacheFiles) return memo;
    const saved = new SavedMap(await cacheFiles.read(...cacheEntryOf(name)), maxEntries);
    savedMaps.set(name, saved);
    return { get: (key, compute) => memo.get(key, () => saved.get(key, compute)) };
  };
  return {
    open<Value>(name: string, maxEntries: number) {
      const memo = memos.get(name) ?? openMemo(name, maxEntries);
      memos.set(name, memo);
      return memo as Promise<Memo<string, Value>>;
    },
    async save() {
      for (const [name, saved] of savedMaps) {
        const json = saved.serializeIfChanged();
        if (json !== undefined) await cacheFiles?.write(...cacheEntryOf(name), json);
      }
    },
  };
}

/** Returns the file name and the key of a memo. */
function cacheEntryOf(name: string): [name: string, key: string] {
  return [`${name}.json`, name];
}

/** Keys longer than this are replaced by their digest. */
const MAX_KEY_LENGTH = 64;

/** A map of JSON values that can be saved. */
class SavedMap {
  readonly #entries: LruMap<unknown>;
  #isChanged = false;

  constructor(json: string | undefined, maxEntries: number) {
    this.#entries = new LruMap(maxEntries, json === undefined ? [] : JSON.parse(json));
  }

  get(key: string, compute: () => unknown): unknown {
    const shortKey = key.length > MAX_KEY_LENGTH ? digestOf(key) : key;
    const known = this.#entries.get(shortKey);
    if (known !== undefined) return known;
    const value = compute();
    // JSON cannot represent undefined, so it is recomputed.
    if (value === undefined) return value;
    this.#entries.set(shortKey, value);
    this.#isChanged = true;
    return value;
  }

  /** Returns the map as JSON; undefined if nothing was added since it was last read or serialized. */
  serializeIfChanged(): string | undefined {
    if (!this.#isChanged) return undefined;
    this.#isChanged = false;
    return JSON.stringify(this.#entries.entries());
  }
}

/** A map that keeps at most `maxEntries` entries and drops the least recently used one. */
export class LruMap<Value> {
  readonly #maxEntries: number;
  readonly #entries: Map<string, Value>;

  /** `entries` are ordered from the least recently used on. */
  constructor(maxEntries: number, entries: Iterable<readonly [key: string, value: Value]> = []) {
    this.#maxEntries = maxEntries;
    this.#entries = new Map(entries);
  }

  /** Returns the value of a key and marks it as used. */
  get(key: string): Value | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#maxEntries) return;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }

  /** Lists the entries from the least recently used on. */
  entries(): [key: string, value: Value][] {
    return [...this.#entries];
  }
}
