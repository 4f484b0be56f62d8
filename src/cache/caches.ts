import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import { removeFolderLeftovers } from './sealed-files.ts';

/** The folders of what is kept from one run to the next; each is safe to delete. */
export interface Caches {
  readonly pictures: string;
  /** What was made of fonts, templates and the like, and what issues were seen to hold. */
  readonly made: string;
  /** The bundled program, which src/program/launch.cjs keeps. */
  readonly program: string;
}

/** The caches of a project; `root` is its folder. */
export function cachesOf(root: string): Caches {
  const below = (name: string) => join(root, 'node_modules', '.cache', 'bulletin', name);
  return { pictures: below('pictures'), made: below('made'), program: below('program') };
}

/**
 * Removes what programs and their threads were writing into the caches when they were killed. To be
 * called when a program begins, before it writes there itself; where nothing can be removed it stays.
 */
export async function removeCacheLeftovers(root: string, host: Host): Promise<void> {
  const sweeps = Object.values(cachesOf(root)).map((folder) => removeFolderLeftovers(folder, host));
  await Promise.allSettled(sweeps);
}
