import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { createNodeWorld } from '../../src/world/node-world.ts';
import type { World } from '../../src/world/world.ts';
import { type DiskContent, diskError, MemoryDisk } from './memory-disk.ts';
import { root } from './project-root.ts';

/** A world in memory, with what was printed in it. Templates and packages are the real ones. */
export interface MemoryWorld extends World, DiskContent {
  readonly printed: string[];
  readonly warned: string[];
}

const REAL_FOLDERS = ['templates', 'node_modules'].map((name) => join(root, name));

/** The number of the world's process. */
const PROCESS = 1;

/** Makes a world of the given files, by absolute path. */
export function createMemoryWorld(
  files: Readonly<Record<string, string | Buffer>> = {},
  changes: Partial<World> = {},
): MemoryWorld {
  const disk = new MemoryDisk(
    new Map(Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes)])),
  );
  const real = createNodeWorld();
  const printed: string[] = [];
  const warned: string[] = [];
  const isReal = (path: string) =>
    !path.includes('.cache') &&
    REAL_FOLDERS.some((folder) => path === folder || path.startsWith(`${folder}/`));
  const hash = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
  let time = 0;
  return {
    files: disk.files,
    folders: disk.folders,
    links: disk.links,
    printed,
    warned,
    program: undefined,
    readFile: async (path, most) => {
      if (isReal(path)) return real.readFile(path, most);
      const bytes = disk.files.get(disk.find(path));
      if (!bytes) throw diskError('EISDIR', path);
      return Buffer.from(bytes.subarray(0, most));
    },
    kindOf: async (path) => (isReal(path) ? real.kindOf(path) : disk.kindOf(path)),
    nameKindOf: async (path) => (isReal(path) ? real.nameKindOf(path) : disk.entryAt(path)),
    stampOf: async (path) => {
      if (isReal(path)) return real.stampOf(path);
      const kind = disk.kindOf(path);
      if (kind === 'folder') return hash(disk.list(path).sort().join('/'));
      return kind && hash(disk.files.get(disk.find(path)) ?? '');
    },
    changedAt: async (path) => {
      if (isReal(path)) return real.changedAt(path);
      return disk.kindOf(path) && 0;
    },
    usageOf: async (path) => {
      if (isReal(path)) return real.usageOf(path);
      if (disk.kindOf(path) !== 'file') return undefined;
      return { bytes: disk.files.get(disk.find(path))?.length ?? 0, usedAt: 0 };
    },
    realPath: async (path) => (isReal(path) ? real.realPath(path) : disk.find(path)),
    list: async (folder) => (isReal(folder) ? real.list(folder) : disk.list(folder)),
    watchFolder: () => () => {},
    makeFolder: async (path) => disk.makeFolder(path),
    writeFile: async (path, bytes) => {
      const place = disk.placeFor(path);
      if (disk.entryAt(place)) throw diskError('EEXIST', path);
      disk.files.set(place, Buffer.from(bytes));
    },
    rename: async (from, to) => disk.move(from, to),
    remove: async (path) => {
      const kind = disk.entryAt(path);
      if (kind === 'folder') throw diskError('EISDIR', path);
      if (kind) disk.delete(disk.find(path, { followLast: false }));
    },
    removeFolder: async (path) => {
      if (disk.entryAt(path)) disk.delete(disk.find(path, { followLast: false }));
    },
    removeEmptyFolder: async (path) => {
      if (disk.entryAt(path) !== 'folder' || disk.list(path).length > 0) return;
      disk.delete(disk.find(path));
    },
    run: async () => undefined,
    now: () => time++,
    openAddress: async () => false,
    untilStopped: () => new Promise(() => {}),
    isRunning: (number) => number === PROCESS,
    process: PROCESS,
    thread: 0,
    processors: 1,
    environment: {},
    folder: '/desk',
    print: (text) => void printed.push(text),
    warn: (text) => void warned.push(text),
    showProgress: () => {},
    ...changes,
  };
}

/** Names of what lies in a world's folder. */
export function namesIn(world: MemoryWorld, folder: string): string[] {
  return [...world.files.keys()]
    .filter((path) => dirname(path) === folder)
    .map((path) => path.slice(folder.length + 1));
}
