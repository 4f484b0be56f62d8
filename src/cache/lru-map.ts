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
