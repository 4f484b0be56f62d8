import { relative } from 'node:path';
import { showControls } from '../diagnostics/show-controls.ts';
import type { World } from '../world/world.ts';

/** A path as the reader would type it: relative where that is shorter. */
export function displayPath(path: string, world: Pick<World, 'folder'>): string {
  const short = relative(world.folder, path);
  return showControls(short === '' || short.startsWith('..') ? path : short);
}
