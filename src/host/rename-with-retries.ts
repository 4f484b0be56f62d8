import { rename, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Delays before the retries, in ms, 1.6 s in all. On Windows a virus scanner, an indexer or a cloud
 * drive keeps a new file open for some tenths of a second, and until then it cannot be renamed or
 * replaced.
 */
const RETRY_DELAYS = [10, 20, 50, 100, 200, 400, 800];

/** Error codes of Windows for a file that another program has open, or that is protected. */
const IN_USE = ['EPERM', 'EACCES', 'EBUSY'];

/** System calls of a rename. */
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
 * Renames a file on Windows; retries while another program has one of the files open.
 * @throws NodeJS.ErrnoException with the code EBUSY when the file to be replaced stays in use
 */
export async function renameWithRetries(
  from: string,
  to: string,
  system: RenameSystem = MACHINE,
): Promise<void> {
  for (const time of [...RETRY_DELAYS, undefined]) {
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
