import { join, posix } from 'node:path';
import type { Host } from './host.ts';

/**
 * Paths of the files of a folder and of those in it, from that folder, with slashes on every system and in
 * an order that is always the same; devices and links that lead nowhere are none.
 */
export async function listFiles(folder: string, host: Host): Promise<string[]> {
  const names = (await host.list(folder)).sort();
  const below = names.map(async (name) => {
    const path = join(folder, name);
    const kind = await host.kindOf(path);
    if (kind === 'folder')
      return (await listFiles(path, host)).map((file) => posix.join(name, file));
    return kind === 'file' ? [name] : [];
  });
  return (await Promise.all(below)).flat();
}
