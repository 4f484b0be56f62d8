import { sep } from 'node:path';
import type { Host } from './host.ts';

/**
 * Returns the path with all links resolved; undefined if it is then outside the folder.
 * @throws NodeJS.ErrnoException when the path or the folder does not exist
 */
export async function resolveInside(
  path: string,
  folder: string,
  host: Host,
): Promise<string | undefined> {
  const [real, home] = await Promise.all([host.realPath(path), host.realPath(folder)]);
  return real.startsWith(home.endsWith(sep) ? home : home + sep) ? real : undefined;
}
