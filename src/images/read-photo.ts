import { join } from 'node:path';
import type { BuildCache, Memo } from '../cache/build-cache.ts';
import type { Host } from '../host/host.ts';
import { findPhoto, isOutside, locatePhoto, type PhotoNotFound } from './find-photo.ts';
import type { PictureCache, PictureSizes } from './picture-cache.ts';
import type { MaxPixelSize, Preparation } from './prepare-picture.ts';

/** A prepared picture whose bytes may not have been read yet. */
export interface ReadyPicture extends PictureSizes {
  /** Returns its JPEG, reading it from the cache the first time. */
  read(): Promise<Buffer>;
}

/** A prepared photo, or why it cannot be used. */
export type PhotoResult =
  | { readonly picture: ReadyPicture }
  | Extract<Preparation, { rejection: unknown }>
  | { readonly notFound: PhotoNotFound['rejection'] };

/** The size for which a photo is prepared, with a unique name. */
export interface TargetSize {
  readonly name: string;
  readonly pixels: MaxPixelSize;
}

/** Reads a photo that an issue in this folder names, and prepares it for a size. */
export type PhotoReader = (
  folder: string,
  name: string,
  target: TargetSize,
) => Promise<PhotoResult>;

/** Returns a reader that reads a photo again only if its file has changed. */
export function createPhotoReader(
  cache: PictureCache,
  host: Host,
  buildCache: BuildCache,
): PhotoReader {
  const known: Memo<string, Promise<PhotoResult>> = buildCache.memo();
  const prepare = async (folder: string, name: string, target: TargetSize, fileKey?: string) => {
    const found = await findPhoto(folder, name, host);
    if ('rejection' in found) return { notFound: found.rejection };
    const result = await cache.prepare(found.bytes, target.pixels, target.name);
    if (!('picture' in result)) return result;
    if (fileKey !== undefined) await cache.recordContent(fileKey, found.bytes, target.name);
    const { bytes, ...sizes } = result.picture;
    return { picture: { ...sizes, read: async () => bytes } };
  };
  const read = async (folder: string, name: string, target: TargetSize): Promise<PhotoResult> => {
    const located = await locatePhoto(folder, name, host);
    if ('rejection' in located) return { notFound: located.rejection };
    const { path } = located;
    const fileKey = JSON.stringify([path, await host.stampOf(path), target.name]);
    const cached = await cache.load(fileKey);
    if (!cached) return prepare(folder, name, target, fileKey);
    const readAgain = async () => {
      const result = await prepare(folder, name, target);
      if ('picture' in result) return result.picture.read();
      throw new Error(`The photo ${path} was changed or removed during the build`);
    };
    const readCached = async () =>
      (cached.untouched ? undefined : await cached.readBytes()) ?? (await readAgain());
    let bytes: Promise<Buffer> | undefined;
    const picture = {
      ...cached.sizes,
      read() {
        bytes ??= readCached();
        return bytes;
      },
    };
    return { picture };
  };
  return async (folder, name, target) => {
    // A path outside the folder is rejected without touching the disk.
    if (isOutside(name)) return read(folder, name, target);
    const stamp = await host.stampOf(join(folder, ...name.split('/')));
    if (stamp === undefined) return read(folder, name, target);
    const key = JSON.stringify([folder, name, stamp, target.name]);
    return known.get(key, () => read(folder, name, target));
  };
}
