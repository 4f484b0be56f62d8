/** Cached values by key. A value that a whole build does not use is dropped. */
export interface Memo<Key, Value> {
  /** Returns the value of a key; computes it if it is not cached. */
  get(key: Key, compute: () => Value): Value;
}

/**
 * In-memory cache of a process that builds repeatedly, so that a build computes only what is new.
 * Values that neither the current nor the previous build uses are dropped.
 */
export interface BuildCache {
  /** Returns a new memo. */
  memo<Key, Value>(): Memo<Key, Value>;
  /** Marks the start of a build. */
  startBuild(): void;
}

/** Returns an empty cache. */
export function createBuildCache(): BuildCache {
  const memos: { startGeneration(): void }[] = [];
  return {
    memo<Key, Value>() {
      const memo = new TwoGenerationMap<Key, Value>();
      memos.push(memo);
      return memo;
    },
    startBuild() {
      for (const memo of memos) memo.startGeneration();
    },
  };
}

/** Keeps the values that the current and the previous generation use. */
class TwoGenerationMap<Key, Value> implements Memo<Key, Value> {
  #current = new Map<Key, Value>();
  #previous = new Map<Key, Value>();

  get(key: Key, compute: () => Value): Value {
    const current = this.#current;
    const known = current.get(key);
    if (known !== undefined || current.has(key)) return known as Value;
    const previous = this.#previous.get(key);
    const value =
      previous !== undefined || this.#previous.has(key) ? (previous as Value) : compute();
    current.set(key, value);
    return value;
  }

  startGeneration(): void {
    this.#previous = this.#current;
    this.#current = new Map();
  }
}
