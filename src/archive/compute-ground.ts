import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { World } from '../world/world.ts';

/**
 * Hash of what every issue is built with: the program, and all files of its templates.
 * @throws NodeJS.ErrnoException when a template cannot be read
 */
export async function computeGround(
  program: string,
  templates: string,
  world: World,
): Promise<string> {
  const hash = createHash('sha256').update(program);
  for (const path of await listFiles(templates, world)) {
    const bytes = await world.readFile(path);
    hash.update(`\0${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** Paths of a folder's files and those of the folders in it, in an order that is always the same. */
async function listFiles(folder: string, world: World): Promise<string[]> {
  const files: string[] = [];
  for (const name of (await world.list(folder)).sort()) {
    const path = join(folder, name);
    const kind = await world.kindOf(path);
    if (kind === 'file') files.push(path);
    if (kind === 'folder') files.push(...(await listFiles(path, world)));
  }
  return files;
}
