import { join } from 'node:path';
import { listFiles } from '../world/list-files.ts';
import type { World } from '../world/world.ts';

/** Names of the files in which two folders differ, in byte or in being there, by name. */
export async function compareFolders(
  [first, second]: readonly [string, string],
  world: World,
): Promise<string[]> {
  const [a, b] = await Promise.all([listFiles(first, world), listFiles(second, world)]);
  const names = [...new Set([...a, ...b])].sort();
  const differing: string[] = [];
  for (const name of names) {
    const same =
      a.includes(name) &&
      b.includes(name) &&
      (await world.readFile(join(first, name))).equals(await world.readFile(join(second, name)));
    if (!same) differing.push(name);
  }
  return differing;
}
