import { join } from 'node:path';
import type { Memory, Shelf } from '../memory/memory.ts';
import type { World } from '../world/world.ts';
import { type FoundPhoto, findPhoto, isOutside } from './find-photo.ts';
import type { PictureCache } from './picture-cache.ts';
import type { PixelRoom, Preparation } from './prepare-picture.ts';

/** A photo that was found and made ready, or why it was not. */
export type ReadPhoto = Preparation | { readonly notFound: NotFound };
type NotFound = Extract<FoundPhoto, { refusal: unknown }>['refusal'];

/** The room a photo is made ready for, with a name that no other room has. */
export interface NamedRoom {
  readonly name: string;
  readonly pixels: PixelRoom;
}

/** Reads the photo that an issue in this folder names, and makes it ready for a room. */
export type PhotoReader = (folder: string, name: string, room: NamedRoom) => Promise<ReadPhoto>;

/** Makes a reader that reads no photo again whose file has not changed. */
export function createPhotoReader(cache: PictureCache, world: World, memory: Memory): PhotoReader {
  const known: Shelf<string, Promise<ReadPhoto>> = memory.shelf();
  const read: PhotoReader = async (folder, name, room) => {
    const found = await findPhoto(folder, name, world);
    if ('refusal' in found) return { notFound: found.refusal };
    return cache.prepare(found.bytes, room.pixels, room.name);
  };
  return async (folder, name, room) => {
    // What is outside the folder is refused without a look.
    if (isOutside(name)) return read(folder, name, room);
    const stamp = await world.stampOf(join(folder, ...name.split('/')));
    if (stamp === undefined) return read(folder, name, room);
    const key = JSON.stringify([folder, name, stamp, room.name]);
    return known.get(key, () => read(folder, name, room));
  };
}
