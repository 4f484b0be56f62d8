import { rename, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Pauses before further tries, in ms, 1.6 s in all. On Windows a scanner for viruses, an indexer or a
 * cloud drive opens a file that was just written, for some tenths of a second, and it cannot be renamed
 * meanwhile, nor replaced.
 */
const WATCH_DELAYS = [10, 20, 50, 100, 200, 400, 800];

/** Codes that Windows gives for a file that is open elsewhere, and for one that is protected. */
const IN_USE = ['EPERM', 'EACCES', 'EBUSY'];

/** What a rename asks of the system. */
export interface RenameSystem {
  rename(from: string, to: string): Promise<void>;
  pause(time: number): Promise<unknown>;
  isFile(path: string): Promise<boolean>;
}

const MACHINE: RenameSystem = {
  rename,
  pause,
  isFile: async (path) => (await stat(path).catch(() => undefined))?.isFile() === true,
};

/**
 * Renames on Windows: waits for programs that have one of the files open for a moment.
 * @throws NodeJS.ErrnoException with the code EBUSY when a file that is to be replaced stays in use
 */
export async function renameWithRetries(
  from: string,
  to: string,
  system: RenameSystem = MACHINE,
): Promise<void> {
  for (const time of [...WATCH_DELAYS, undefined]) {
    try {
      await system.rename(from, to);
      return;
    } catch (error) {
      if (!IN_USE.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      if (time !== undefined) await system.pause(time);
      else if (await system.isFile(to)) throw inUse(to, error);
      else throw error;
    }
  }
}

function inUse(path: string, cause: unknown): NodeJS.ErrnoException {
  const error = new Error(`EBUSY: ${path} is in use`, { cause });
  return Object.assign(error, { code: 'EBUSY', path });
}
