import { sep } from 'node:path';
import type { Host } from './host.ts';

/**
 * The path with all links resolved, or undefined when it then lies outside the folder.
 * @throws NodeJS.ErrnoException when the path or the folder is not there
 */
export async function resolveInside(
  path: string,
  folder: string,
  host: Host,
): Promise<string | undefined> {
  const [real, home] = await Promise.all([host.realPath(path), host.realPath(folder)]);
  return real.startsWith(home.endsWith(sep) ? home : home + sep) ? real : undefined;
}
