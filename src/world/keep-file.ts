import type { World } from './world.ts';

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
