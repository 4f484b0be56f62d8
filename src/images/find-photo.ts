import { isAbsolute, join, posix, sep } from 'node:path';
import { findNearMiss } from '../diagnostics/near-miss.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { World } from '../world/world.ts';

/** Bytes of a photo's file at the most. */
const MAX_BYTES = 200 * 1024 * 1024;

/** A photo's bytes, or why there are none. */
export type FoundPhoto =
  | { readonly bytes: Buffer }
  | { readonly refusal: Pick<Problem, 'code' | 'message' | 'hints'> };

/** Reads a photo that an issue names; nothing outside the folder is opened. */
export async function findPhoto(folder: string, name: string, world: World): Promise<FoundPhoto> {
  if (isOutside(name)) {
    return refuse('photo-outside', `the photo \`${name}\` is not inside the issue’s folder`, [
      'Put the picture into the issue’s folder and write its path from there: photos/hall.jpg.',
    ]);
  }
  const path = join(folder, ...name.split('/'));
  const kind = await world.kindOf(path);
  if (kind === undefined) return refuseMissing(folder, name, world);
  if (kind !== 'file') {
    return refuse(
      'photo-format',
      `\`${name}\` is ${kind === 'folder' ? 'a folder' : 'a device'}, not a picture`,
      [],
    );
  }
  const [real, home] = await Promise.all([world.realPath(path), world.realPath(folder)]);
  if (!real.startsWith(home + sep)) {
    return refuse('photo-outside', `\`${name}\` is a link that leads out of the issue’s folder`, [
      'Copy the picture itself into the folder.',
    ]);
  }
  return readPhoto(real, name, world);
}

async function readPhoto(path: string, name: string, world: World): Promise<FoundPhoto> {
  try {
    const bytes = await world.readFile(path);
    if (bytes.length <= MAX_BYTES) return { bytes };
    return refuse(
      'photo-broken',
      `the photo \`${name}\` is larger than ${MAX_BYTES / 2 ** 20} MB`,
      [],
    );
  } catch (error) {
    return refuse(
      'photo-broken',
      `the photo \`${name}\` cannot be read: ${(error as Error).message}`,
      [],
    );
  }
}

/** Whether a path leads out of its folder, on this or any other system. */
function isOutside(name: string): boolean {
  const clean = posix.normalize(name.replaceAll('\\', '/'));
  return isAbsolute(clean) || /^[a-z]:/i.test(clean) || clean === '..' || clean.startsWith('../');
}

async function refuseMissing(folder: string, name: string, world: World): Promise<FoundPhoto> {
  const slashed = name.replaceAll('\\', '/');
  const hints = slashed === name ? [] : ['A path is written with /, not with \\.'];
  const parent = posix.dirname(slashed);
  const there = await world.list(join(folder, parent));
  const near = findNearMiss(posix.basename(slashed), there);
  const meant = near === undefined ? undefined : posix.join(parent, near);
  const question = meant === undefined ? '' : `: did you mean \`${meant}\`?`;
  if (there.length === 0) hints.push(`There is nothing in \`${parent}\` of the issue’s folder.`);
  return refuse('photo-missing', `the photo \`${name}\` is not there${question}`, hints);
}

function refuse(code: Problem['code'], message: string, hints: string[]): FoundPhoto {
  return { refusal: { code, message, hints } };
}
