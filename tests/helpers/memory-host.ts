import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Host } from '../../src/host/host.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import {
  type DiskContent,
  type DiskRules,
  diskError,
  LINUX_DISK,
  MemoryDisk,
} from './memory-disk.ts';
import { root } from './project-root.ts';

/** A host in memory that records its output. Templates and packages are the real ones. */
export interface MemoryHost extends Host, DiskContent {
  readonly printed: string[];
  readonly warned: string[];
}

/** Folders of the project that are read from this machine, except caches. */
const REAL_FOLDERS = ['templates', 'node_modules'];

/** A computer: its disk, the folder of the project, and the current folder. */
export interface Machine {
  readonly disk: DiskRules;
  readonly root: string;
  readonly folder: string;
}

/** A Linux machine with the project at its real path. */
const LINUX: Machine = { disk: LINUX_DISK, root, folder: '/desk' };

/** ID of the host's process. */
const PROCESS = 1;

/** Creates a host with the given files, by absolute path. */
export function createMemoryHost(
  files: Readonly<Record<string, string | Buffer>> = {},
  changes: Partial<Host> = {},
  machine: Machine = LINUX,
): MemoryHost {
  const disk = new MemoryDisk(
    new Map(Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes)])),
    machine.disk,
  );
  const real = createNodeHost();
  const printed: string[] = [];
  const warned: string[] = [];
  /** Returns the real path of a file that is read from this machine. */
  const findReal = (path: string) => {
    const { relative, sep } = machine.disk.path;
    const steps = relative(machine.root, path).split(sep);
    const isReal = REAL_FOLDERS.includes(steps[0] ?? '') && !steps.includes('.cache');
    return isReal ? posix.join(root, ...steps) : undefined;
  };
  const hash = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
  let time = 0;
  return {
    files: disk.files,
    folders: disk.folders,
    links: disk.links,
    open: disk.open,
    printed,
    warned,
    program: undefined,
    readFile: async (path, most) => {
      const there = findReal(path);
      if (there) return real.readFile(there, most);
      const bytes = disk.files.get(disk.find(path));
      if (!bytes) throw diskError('EISDIR', path);
      return Buffer.from(bytes.subarray(0, most));
    },
    kindOf: async (path) => {
      const there = findReal(path);
      return there ? real.kindOf(there) : disk.kindOf(path);
    },
    nameKindOf: async (path) => {
      const there = findReal(path);
      return there ? real.nameKindOf(there) : disk.entryAt(path);
    },
    stampOf: async (path) => {
      const there = findReal(path);
      if (there) return real.stampOf(there);
      const kind = disk.kindOf(path);
      if (kind === 'folder') return hash(disk.list(path).sort().join('/'));
      return kind && hash(disk.files.get(disk.find(path)) ?? '');
    },
    changedAt: async (path) => {
      const there = findReal(path);
      return there ? real.changedAt(there) : disk.kindOf(path) && 0;
    },
    usageOf: async (path) => {
      const there = findReal(path);
      if (there) return real.usageOf(there);
      if (disk.kindOf(path) !== 'file') return undefined;
      return { bytes: disk.files.get(disk.find(path))?.length ?? 0, usedAt: 0 };
    },
    realPath: async (path) => {
      const there = findReal(path);
      if (!there) return disk.find(path);
      return there === path ? real.realPath(path) : path;
    },
    list: async (folder) => {
      const there = findReal(folder);
      return there ? real.list(there) : disk.list(folder);
    },
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
    currentTime: () => Date.UTC(2025, 0, 31),
    openAddress: async () => false,
    untilStopped: () => new Promise(() => {}),
    isRunning: (number) => number === PROCESS,
    process: PROCESS,
    thread: 0,
    processors: 1,
    environment: {},
    folder: machine.folder,
    isTerminal: () => false,
    print: (text) => void printed.push(text),
    warn: (text) => void warned.push(text),
    showProgress: () => {},
    ...changes,
  };
}

/** Returns the names of the files in a folder. */
export function namesIn(host: MemoryHost, folder: string): string[] {
  return [...host.files.keys()]
    .filter((path) => posix.dirname(path) === folder)
    .map((path) => path.slice(folder.length + 1));
}
