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

/** Must be increased when `preparePicture` returns another result for the same bytes. */
const VERSION = 5;

/** Cache of prepared pictures by content, so that no photo is decoded twice. Can be deleted at any time. */
export interface PictureCache {
  /** Returns the prepared picture from the cache, or prepares it now. */
  prepare(bytes: Buffer, maxSizeFor: MaxPixelSize, sizeName: string): Promise<Preparation>;
  /** Records the content of a file; `fileKey` identifies its path, stamp and target size. */
  recordContent(fileKey: string, bytes: Buffer, sizeName: string): Promise<void>;
  /** Returns the picture of a recorded file; undefined if there is none. */
  load(fileKey: string): Promise<CachedPicture | undefined>;
  /**
   * Removes the least recently used pictures above the size limit, except those used by this process.
   * Lists the folder only if the limit may be exceeded.
   */
  trim(): Promise<void>;
}

/** Prepared and original size of a picture in pixels. */
export type PictureSizes = Omit<PreparedPicture, 'bytes'>;

const pixels = z.int().positive();
/** Schema of the JSON file of a picture. */
const sizesSchema = z.object({
  width: pixels,
  height: pixels,
  originalWidth: pixels,
  originalHeight: pixels,
  thumbprint: z.string().optional(),
  orientation: z.int().min(2).max(8).optional(),
  untouched: z.boolean(),
});

/** A cached picture. */
export interface CachedPicture {
  readonly sizes: PictureSizes;
  /** Whether the original goes into the PDF unchanged, so the cache does not hold its bytes. */
  readonly untouched: boolean;
  /** Reads its JPEG; undefined if it is no longer in the cache. */
  readBytes(): Promise<Buffer | undefined>;
}

/** Opens a cache folder. Errors in reading or writing it are ignored. */
export function createPictureCache(
  folder: string,
  host: Host,
  maxBytes: number = LIMITS.pictureCacheBytes,
): PictureCache {
  const pathOf = (name: string) => join(folder, name);
  const read = (name: string) => readSealedFile(pathOf(name), host);
  const used = new Set<string>();
  // Bytes added since the folder was listed, and bytes that were free then: 0 before the first time.
  let addedBytes = 0;
  let freeBytes = 0;
  const writeBytes = async (name: string, bytes: Uint8Array) => {
    await writeSealedFile(pathOf(name), bytes, host);
    addedBytes += bytes.length;
  };
  const find = async (key: string): Promise<CachedPicture | undefined> => {
    used.add(key);
    const text = await read(`${key}.json`);
    const { data } = sizesSchema.safeParse(text && JSON.parse(text.toString()));
    if (!data) return undefined;
    const { untouched, ...sizes } = data;
    return { sizes, untouched, readBytes: () => read(`${key}.jpg`) };
  };
  const write = async (key: string, { bytes, ...sizes }: PreparedPicture, untouched: boolean) => {
    try {
      await host.makeFolder(folder);
      // The picture is written first, because its JSON file marks it as present.
      if (!untouched) await writeBytes(`${key}.jpg`, bytes);
      const text = JSON.stringify({ ...sizes, untouched });
      await writeBytes(`${key}.json`, Buffer.from(text));
    } catch {}
  };
  const prepareOnce = async (
    key: string,
    original: Buffer,
    maxSizeFor: MaxPixelSize,
  ): Promise<Preparation> => {
    const cached = await find(key);
    const bytes = cached?.untouched ? original : await cached?.readBytes();
    if (cached && bytes) return { picture: { ...cached.sizes, bytes } };
    const result = await preparePicture(original, maxSizeFor);
    if ('picture' in result) await write(key, result.picture, result.picture.bytes === original);
    return result;
  };
  // A photo used in two articles is prepared once, and its files are written once.
  const pending = new Map<string, Promise<Preparation>>();
  return {
    prepare(bytes, maxSizeFor, sizeName) {
      const key = keyOf(bytes, sizeName);
      const preparation = pending.get(key) ?? prepareOnce(key, bytes, maxSizeFor);
      pending.set(key, preparation);
      return preparation.finally(() => pending.delete(key));
    },
    async recordContent(fileKey, bytes, sizeName) {
      const content = Buffer.from(keyOf(bytes, sizeName));
      used.add(recordNameOf(fileKey));
      await writeBytes(`${recordNameOf(fileKey)}.seen`, content).catch(() => {});
    },
    async load(fileKey) {
      used.add(recordNameOf(fileKey));
      const key = await read(`${recordNameOf(fileKey)}.seen`);
      return key && find(key.toString());
    },
    async trim() {
      if (addedBytes <= freeBytes) return;
      addedBytes = 0;
      const isInUse = (name: string) => used.has(name);
      try {
        const rest = await trimCache(folder, { maxBytes, isInUse }, host);
        // If everything is in use, listing the folder for each new picture would be useless.
        freeBytes = Math.max(maxBytes - rest, maxBytes / 16);
      } catch {}
    },
  };
}

function keyOf(bytes: Buffer, sizeName: string): string {
  return createHash('sha256').update(`${VERSION} ${sizeName} `).update(bytes).digest('hex');
}

/** Returns the file name under which the content of a file is recorded. */
function recordNameOf(fileKey: string): string {
  return createHash('sha256').update(`${VERSION} ${fileKey}`).digest('hex');
}
