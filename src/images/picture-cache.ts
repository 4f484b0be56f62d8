import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { trimCache } from '../cache/cache-files.ts';
import { readSealedFile, writeSealedFile } from '../cache/sealed-files.ts';
import type { Host } from '../host/host.ts';
import { LIMITS } from '../limits.ts';
import {
  type MaxPixelSize,
  type Preparation,
  type PreparedPicture,
  preparePicture,
} from './prepare-picture.ts';

/** Goes up when preparePicture makes something else of the same bytes. */
const VERSION = 3;

/** Prepared pictures kept by content, so that no photo is decoded twice. Safe to delete. */
export interface PictureCache {
  prepare(bytes: Buffer, maxSizeFor: MaxPixelSize, sizeName: string): Promise<Preparation>;
  /** Notes that a photo's file, of which `mark` tells, holds these bytes. */
  note(mark: string, bytes: Buffer, sizeName: string): Promise<void>;
  /** The picture of a file that was noted; its bytes are read when they are asked for. */
  load(mark: string): Promise<CachedPicture | undefined>;
  /**
   * Removes the pictures that have been of no use for longest where there are too many; those that
   * this cache was asked for stay. Looks only when there may be too many.
   */
  trim(): Promise<void>;
}

/** Sizes of a picture in pixels. */
export type PictureSizes = Omit<PreparedPicture, 'bytes'>;

const pixels = z.int().positive();
/** What is kept of a picture beside its bytes. */
const keptSizes = z.object({
  width: pixels,
  height: pixels,
  originalWidth: pixels,
  originalHeight: pixels,
  untouched: z.boolean(),
});

/** A picture of the cache. */
export interface CachedPicture {
  readonly sizes: PictureSizes;
  /** The photo goes into the PDF as it is, so the cache has no bytes of it. */
  readonly untouched: boolean;
  /** Its JPEG; undefined when it is no longer there. */
  readBytes(): Promise<Buffer | undefined>;
}

/** A cache in a folder; one that cannot be read or written is as good as an empty one. */
export function createPictureCache(
  folder: string,
  host: Host,
  maxBytes: number = LIMITS.pictureCacheBytes,
): PictureCache {
  const place = (name: string) => join(folder, name);
  const read = (name: string) => readSealedFile(place(name), host);
  const asked = new Set<string>();
  // Kept since the folder was looked through; at the first picture nobody knows what is there.
  let added = 0;
  let room = 0;
  const keepBytes = async (name: string, bytes: Uint8Array) => {
    await writeSealedFile(place(name), bytes, host);
    added += bytes.length;
  };
  const find = async (key: string): Promise<CachedPicture | undefined> => {
    asked.add(key);
    const text = await read(`${key}.json`);
    const { data } = keptSizes.safeParse(text && JSON.parse(text.toString()));
    if (!data) return undefined;
    const { untouched, ...sizes } = data;
    return { sizes, untouched, readBytes: () => read(`${key}.jpg`) };
  };
  const keep = async (key: string, { bytes, ...sizes }: PreparedPicture, untouched: boolean) => {
    try {
      await host.makeFolder(folder);
      // The picture first: sizes without their picture would be believed.
      if (!untouched) await keepBytes(`${key}.jpg`, bytes);
      const text = JSON.stringify({ ...sizes, untouched });
      await keepBytes(`${key}.json`, Buffer.from(text));
    } catch {}
  };
  const prepareOnce = async (
    key: string,
    original: Buffer,
    maxSizeFor: MaxPixelSize,
  ): Promise<Preparation> => {
    const kept = await find(key);
    const bytes = kept?.untouched ? original : await kept?.readBytes();
    if (kept && bytes) return { picture: { ...kept.sizes, bytes } };
    const made = await preparePicture(original, maxSizeFor);
    if ('picture' in made) await keep(key, made.picture, made.picture.bytes === original);
    return made;
  };
  // The same photo in two articles is prepared once, and its files have one writer.
  const underWay = new Map<string, Promise<Preparation>>();
  return {
    prepare(bytes, maxSizeFor, sizeName) {
      const key = keyOf(bytes, sizeName);
      const preparation = underWay.get(key) ?? prepareOnce(key, bytes, maxSizeFor);
      underWay.set(key, preparation);
      return preparation.finally(() => underWay.delete(key));
    },
    async note(mark, bytes, sizeName) {
      const note = Buffer.from(keyOf(bytes, sizeName));
      asked.add(nameOf(mark));
      await keepBytes(`${nameOf(mark)}.seen`, note).catch(() => {});
    },
    async load(mark) {
      asked.add(nameOf(mark));
      const key = await read(`${nameOf(mark)}.seen`);
      return key && find(key.toString());
    },
    async trim() {
      if (added <= room) return;
      added = 0;
      const isInUse = (name: string) => asked.has(name);
      try {
        const rest = await trimCache(folder, { maxBytes, isInUse }, host);
        // Where all that is there is needed, a look for each picture would find nothing.
        room = Math.max(maxBytes - rest, maxBytes / 16);
      } catch {}
    },
  };
}

function keyOf(bytes: Buffer, sizeName: string): string {
  return createHash('sha256').update(`${VERSION} ${sizeName} `).update(bytes).digest('hex');
}

/** The name of the file that says what was seen under a mark. */
function nameOf(mark: string): string {
  return createHash('sha256').update(`${VERSION} ${mark}`).digest('hex');
}
