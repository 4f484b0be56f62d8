import type { World } from '../world/world.ts';
import { ADDRESSES } from './addresses.ts';

/** Whether a site may take a folder's place: there is none, it is empty, or it is an older site. */
export async function isSiteFolder(folder: string, world: World): Promise<boolean> {
  if ((await world.kindOf(folder)) === 'file') return false;
  const names = await world.list(folder);
  const { home, feed, eventsCsv } = ADDRESSES;
  return names.length === 0 || [home, feed, eventsCsv].every((name) => names.includes(name));
}
