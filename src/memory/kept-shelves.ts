import type { Memory, Shelf } from './memory.ts';
import { digestOf, type Store } from './store.ts';

/** Shelves whose things are kept from one run to the next, as JSON has them. */
export interface KeptShelves {
  /**
   * The shelf of this name, the same one for the same name. `edition` names what its things depend
   * on beside their own keys: under another one they are made anew, and where it is not known nothing
   * is kept. Of more than `most` things those are kept that were of use last: all of them are read when
   * the shelf is opened.
   */
  open<Value>(
    name: string,
    edition: string | undefined,
    most: number,
  ): Promise<Shelf<string, Value>>;
  /** Puts the shelves that have something new into the store. */
  keep(): Promise<void>;
}

/** Opens shelves over a store; without one they are those of the memory alone. */
export function createKeptShelves(memory: Memory, store?: Store): KeptShelves {
  const books = new Map<string, { readonly edition: string; readonly book: Book }>();
  const shelves = new Map<string, Promise<Shelf<string, unknown>>>();
  const openShelf = async (
    name: string,
    edition: string | undefined,
    most: number,
  ): Promise<Shelf<string, unknown>> => {
    const shelf = memory.shelf<string, unknown>();
    if (edition === undefined) return shelf;
    const book = new Book(await store?.read(`${name}.json`, edition), most);
    books.set(name, { edition, book });
    return { get: (key, make) => shelf.get(key, () => book.get(key, make)) };
  };
  return {
    open<Value>(name: string, edition: string | undefined, most: number) {
      const shelf = shelves.get(name) ?? openShelf(name, edition, most);
      shelves.set(name, shelf);
      return shelf as Promise<Shelf<string, Value>>;
    },
    async keep() {
      for (const [name, { edition, book }] of books) {
        if (book.isChanged) await store?.keep(`${name}.json`, edition, book.write());
      }
    },
  };
}

/** Keys that are longer stand in a book by their digest. */
const LONG_KEY = 64;

/** Things with their keys, such that they can be written down. */
class Book {
  readonly #things: Map<string, unknown>;
  readonly #most: number;
  readonly #used = new Set<string>();
  isChanged = false;

  constructor(written: string | undefined, most: number) {
    this.#most = most;
    this.#things = new Map(written === undefined ? [] : JSON.parse(written));
  }

  get(key: string, make: () => unknown): unknown {
    const entry = key.length > LONG_KEY ? digestOf(key) : key;
    const known = this.#things.get(entry);
    if (known !== undefined) {
      this.#used.add(entry);
      return known;
    }
    const made = make();
    // JSON has no word for nothing; it is made again.
    if (made === undefined || this.#used.size >= this.#most) return made;
    this.#things.set(entry, made);
    this.#used.add(entry);
    this.isChanged = true;
    return made;
  }

  /** First what this run has used, then older things while there is room. */
  write(): string {
    const all = [...this.#things];
    const used = all.filter(([entry]) => this.#used.has(entry));
    const older = all.filter(([entry]) => !this.#used.has(entry));
    return JSON.stringify([...used, ...older].slice(0, this.#most));
  }
}
