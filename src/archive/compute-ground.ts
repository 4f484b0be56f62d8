import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { listFiles } from '../world/list-files.ts';
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
  for (const name of await listFiles(templates, world)) {
    const bytes = await world.readFile(join(templates, name));
    hash.update(`\0${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}
