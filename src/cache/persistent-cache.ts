import type { BuildCache, Memo } from './build-cache.ts';
import { type CacheFiles, digestOf } from './cache-files.ts';
/** Shelves whose things are kept from one run of the program to the next, as JSON has them. */
export interface PersistentCache {
  /**
   * The shelf of this name, the same one for the same name. Of more than `most` things those are kept
   * that were of use last: all of them are read when the shelf is opened.
   */
  open<Value>(name: string, most: number): Promise<Memo<string, Value>>;
  /** Puts the shelves that have something new into the store. */
  keep(): Promise<void>;
}

/** Opens shelves over a store; without one they are those of the memory alone. */
export function createPersistentCache(
  buildCache: BuildCache,
  cacheFiles?: CacheFiles,
): PersistentCache {
  const savedMaps = new Map<string, SavedMap>();
  const persistentCache = new Map<string, Promise<Memo<string, unknown>>>();
  const openMemo = async (name: string, most: number): Promise<Memo<string, unknown>> => {
    const memo = buildCache.memo<string, unknown>();
    if (!cacheFiles) return memo;
    const book = new SavedMap(await cacheFiles.read(...pageOf(name)), most);
    savedMaps.set(name, book);
    return { get: (key, make) => memo.get(key, () => book.get(key, make)) };
  };
  return {
    open<Value>(name: string, most: number) {
      const memo = persistentCache.get(name) ?? openMemo(name, most);
      persistentCache.set(name, memo);
      return memo as Promise<Memo<string, Value>>;
    },
    async keep() {
      for (const [name, book] of savedMaps) {
        const written = book.writeNews();
        if (written !== undefined) await cacheFiles?.keep(...pageOf(name), written);
      }
    },
  };
}

/** The name and the key of a shelf in the store. */
function pageOf(name: string): [name: string, key: string] {
  return [`${name}.json`, name];
}

/** Keys that are longer stand in a book by their digest. */
const LONG_KEY = 64;

/** Things with their keys, such that they can be written down. */
class SavedMap {
  readonly #things: LruMap<unknown>;
  #hasNews = false;

  constructor(written: string | undefined, most: number) {
    this.#things = new LruMap(most, written === undefined ? [] : JSON.parse(written));
  }

  get(key: string, make: () => unknown): unknown {
    const entry = key.length > LONG_KEY ? digestOf(key) : key;
    const known = this.#things.get(entry);
    if (known !== undefined) return known;
    const made = make();
    // JSON has no word for nothing; it is made again.
    if (made === undefined) return made;
    this.#things.set(entry, made);
    this.#hasNews = true;
    return made;
  }

  /** All of it on paper; undefined when it has nothing that was not read or written before. */
  writeNews(): string | undefined {
    if (!this.#hasNews) return undefined;
    this.#hasNews = false;
    return JSON.stringify(this.#things.entries());
  }
}

/** Things in the order of their use; of more than `most` the one goes that was unused for longest. */
export class LruMap<Value> {
  readonly #most: number;
  readonly #things: Map<string, Value>;

  /** `things` are given from the one unused for longest on. */
  constructor(most: number, things: Iterable<readonly [key: string, value: Value]> = []) {
    this.#most = most;
    this.#things = new Map(things);
  }

  /** What stands under a key; it is of use now. */
  get(key: string): Value | undefined {
    const value = this.#things.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.#things.delete(key);
    this.#things.set(key, value);
    if (this.#things.size <= this.#most) return;
    const [oldest] = this.#things.keys();
    if (oldest !== undefined) this.#things.delete(oldest);
  }

  /** All of them with their keys, from the one unused for longest on. */
  entries(): [key: string, value: Value][] {
    return [...this.#things];
  }
}
