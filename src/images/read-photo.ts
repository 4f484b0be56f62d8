import { join } from 'node:path';
import type { BuildCache, Memo } from '../cache/build-cache.ts';
import type { Host } from '../host/host.ts';
import { findPhoto, isOutside, locatePhoto, type PhotoNotFound } from './find-photo.ts';
import type { PictureCache, PictureSizes } from './picture-cache.ts';
import type { MaxPixelSize, Preparation } from './prepare-picture.ts';

/** A picture that is ready for print. */
export interface ReadyPicture extends PictureSizes {
  /** Its JPEG: read now when only its sizes were needed so far. */
  read(): Promise<Buffer>;
}

/** A photo that was found and made ready, or why it was not. */
export type PhotoResult =
  | { readonly picture: ReadyPicture }
  | Extract<Preparation, { rejection: unknown }>
  | { readonly notFound: PhotoNotFound['rejection'] };

/** The room a photo is made ready for, with a name that no other room has. */
export interface TargetSize {
  readonly name: string;
  readonly pixels: MaxPixelSize;
}

/** Reads the photo that an issue in this folder names, and makes it ready for a room. */
export type PhotoReader = (folder: string, name: string, room: TargetSize) => Promise<PhotoResult>;

/** Makes a reader that reads no photo again whose file has not changed. */
export function createPhotoReader(
  cache: PictureCache,
  host: Host,
  buildCache: BuildCache,
): PhotoReader {
  const known: Memo<string, Promise<PhotoResult>> = buildCache.memo();
  const prepare = async (folder: string, name: string, room: TargetSize, mark?: string) => {
    const found = await findPhoto(folder, name, host);
    if ('rejection' in found) return { notFound: found.rejection };
    const made = await cache.prepare(found.bytes, room.pixels, room.name);
    if (!('picture' in made)) return made;
    if (mark !== undefined) await cache.note(mark, found.bytes, room.name);
    const { bytes, ...sizes } = made.picture;
    return { picture: { ...sizes, read: async () => bytes } };
  };
  const read = async (folder: string, name: string, room: TargetSize): Promise<PhotoResult> => {
    const place = await locatePhoto(folder, name, host);
    if ('rejection' in place) return { notFound: place.rejection };
    const { path } = place;
    const mark = JSON.stringify([path, await host.stampOf(path), room.name]);
    const kept = await cache.load(mark);
    if (!kept) return prepare(folder, name, room, mark);
    const readAgain = async () => {
      const again = await prepare(folder, name, room);
      if ('picture' in again) return again.picture.read();
      throw new Error(`The photo ${path} was there a moment ago and is not what it was`);
    };
    const readKept = async () =>
      (kept.untouched ? undefined : await kept.readBytes()) ?? (await readAgain());
    let bytes: Promise<Buffer> | undefined;
    const picture = {
      ...kept.sizes,
      read() {
        bytes ??= readKept();
        return bytes;
      },
    };
    return { picture };
  };
  return async (folder, name, room) => {
    // What is outside the folder is refused without a look.
    if (isOutside(name)) return read(folder, name, room);
    const stamp = await host.stampOf(join(folder, ...name.split('/')));
    if (stamp === undefined) return read(folder, name, room);
    const key = JSON.stringify([folder, name, stamp, room.name]);
    return known.get(key, () => read(folder, name, room));
  };
}
