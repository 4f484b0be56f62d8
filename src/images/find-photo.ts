import { isAbsolute, join, posix } from 'node:path';
import type { Problem } from '../diagnostics/problem.ts';
import { findNearMiss } from '../diagnostics/suggestions.ts';
import type { Host } from '../host/host.ts';
import { explainUnportable } from '../host/portable-name.ts';
import { resolveInside } from '../host/resolve-inside.ts';
import { LIMITS } from '../limits.ts';

/** The beginning of a web address or a data URL. */
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/|\/\/|data:|www\.[^/]+\/)/i;

/** Why a photo cannot be read. */
export interface PhotoNotFound {
  readonly rejection: Pick<Problem, 'code' | 'message' | 'hints'> & {
    /** The path that was probably meant, and whether nothing else can be meant. */
    readonly replacement?: { readonly value: string; readonly isSure: boolean };
  };
}

/** A photo's bytes, or why it cannot be read. */
export type FoundPhoto = { readonly bytes: Buffer } | PhotoNotFound;

/** Reads a photo that an issue names. Opens nothing outside the folder. */
export async function findPhoto(folder: string, name: string, host: Host): Promise<FoundPhoto> {
  const place = await locatePhoto(folder, name, host);
  return 'rejection' in place ? place : readPhoto(place.path, name, host);
}

/** Returns the path of a photo that an issue names, with symbolic links resolved, in the folder. */
export async function locatePhoto(
  folder: string,
  name: string,
  host: Host,
): Promise<{ readonly path: string } | PhotoNotFound> {
  if (ADDRESS.test(name.trim())) {
    return reject('photo-outside', `the photo \`${name}\` is an address, not a file`, [
      'Save the picture in the issue’s folder photos and write its path: photos/hall.jpg.',
    ]);
  }
  if (isOutside(name)) {
    return reject('photo-outside', `the photo \`${name}\` is not inside the issue’s folder`, [
      'Put the picture into the issue’s folder and write its path from there: photos/hall.jpg.',
    ]);
  }
  const unportable = rejectUnportable(name);
  if (unportable) return unportable;
  const [path, ...others] = await findPaths(folder, name, host);
  if (others.length > 0) {
    return reject('photo-missing', `several files have a name that looks like \`${name}\``, [
      'Keep one of them, or rename the others.',
    ]);
  }
  const kind = path === undefined ? undefined : await host.kindOf(path);
  if (path === undefined || kind === undefined) return rejectMissing(folder, name, host);
  if (kind !== 'file') {
    return reject(
      'photo-format',
      `\`${name}\` is ${kind === 'folder' ? 'a folder' : 'a device'}, not a picture`,
      [],
    );
  }
  const real = await resolveInside(path, folder, host);
  if (real === undefined) {
    return reject(
      'photo-outside',
      `\`${name}\` is a symbolic link to a file outside the issue’s folder`,
      ['Copy the picture itself into the issue’s folder.'],
    );
  }
  return { path: real };
}

async function readPhoto(path: string, name: string, host: Host): Promise<FoundPhoto> {
  const maxBytes = LIMITS.photoBytes;
  try {
    // Reading up to the limit takes much memory, so the size is checked first.
    const isTooLarge = ((await host.usageOf(path))?.bytes ?? 0) > maxBytes;
    const bytes = isTooLarge ? undefined : await host.readFile(path, maxBytes + 1);
    if (bytes && bytes.length <= maxBytes) return { bytes };
    const message = `the photo \`${name}\` is larger than ${maxBytes / 2 ** 20} MB`;
    return reject('photo-broken', message, []);
  } catch (error) {
    return reject(
      'photo-broken',
      `the photo \`${name}\` cannot be read: ${(error as Error).message}`,
      [],
    );
  }
}

/** Whether a path is absolute or climbs out of its folder, by the rules of any operating system. */
export function isOutside(name: string): boolean {
  const clean = posix.normalize(name.replaceAll('\\', '/'));
  return isAbsolute(clean) || /^[a-z]:/i.test(clean) || clean === '..' || clean.startsWith('../');
}

/** Rejects a name that is invalid on Windows, because the project could not be copied to a PC. */
function rejectUnportable(name: string): PhotoNotFound | undefined {
  const steps = posix.normalize(name.replaceAll('\\', '/')).split('/');
  for (const step of steps.filter((other) => !/^\.{0,2}$/.test(other))) {
    const reason = explainUnportable(step);
    if (reason === undefined) continue;
    return reject('photo-name', `\`${step}\` is not a valid file name on Windows: ${reason}`, [
      'Rename it and write its new name here.',
    ]);
  }
  return undefined;
}

async function rejectMissing(folder: string, name: string, host: Host): Promise<PhotoNotFound> {
  const slashed = name.replaceAll('\\', '/');
  const hints = slashed === name ? [] : ['Write the path with /, not with \\.'];
  const parent = posix.dirname(slashed);
  const siblings = await listInside(folder, parent, host);
  const guess = await guessPath(folder, posix.normalize(slashed), host);
  const question = guess === undefined ? '' : `: did you mean \`${guess}\`?`;
  if (siblings.length === 0)
    hints.push(`The issue’s folder \`${parent}\` is empty or does not exist.`);
  const { rejection } = reject(
    'photo-missing',
    `the photo \`${name}\` was not found${question}`,
    hints,
  );
  if (guess === undefined) return { rejection };
  const key = (path: string) => posix.normalize(path).normalize('NFC').toLowerCase();
  const alike = (await listFiles(folder, host)).filter((path) => key(path) === key(slashed));
  const isSure = alike.length === 1 && alike[0] === guess;
  return { rejection: { ...rejection, replacement: { value: guess, isSure } } };
}

/** Lists a folder inside the folder; empty for a symbolic link to a folder outside. */
async function listInside(folder: string, name: string, host: Host): Promise<string[]> {
  const path = join(folder, name);
  if ((await host.kindOf(path)) !== 'folder') return [];
  const [real, home] = await Promise.all([host.realPath(path), host.realPath(folder)]);
  const isInside = real === home || (await resolveInside(path, folder, host)) !== undefined;
  return isInside ? host.list(path) : [];
}

/**
 * Returns the paths that match a name; a symbolic link may lead out of the folder. The name must
 * match the folder listing: Windows and macOS ignore case, but on Linux the file would be missing.
 */
async function findPaths(folder: string, name: string, host: Host): Promise<string[]> {
  const written = join(folder, ...name.split('/'));
  if (name.includes('\\')) return [];
  if (await host.kindOf(written)) {
    const [real, home] = await Promise.all([host.realPath(written), host.realPath(folder)]);
    const isAsWritten = join(home, ...name.split('/')) === real;
    if (isAsWritten || (await resolveInside(written, folder, host)) === undefined) return [written];
    // A symbolic link or another spelling.
  } else if (/^[\0-\x7f]*$/.test(name)) {
    // ASCII is the same in every normalization form.
    return [];
  }
  return findListed(folder, name, host);
}

/**
 * Returns the paths of files and folders whose names are canonically equivalent to a name: macOS programs
 * may store й as и and a combining breve, and archives and disks preserve that.
 */
async function findListed(folder: string, name: string, host: Host): Promise<string[]> {
  const clean = posix.normalize(name);
  let found = [''];
  for (const step of clean.split('/')) {
    const inside = found.map(async (path) => {
      const names = await listInside(folder, path, host);
      return names
        .filter((other) => isEquivalent(other, step))
        .map((other) => posix.join(path, other));
    });
    found = (await Promise.all(inside)).flat().sort();
  }
  const chosen = found.includes(clean) ? [clean] : found;
  return chosen.map((path) => join(folder, ...path.split('/')));
}

function isEquivalent(one: string, other: string): boolean {
  return one.normalize('NFC') === other.normalize('NFC');
}

/** Guesses the intended file: one with this name elsewhere in the folder, or a similar name. */
async function guessPath(folder: string, name: string, host: Host): Promise<string | undefined> {
  const base = posix.basename(name);
  const files = await listFiles(folder, host);
  const isNamed = (path: string) =>
    isEquivalent(posix.basename(path).toLowerCase(), base.toLowerCase());
  const beside = files.filter((path) => posix.dirname(path) === posix.dirname(name));
  const near = (paths: readonly string[]) => {
    const names = paths.map((path) => posix.basename(path).normalize('NFC'));
    const found = findNearMiss(base.normalize('NFC'), names);
    return found === undefined ? undefined : paths[names.indexOf(found)];
  };
  return beside.find(isNamed) ?? files.find(isNamed) ?? near(beside) ?? near(files);
}

/** Lists the pictures in an issue's folder and its direct subfolders, sorted by name. */
export async function listPictures(folder: string, host: Host): Promise<string[]> {
  return (await listFiles(folder, host)).filter((name) => PICTURE_NAME.test(name));
}

/** Extensions of the formats that can be printed. Files whose names begin with a full stop are hidden. */
const PICTURE_NAME = /(?:^|\/)[^./][^/]*\.(?:jpe?g|png|webp|avif|tiff?)$/i;

/** Lists the files in the folder and its direct subfolders, sorted by name. */
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

function reject(code: Problem['code'], message: string, hints: string[]): PhotoNotFound {
  return { rejection: { code, message, hints } };
}
