import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { keepFile, sweepCache } from '../world/keep-file.ts';
import type { World } from '../world/world.ts';
import {
  type PixelRoom,
  type Preparation,
  type PreparedPicture,
  preparePicture,
} from './prepare-picture.ts';

/** Goes up when preparePicture makes something else of the same bytes. */
const VERSION = 1;

/** Prepared pictures kept by content, so that no photo is decoded twice. Safe to delete. */
export interface PictureCache {
  prepare(bytes: Buffer, roomFor: PixelRoom, roomName: string): Promise<Preparation>;
}

type Sizes = Omit<PreparedPicture, 'bytes'>;

/** A cache in a folder; one that cannot be read or written is as good as an empty one. */
export function createPictureCache(folder: string, world: World): PictureCache {
  const find = async (key: string, original: Buffer): Promise<PreparedPicture | undefined> => {
    try {
      const { untouched, ...sizes } = JSON.parse(
        (await world.readFile(join(folder, `${key}.json`))).toString(),
      ) as Sizes & { untouched: boolean };
      const bytes = untouched ? original : await world.readFile(join(folder, `${key}.jpg`));
      return { ...sizes, bytes };
    } catch {
      return undefined;
    }
  };
  let swept: Promise<void> | undefined;
  const keep = async (key: string, { bytes, ...sizes }: PreparedPicture, untouched: boolean) => {
    try {
      await world.makeFolder(folder);
      swept ??= sweepCache(folder, world);
      await swept;
      // The picture first: sizes without their picture would be believed.
      if (!untouched) await keepFile(join(folder, `${key}.jpg`), bytes, world);
      await keepFile(
        join(folder, `${key}.json`),
        Buffer.from(JSON.stringify({ ...sizes, untouched })),
        world,
      );
    } catch {}
  };
  const prepareOnce = async (
    key: string,
    bytes: Buffer,
    roomFor: PixelRoom,
  ): Promise<Preparation> => {
    const kept = await find(key, bytes);
    if (kept) return { picture: kept };
    const made = await preparePicture(bytes, roomFor);
    if ('picture' in made) await keep(key, made.picture, made.picture.bytes === bytes);
    return made;
  };
  // The same photo in two articles is prepared once, and its files have one writer.
  const underWay = new Map<string, Promise<Preparation>>();
  return {
    prepare(bytes, roomFor, roomName) {
      const key = createHash('sha256')
        .update(`${VERSION} ${roomName} `)
        .update(bytes)
        .digest('hex');
      const preparation = underWay.get(key) ?? prepareOnce(key, bytes, roomFor);
      underWay.set(key, preparation);
      return preparation.finally(() => underWay.delete(key));
    },
  };
}
