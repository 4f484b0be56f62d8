import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { createNodeWorld } from '../../src/world/node-world.ts';
import type { World } from '../../src/world/world.ts';
import { root } from './project-root.ts';

/** A world in memory, with what was printed in it. Templates and packages are the real ones. */
export interface MemoryWorld extends World {
  readonly files: Map<string, Buffer>;
  readonly printed: string[];
  readonly warned: string[];
}

const REAL_FOLDERS = ['templates', 'node_modules'].map((name) => join(root, name));

/** Makes a world of the given files, by absolute path. */
export function createMemoryWorld(
  files: Readonly<Record<string, string | Buffer>> = {},
  changes: Partial<World> = {},
): MemoryWorld {
  const real = createNodeWorld();
  const memory = new Map(Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes)]));
  const printed: string[] = [];
  const warned: string[] = [];
  const isReal = (path: string) =>
    !path.includes('.cache') && REAL_FOLDERS.some((folder) => path.startsWith(folder));
  const missing = (path: string) =>
    Object.assign(new Error(`no such file: ${path}`), { code: 'ENOENT' });
  let time = 0;
  return {
    files: memory,
    printed,
    warned,
    program: undefined,
    readFile: async (path, most) => {
      if (isReal(path)) return real.readFile(path);
      const bytes = memory.get(path);
      if (!bytes) throw missing(path);
      return bytes.subarray(0, most);
    },
    kindOf: async (path) => {
      if (memory.has(path)) return 'file';
      return [...memory.keys()].some((known) => known.startsWith(`${path}/`))
        ? 'folder'
        : undefined;
    },
    stampOf: async (path) => {
      const bytes = memory.get(path);
      return bytes && createHash('sha256').update(bytes).digest('hex');
    },
    changedAt: async (path) => (memory.has(path) ? 0 : undefined),
    usageOf: async (path) => {
      const bytes = memory.get(path)?.length;
      return bytes === undefined ? undefined : { bytes, usedAt: 0 };
    },
    realPath: async (path) => path,
    list: async (folder) => {
      const below = [...memory.keys()].filter((path) => path.startsWith(`${folder}/`));
      return [...new Set(below.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))];
    },
    watchFolder: () => () => {},
    makeFolder: async () => {},
    writeFile: async (path, bytes) => void memory.set(path, Buffer.from(bytes)),
    rename: async (from, to) => {
      const moved = [...memory].filter(([path]) => path === from || path.startsWith(`${from}/`));
      if (moved.length === 0) throw missing(from);
      for (const [path, bytes] of moved) {
        memory.delete(path);
        memory.set(to + path.slice(from.length), bytes);
      }
    },
    remove: async (path) => void memory.delete(path),
    removeFolder: async (folder) => {
      for (const path of [...memory.keys()]) {
        if (path.startsWith(`${folder}/`)) memory.delete(path);
      }
    },
    removeEmptyFolder: async () => {},
    run: async () => undefined,
    now: () => time++,
    openAddress: async () => false,
    untilStopped: () => new Promise(() => {}),
    isRunning: () => false,
    process: 1,
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
