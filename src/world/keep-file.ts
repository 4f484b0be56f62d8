import { join } from 'node:path';
import type { World } from './world.ts';

/** The end of a file's name while it is being written: the number of its writer, and of its thread. */
const WRITER = /\.(\d+)(?:\.\d+)?$/;

/**
 * Writes a file of a cache whole or not at all; one that was there is replaced.
 * @throws NodeJS.ErrnoException
 */
export async function keepFile(path: string, bytes: Uint8Array, world: World): Promise<void> {
  // Two threads may keep the same file at the same moment.
  const unfinished = `${path}.${world.process}.${world.thread}`;
  try {
    await world.remove(unfinished);
    await world.writeFile(unfinished, bytes);
    await world.rename(unfinished, path);
  } catch (error) {
    await world.remove(unfinished);
    throw error;
  }
}

/**
 * Removes from a cache's folder what programs were writing there when they were killed; this one must
 * not have begun to: in a container the next program often has the number of the last one.
 */
export async function sweepCache(folder: string, world: World): Promise<void> {
  const removed = (await world.list(folder)).map(async (name) => {
    const writer = Number(WRITER.exec(name)?.[1]);
    if (writer > 0 && (writer === world.process || !world.isRunning(writer))) {
      await world.remove(join(folder, name));
    }
  });
  await Promise.allSettled(removed);
}
