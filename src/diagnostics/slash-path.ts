import { sep } from 'node:path';

/** A path with slashes, as other programs expect it from every system. */
export function slashPath(path: string): string {
  return path.split(sep).join('/');
}
