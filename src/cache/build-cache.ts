/** What was made once for each key, as long as it is asked for. */
export interface Memo<Key, Value> {
  /** What stands under a key; made now when it does not. */
  get(key: Key, make: () => Value): Value;
}

/**
 * What a living process keeps from one build to the next, so that a build makes only what is new.
 * It is bounded by itself: what neither this round nor the last has asked for is forgotten.
 */
export interface BuildCache {
  /** A new shelf of this memory. */
  memo<Key, Value>(): Memo<Key, Value>;
  /** Begins a round, such as a build. */
  startBuild(): void;
}

/** Makes an empty memory. */
export function createBuildCache(): BuildCache {
  const persistentCache: { turn(): void }[] = [];
  return {
    memo<Key, Value>() {
      const memo = new TwoGenerationMap<Key, Value>();
      persistentCache.push(memo);
      return memo;
    },
    startBuild() {
      for (const memo of persistentCache) memo.turn();
    },
  };
}

/** What this round and the last have asked for. */
class TwoGenerationMap<Key, Value> implements Memo<Key, Value> {
  #current = new Map<Key, Value>();
  #last = new Map<Key, Value>();

  get(key: Key, make: () => Value): Value {
    const current = this.#current;
    const known = current.get(key);
    if (known !== undefined || current.has(key)) return known as Value;
    const last = this.#last.get(key);
    const value = last !== undefined || this.#last.has(key) ? (last as Value) : make();
    current.set(key, value);
    return value;
  }

  turn(): void {
    this.#last = this.#current;
    this.#current = new Map();
  }
}
