import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import { explainWriteFailure, type FolderChoice, unfinishedPath } from './write-together.ts';

/**
 * Creates a folder, then writes and removes a file in it, so that a folder that is not writable is
 * reported before a long build and not after it.
 * @returns the time by the clock of the folder's file system, in ms
 * @throws WriteFailure when the folder is not writable
 */
export async function assertWritable(
  folder: string,
  host: Host,
  choice: FolderChoice = 'chosen',
): Promise<number> {
  const trial = unfinishedPath(join(folder, 'trial'), host);
  const isNew = (await host.kindOf(folder)) === undefined;
  try {
    await host.makeFolder(folder);
    await host.remove(trial);
    await host.writeFile(trial, new Uint8Array());
    const time = await host.changedAt(trial);
    await host.remove(trial);
    return time ?? 0;
  } catch (error) {
    await host.remove(trial).catch(() => {});
    if (isNew) await host.removeEmptyFolder(folder);
    throw explainWriteFailure(error, folder, choice);
  }
}
