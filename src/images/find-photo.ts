import { isAbsolute, join, posix } from 'node:path';
import type { Problem } from '../diagnostics/problem.ts';
import { findNearMiss } from '../diagnostics/suggestions.ts';
import type { Host } from '../host/host.ts';
import { explainUnportable } from '../host/portable-name.ts';
import { resolveInside } from '../host/resolve-inside.ts';
import { LIMITS } from '../limits.ts';

/** The beginning of an address of the web, or of a picture written into one. */
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/|\/\/|data:|www\.[^/]+\/)/i;

/** Why a photo is not there. */
export interface PhotoNotFound {
  readonly rejection: Pick<Problem, 'code' | 'message' | 'hints'>;
}

/** A photo's bytes, or why there are none. */
export type FoundPhoto = { readonly bytes: Buffer } | PhotoNotFound;

/** Reads a photo that an issue names; nothing outside the folder is opened. */
export async function findPhoto(folder: string, name: string, host: Host): Promise<FoundPhoto> {
  const place = await locatePhoto(folder, name, host);
  return 'rejection' in place ? place : readPhoto(place.path, name, host);
}

/** The path of a photo that an issue names, with all links resolved; it lies in the folder. */
export async function locatePhoto(
  folder: string,
  name: string,
  host: Host,
): Promise<{ readonly path: string } | PhotoNotFound> {
  if (ADDRESS.test(name.trim())) {
    return refuse('photo-outside', `the photo \`${name}\` is an address, not a file`, [
      'Save the picture into the folder photos of the issue and write its path: photos/hall.jpg.',
    ]);
  }
  if (isOutside(name)) {
    return refuse('photo-outside', `the photo \`${name}\` is not inside the issue’s folder`, [
      'Put the picture into the issue’s folder and write its path from there: photos/hall.jpg.',
    ]);
  }
  const unportable = refuseUnportable(name);
  if (unportable) return unportable;
  const [path, ...others] = await findPaths(folder, name, host);
  if (others.length > 0) {
    return refuse('photo-missing', `several files have a name that looks like \`${name}\``, [
      'Keep one of them, or rename the others.',
    ]);
  }
  const kind = path === undefined ? undefined : await host.kindOf(path);
  if (path === undefined || kind === undefined) return refuseMissing(folder, name, host);
  if (kind !== 'file') {
    return refuse(
      'photo-format',
      `\`${name}\` is ${kind === 'folder' ? 'a folder' : 'a device'}, not a picture`,
      [],
    );
  }
  const real = await resolveInside(path, folder, host);
  if (real === undefined) {
    return refuse('photo-outside', `\`${name}\` is a link that leads out of the issue’s folder`, [
      'Copy the picture itself into the folder.',
    ]);
  }
  return { path: real };
}

async function readPhoto(path: string, name: string, host: Host): Promise<FoundPhoto> {
  const most = LIMITS.photoBytes;
  try {
    // A file that is too large is not read: the bound itself takes much memory.
    const isTooLarge = ((await host.usageOf(path))?.bytes ?? 0) > most;
    const bytes = isTooLarge ? undefined : await host.readFile(path, most + 1);
    if (bytes && bytes.length <= most) return { bytes };
    const message = `the photo \`${name}\` is larger than ${most / 2 ** 20} MB`;
    return refuse('photo-broken', message, []);
  } catch (error) {
    return refuse(
      'photo-broken',
      `the photo \`${name}\` cannot be read: ${(error as Error).message}`,
      [],
    );
  }
}

/** Whether a path leads out of its folder by its words alone, on this or any other system. */
export function isOutside(name: string): boolean {
  const clean = posix.normalize(name.replaceAll('\\', '/'));
  return isAbsolute(clean) || /^[a-z]:/i.test(clean) || clean === '..' || clean.startsWith('../');
}

/** Refuses a name that Windows cannot have: with it nobody could copy the project to a PC. */
function refuseUnportable(name: string): PhotoNotFound | undefined {
  const steps = posix.normalize(name.replaceAll('\\', '/')).split('/');
  for (const step of steps.filter((other) => !/^\.{0,2}$/.test(other))) {
    const reason = explainUnportable(step);
    if (reason === undefined) continue;
    return refuse('photo-name', `Windows has no file of the name \`${step}\`: ${reason}`, [
      'Rename it, and write its new name here.',
    ]);
  }
  return undefined;
}

async function refuseMissing(folder: string, name: string, host: Host): Promise<PhotoNotFound> {
  const slashed = name.replaceAll('\\', '/');
  const hints = slashed === name ? [] : ['A path is written with /, not with \\.'];
  const parent = posix.dirname(slashed);
  const there = await listInside(folder, parent, host);
  const meant = await guessPath(folder, posix.normalize(slashed), host);
  const question = meant === undefined ? '' : `: did you mean \`${meant}\`?`;
  if (there.length === 0) hints.push(`There is nothing in \`${parent}\` of the issue’s folder.`);
  return refuse('photo-missing', `the photo \`${name}\` is not there${question}`, hints);
}

/** Names in a folder of the folder; a link that leads out of it is not followed. */
async function listInside(folder: string, name: string, host: Host): Promise<string[]> {
  const path = join(folder, name);
  if ((await host.kindOf(path)) !== 'folder') return [];
  const [real, home] = await Promise.all([host.realPath(path), host.realPath(folder)]);
  const isInside = real === home || (await resolveInside(path, folder, host)) !== undefined;
  return isInside ? host.list(path) : [];
}

/**
 * Paths of what a name stands for, in the folder or where a link leads out of it. A name counts
 * as its folder lists it: Windows and macOS find a file in any case, which is missing on Linux.
 */
async function findPaths(folder: string, name: string, host: Host): Promise<string[]> {
  const written = join(folder, ...name.split('/'));
  if (name.includes('\\')) return [];
  if (await host.kindOf(written)) {
    const [real, home] = await Promise.all([host.realPath(written), host.realPath(folder)]);
    const isAsWritten = join(home, ...name.split('/')) === real;
    if (isAsWritten || (await resolveInside(written, folder, host)) === undefined) return [written];
    // A link, or another spelling.
  } else if (/^[\0-\x7f]*$/.test(name)) {
    // ASCII is the same in every normalization form.
    return [];
  }
  return findListed(folder, name, host);
}

/**
 * Paths of files and folders of a name, or of names that are canonically equivalent to it: macOS programs
 * may store й as и and a combining breve, and archives and disks preserve that.
 */
async function findListed(folder: string, name: string, host: Host): Promise<string[]> {
  const clean = posix.normalize(name);
  let found = [''];
  for (const step of clean.split('/')) {
    const inside = found.map(async (path) => {
      const names = await listInside(folder, path, host);
      return names
        .filter((other) => isSameText(other, step))
        .map((other) => posix.join(path, other));
    });
    found = (await Promise.all(inside)).flat().sort();
  }
  const chosen = found.includes(clean) ? [clean] : found;
  return chosen.map((path) => join(folder, ...path.split('/')));
}

function isSameText(one: string, other: string): boolean {
  return one.normalize('NFC') === other.normalize('NFC');
}

/** The file that was meant: of this name elsewhere in the folder, or of a name like it. */
async function guessPath(folder: string, name: string, host: Host): Promise<string | undefined> {
  const base = posix.basename(name);
  const files = await listFiles(folder, host);
  const isNamed = (path: string) =>
    isSameText(posix.basename(path).toLowerCase(), base.toLowerCase());
  const beside = files.filter((path) => posix.dirname(path) === posix.dirname(name));
  const near = (paths: readonly string[]) => {
    const names = paths.map((path) => posix.basename(path).normalize('NFC'));
    const found = findNearMiss(base.normalize('NFC'), names);
    return found === undefined ? undefined : paths[names.indexOf(found)];
  };
  return beside.find(isNamed) ?? files.find(isNamed) ?? near(beside) ?? near(files);
}

/** Paths of the files in the folder and in the folders in it, in the order of their names. */
async function listFiles(folder: string, host: Host): Promise<string[]> {
  const names = (await host.list(folder)).sort();
  const files = names.map(async (name) => {
    if (/\.ya?ml$/i.test(name)) return [];
    const path = join(folder, name);
    if ((await host.kindOf(path)) !== 'folder') return [name];
    const inside = (await listInside(folder, name, host)).sort();
    return inside.map((file) => posix.join(name, file));
  });
  return (await Promise.all(files)).flat();
}

function refuse(code: Problem['code'], message: string, hints: string[]): PhotoNotFound {
  return { rejection: { code, message, hints } };
}
