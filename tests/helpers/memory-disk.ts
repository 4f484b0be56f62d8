import { basename, dirname, join, resolve } from 'node:path';
import type { EntryKind } from '../../src/world/world.ts';

/** The longest chain of links that is followed; source: path_resolution(7). */
const MOST_LINKS = 40;

/** What lies on a disk, by absolute path. A folder is there as soon as something is in it. */
export interface DiskContent {
  readonly files: Map<string, Buffer>;
  readonly folders: Set<string>;
  /** Symbolic links, by the path they stand at, with what they lead to. */
  readonly links: Map<string, string>;
}

/** An error as Node.js throws it. */
export function diskError(code: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${path}`), { code, path });
}

/** A disk in memory that behaves as one of Linux does. */
export class MemoryDisk implements DiskContent {
  readonly files: Map<string, Buffer>;
  readonly folders = new Set<string>();
  readonly links = new Map<string, string>();

  constructor(files: Map<string, Buffer>) {
    this.files = files;
  }

  /** The path of what stands at a path, its last link followed or not. @throws ErrnoException */
  find(path: string, { followLast = true } = {}): string {
    const place = this.#follow(path, followLast);
    if (this.#entryAt(place) === undefined) throw diskError(this.#whyMissing(place), path);
    return place;
  }

  /** The path at which something can be put that is not there yet. @throws ErrnoException */
  placeFor(path: string): string {
    const place = this.#follow(path, false);
    const parent = dirname(place);
    const kind = this.#entryAt(parent);
    if (kind !== 'folder') throw diskError(kind ? 'ENOTDIR' : this.#whyMissing(parent), path);
    return place;
  }

  /** What stands at a path, links followed; undefined when nothing does. */
  kindOf(path: string): EntryKind | undefined {
    try {
      return this.files.has(this.find(path)) ? 'file' : 'folder';
    } catch {
      return undefined;
    }
  }

  /** What stands at a path itself; a link is followed nowhere. */
  entryAt(path: string): EntryKind | 'link' | undefined {
    return this.#entryAt(this.#follow(path, false));
  }

  /** Names of what is in a folder, links followed. */
  list(path: string): string[] {
    if (this.kindOf(path) !== 'folder') return [];
    const folder = this.find(path);
    const start = below(folder);
    const inside = this.#paths().filter((known) => known.startsWith(start));
    return [...new Set(inside.map((known) => known.slice(start.length).split('/')[0] ?? ''))];
  }

  /** Moves what stands at a path, with all that is in it. @throws ErrnoException */
  move(from: string, to: string): void {
    const source = this.find(from, { followLast: false });
    const target = this.placeFor(to);
    const [moved, replaced] = [this.#entryAt(source), this.#entryAt(target)];
    if (source === target) return;
    if (moved !== 'folder' && replaced === 'folder') throw diskError('EISDIR', to);
    if (moved === 'folder' && replaced && replaced !== 'folder') throw diskError('ENOTDIR', to);
    if (replaced === 'folder' && this.list(target).length > 0) throw diskError('ENOTEMPTY', to);
    this.delete(target);
    for (const content of [this.files, this.links] as Map<string, Buffer | string>[]) {
      for (const [path, held] of [...content]) {
        if (!isAtOrBelow(path, source)) continue;
        content.delete(path);
        content.set(target + path.slice(source.length), held);
      }
    }
    for (const path of [...this.folders].filter((known) => isAtOrBelow(known, source))) {
      this.folders.delete(path);
      this.folders.add(target + path.slice(source.length));
    }
    this.#keepParent(source);
  }

  /** Makes a folder and those it lies in. @throws ErrnoException */
  makeFolder(path: string): void {
    if (this.kindOf(path) === 'folder') return;
    if (this.entryAt(path)) throw diskError('EEXIST', path);
    if (this.kindOf(dirname(path)) !== 'folder') {
      if (this.entryAt(dirname(path))) throw diskError('ENOTDIR', path);
      this.makeFolder(dirname(path));
    }
    this.folders.add(this.placeFor(path));
  }

  /** Deletes what stands at a path, which is no link's, with all that is in it. */
  delete(place: string): void {
    for (const content of [this.files, this.links, this.folders]) {
      for (const path of [...content.keys()]) if (isAtOrBelow(path, place)) content.delete(path);
    }
    this.#keepParent(place);
  }

  /** A folder stays when the last of what was in it goes. */
  #keepParent(place: string): void {
    this.folders.add(dirname(place));
  }

  #paths(): string[] {
    return [...this.files.keys(), ...this.folders, ...this.links.keys()];
  }

  #entryAt(place: string): 'file' | 'folder' | 'link' | undefined {
    if (this.files.has(place)) return 'file';
    if (this.links.has(place)) return 'link';
    const isFolder = dirname(place) === place || this.folders.has(place);
    return isFolder || this.#paths().some((path) => path.startsWith(below(place)))
      ? 'folder'
      : undefined;
  }

  #whyMissing(place: string): string {
    const parent = dirname(place);
    if (parent === place) return 'ENOENT';
    return this.files.has(parent) ? 'ENOTDIR' : this.#whyMissing(parent);
  }

  #follow(path: string, followLast: boolean, followed = 0): string {
    if (this.links.size === 0) return resolve(path);
    if (followed > MOST_LINKS) throw diskError('ELOOP', path);
    const parent = dirname(path);
    if (parent === path) return path;
    const folder = this.#follow(parent, true, followed);
    const place = join(folder, basename(path));
    const target = this.links.get(place);
    if (target === undefined || !followLast) return place;
    return this.#follow(resolve(folder, target), true, followed + 1);
  }
}

function below(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}

function isAtOrBelow(path: string, place: string): boolean {
  return path === place || path.startsWith(below(place));
}
