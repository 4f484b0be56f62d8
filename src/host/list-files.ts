import { join, posix } from 'node:path';
import type { Host } from './host.ts';

/**
 * Lists the files in a folder and its subfolders, as sorted paths relative to the folder with slashes on
 * every system. Devices and broken links are left out.
 */
export async function listFiles(folder: string, host: Host): Promise<string[]> {
  const names = (await host.list(folder)).sort();
  const listed = names.map(async (name) => {
    const path = join(folder, name);
    const kind = await host.kindOf(path);
    if (kind === 'folder')
      return (await listFiles(path, host)).map((file) => posix.join(name, file));
    return kind === 'file' ? [name] : [];
  });
  return (await Promise.all(listed)).flat();
}
