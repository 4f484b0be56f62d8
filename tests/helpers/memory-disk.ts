import { type PlatformPath, posix } from 'node:path';
import type { EntryKind } from '../../src/host/host.ts';

/** Maximum number of links followed. Source: path_resolution(7). */
const MOST_LINKS = 40;

/** Contents of a disk by absolute path. A folder exists as soon as it has contents. */
export interface DiskContent {
  readonly files: Map<string, Buffer>;
  readonly folders: Set<string>;
  /** Targets of symbolic links, by the path of the link. */
  readonly links: Map<string, string>;
  /** Files that another program has open. Windows neither replaces nor removes them. */
  readonly open: Set<string>;
}

/** How the disks of an operating system treat paths and names. */
export interface DiskRules {
  readonly path: PlatformPath;
  /** Root folder, which always exists. */
  readonly top: string;
  /** Returns the key of a name: names with the same key are the same file. By default names are distinct. */
  readonly keyOf?: (name: string) => string;
  /** Whether a file may have this name. */
  readonly allows: (name: string) => boolean;
  /** Error code for a path through a file. */
  readonly throughFile: 'ENOTDIR' | 'ENOENT';
  /** Returns the error code for a target that cannot be replaced. @param posix the code on Linux */
  readonly cannotReplace: (posix: string) => string;
  /** Whether a file that another program has open can be replaced and removed. */
  readonly replacesOpen: boolean;
}

/** Rules of Linux. */
export const LINUX_DISK: DiskRules = {
  path: posix,
  top: '/',
  allows: () => true,
  throughFile: 'ENOTDIR',
  cannotReplace: (code) => code,
  replacesOpen: true,
};

/** Creates an error as Node.js throws it. */
export function diskError(code: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${path}`), { code, path });
}

/** A disk in memory that behaves like one of an operating system. */
export class MemoryDisk implements DiskContent {
  readonly files: Map<string, Buffer>;
  readonly folders = new Set<string>();
  readonly links = new Map<string, string>();
  readonly open = new Set<string>();
  readonly #rules: DiskRules;

  constructor(files: Map<string, Buffer>, rules: DiskRules = LINUX_DISK) {
    this.files = files;
    this.#rules = rules;
  }

  /** Returns the real path of an existing entry. @throws ErrnoException */
  find(path: string, { followLast = true } = {}): string {
    const place = this.#follow(path, followLast);
    if (this.#entryAt(place) === undefined) throw diskError(this.#whyMissing(place), path);
    return place;
  }

  /** Returns the real path for a new entry. @throws ErrnoException */
  placeFor(path: string): string {
    const place = this.#follow(path, false);
    const { path: paths, allows, throughFile } = this.#rules;
    const parent = paths.dirname(place);
    const kind = this.#entryAt(parent);
    if (kind !== 'folder') throw diskError(kind ? throughFile : this.#whyMissing(parent), path);
    if (!allows(paths.basename(place))) throw diskError('ENOENT', path);
    return place;
  }

  /** Returns the kind of the target of a path; undefined if it does not exist. */
  kindOf(path: string): EntryKind | undefined {
    try {
      return this.files.has(this.find(path)) ? 'file' : 'folder';
    } catch {
      return undefined;
    }
  }

  /** Returns the kind of the entry itself, without following links. */
  entryAt(path: string): EntryKind | 'link' | undefined {
    return this.#entryAt(this.#follow(path, false));
  }

  /** Returns the names in a folder, after following links. */
  list(path: string): string[] {
    if (this.kindOf(path) !== 'folder') return [];
    return this.#namesIn(this.find(path));
  }

  #namesIn(folder: string): string[] {
    const start = this.#below(folder);
    const inside = this.#paths().filter((known) => known.startsWith(start));
    const { sep } = this.#rules.path;
    return [...new Set(inside.map((known) => known.slice(start.length).split(sep)[0] ?? ''))];
  }

  /** Moves an entry with its contents. @throws ErrnoException */
  move(from: string, to: string): void {
    const source = this.find(from, { followLast: false });
    const target = this.placeFor(to);
    const [moved, replaced] = [this.#entryAt(source), this.#entryAt(target)];
    if (source === target) {
      this.#respell(source, to);
      return;
    }
    const { cannotReplace } = this.#rules;
    const refuse = (code: string) => diskError(cannotReplace(code), to);
    if (moved !== 'folder' && replaced === 'folder') throw refuse('EISDIR');
    if (moved === 'folder' && replaced && replaced !== 'folder') throw refuse('ENOTDIR');
    if (replaced === 'folder' && this.list(target).length > 0) throw refuse('ENOTEMPTY');
    if (this.#isHeld(source) || this.#isHeld(target)) throw diskError('EBUSY', to);
    this.delete(target);
    this.#move(source, target);
    this.#keepParent(source);
  }

  /** Changes the spelling of an entry's path to that of `path`. */
  #respell(place: string, path: string): void {
    const { dirname, basename, join } = this.#rules.path;
    const target = join(dirname(place), basename(path));
    if (target !== place) this.#move(place, target);
  }

  #move(source: string, target: string): void {
    for (const content of [this.files, this.links] as Map<string, Buffer | string>[]) {
      for (const [path, held] of [...content]) {
        if (!this.#isAtOrBelow(path, source)) continue;
        content.delete(path);
        content.set(target + path.slice(source.length), held);
      }
    }
    for (const path of [...this.folders].filter((known) => this.#isAtOrBelow(known, source))) {
      this.folders.delete(path);
      this.folders.add(target + path.slice(source.length));
    }
  }

  /** Creates a folder with its parents. @throws ErrnoException */
  makeFolder(path: string): void {
    if (this.kindOf(path) === 'folder') return;
    if (this.entryAt(path)) throw diskError('EEXIST', path);
    const parent = this.#rules.path.dirname(path);
    if (parent === path) throw diskError('ENOENT', path);
    if (this.kindOf(parent) !== 'folder') {
      if (this.entryAt(parent)) throw diskError(this.#rules.throughFile, path);
      this.makeFolder(parent);
    }
    this.folders.add(this.placeFor(path));
  }

  /**
   * Deletes an entry with its contents. The path must not contain links.
   * @throws ErrnoException if another program has some of it open
   */
  delete(place: string): void {
    if (this.#isHeld(place)) throw diskError('EBUSY', place);
    for (const content of [this.files, this.links, this.folders]) {
      for (const path of [...content.keys()]) {
        if (this.#isAtOrBelow(path, place)) content.delete(path);
      }
    }
    this.#keepParent(place);
  }

  /** Whether another program has a file at or below a path open, and the system forbids changes. */
  #isHeld(place: string): boolean {
    if (this.#rules.replacesOpen) return false;
    return [...this.open].some((path) => this.#isAtOrBelow(this.#spell(path), place));
  }

  /** Keeps the parent folder after its last entry is removed. */
  #keepParent(place: string): void {
    this.folders.add(this.#rules.path.dirname(place));
  }

  #paths(): string[] {
    return [...this.files.keys(), ...this.folders, ...this.links.keys()];
  }

  #entryAt(place: string): 'file' | 'folder' | 'link' | undefined {
    if (this.files.has(place)) return 'file';
    if (this.links.has(place)) return 'link';
    const isFolder = place === this.#rules.top || this.folders.has(place);
    return isFolder || this.#paths().some((path) => path.startsWith(this.#below(place)))
      ? 'folder'
      : undefined;
  }

  #whyMissing(place: string): string {
    const parent = this.#rules.path.dirname(place);
    if (parent === place) return 'ENOENT';
    return this.files.has(parent) ? this.#rules.throughFile : this.#whyMissing(parent);
  }

  #follow(path: string, followLast: boolean, followed = 0): string {
    const { basename, dirname, join, resolve } = this.#rules.path;
    if (this.links.size === 0) return this.#spell(resolve(path));
    if (followed > MOST_LINKS) throw diskError('ELOOP', path);
    const parent = dirname(path);
    if (parent === path) return path;
    const folder = this.#follow(parent, true, followed);
    const place = this.#spellName(join(folder, basename(path)));
    const target = this.links.get(place);
    if (target === undefined || !followLast) return place;
    return this.#follow(resolve(folder, target), true, followed + 1);
  }

  /** Returns a path with each name spelt as on the disk. */
  #spell(path: string): string {
    const { basename, dirname, join } = this.#rules.path;
    const parent = dirname(path);
    if (!this.#rules.keyOf) return path;
    if (parent === path) return path.toUpperCase();
    return this.#spellName(join(this.#spell(parent), basename(path)));
  }

  #spellName(path: string): string {
    const { basename, dirname, join } = this.#rules.path;
    const { keyOf } = this.#rules;
    const [folder, name] = [dirname(path), basename(path)];
    if (!keyOf) return path;
    const names = this.#namesIn(folder);
    if (names.includes(name)) return path;
    const known = names.find((other) => keyOf(other) === keyOf(name));
    return known === undefined ? path : join(folder, known);
  }

  #below(folder: string): string {
    const { sep } = this.#rules.path;
    return folder.endsWith(sep) ? folder : `${folder}${sep}`;
  }

  #isAtOrBelow(path: string, place: string): boolean {
    return path === place || path.startsWith(this.#below(place));
  }
}
