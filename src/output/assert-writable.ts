import { join } from 'node:path';
import type { World } from '../host/host.ts';
import { type Choice, explainFailure, unfinishedPath } from './write-together.ts';

/**
 * Makes a folder and writes a file into it that goes again, so that a folder that takes no files is
 * told before the long work and not after it.
 * @returns the time by the clock of the folder's disk, in ms
 * @throws WriteFailure when the folder takes no files
 */
export async function tryFolder(
  folder: string,
  world: World,
  choice: Choice = 'chosen',
): Promise<number> {
  const trial = unfinishedPath(join(folder, 'trial'), world);
  const isNew = (await world.kindOf(folder)) === undefined;
  try {
    await world.makeFolder(folder);
    await world.remove(trial);
    await world.writeFile(trial, new Uint8Array());
    const time = await world.changedAt(trial);
    await world.remove(trial);
    return time ?? 0;
  } catch (error) {
    await world.remove(trial).catch(() => {});
    if (isNew) await world.removeEmptyFolder(folder);
    throw explainFailure(error, folder, choice);
  }
}
