import { join } from 'node:path';
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

/** Paths of all files below a folder, from that folder. */
export async function listFiles(folder: string, world: World): Promise<string[]> {
  const names = await world.list(folder);
  const below = names.sort().map(async (name) => {
    if ((await world.kindOf(join(folder, name))) !== 'folder') return [name];
    return (await listFiles(join(folder, name), world)).map((path) => join(name, path));
  });
  return (await Promise.all(below)).flat();
}
