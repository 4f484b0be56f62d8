import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Host } from '../../src/host/host.ts';
import { createPictureCache, type PictureCache } from '../../src/images/picture-cache.ts';
import type { MaxPixelSize, PreparedPicture } from '../../src/images/prepare-picture.ts';
import { createMemoryHost, type MemoryHost, namesIn } from '../helpers/memory-host.ts';
import { makePhoto } from '../helpers/render-issue.ts';

const FOLDER = '/cache';
const SMALL: MaxPixelSize = () => ({ width: 90, height: 60 });
const AMPLE: MaxPixelSize = () => ({ width: 900, height: 600 });

let photo: Buffer;
let host: MemoryHost;
/** How often a picture was decoded: it is asked for room only then. */
let decoded: number;
beforeEach(async () => {
  photo = await makePhoto(300, 200);
  host = createMemoryHost();
  decoded = 0;
});

async function prepare(
  cache: PictureCache,
  bytes = photo,
  room = SMALL,
  sizeName = 'small',
): Promise<PreparedPicture> {
  const counting: MaxPixelSize = (size) => {
    decoded++;
    return room(size);
  };
  const made = await cache.prepare(bytes, counting, sizeName);
  if ('rejection' in made) throw new Error(made.reason);
  return made.picture;
}

function cacheIn(changes: Partial<Host> = {}): PictureCache {
  return createPictureCache(FOLDER, { ...host, ...changes });
}

const fails = (code: string) => async () => {
  throw Object.assign(new Error(code), { code });
};

test('a second build does not decode a photo again, and gets the same picture', async () => {
  const first = await prepare(cacheIn());
  const second = await prepare(cacheIn());
  expect(decoded).toBe(1);
  expect(second).toEqual(first);
});

test('a JPEG that goes in untouched is not kept a second time', async () => {
  const first = await prepare(cacheIn(), photo, AMPLE, 'ample');
  const second = await prepare(cacheIn(), photo, AMPLE, 'ample');
  expect(decoded).toBe(1);
  expect(first.bytes).toBe(photo);
  expect(second).toEqual(first);
  expect(namesIn(host, FOLDER)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json$/)]);
});

test('another photo and another room are decoded for themselves', async () => {
  const cache = cacheIn();
  await prepare(cache);
  await prepare(cache, await makePhoto(300, 201));
  await prepare(cache, photo, AMPLE, 'ample');
  expect(decoded).toBe(3);
});

test('a photo that is wanted twice at once is decoded once', async () => {
  const cache = cacheIn();
  const [one, two] = await Promise.all([prepare(cache), prepare(cache)]);
  expect(decoded).toBe(1);
  expect(two).toEqual(one);
});

test('nothing but whole files is left in the folder', async () => {
  await prepare(cacheIn());
  expect(namesIn(host, FOLDER).sort()).toEqual([
    expect.stringMatching(/^[0-9a-f]{64}\.jpg$/),
    expect.stringMatching(/^[0-9a-f]{64}\.json$/),
  ]);
});

test('a broken photo is not kept, and is refused each time', async () => {
  const broken = photo.subarray(0, 600);
  for (let time = 0; time < 2; time++) {
    expect(await cacheIn().prepare(broken, SMALL, 'small')).toMatchObject({
      rejection: 'photo-broken',
    });
  }
  expect(host.files.size).toBe(0);
});

describe('a cache that is damaged is as good as an empty one', () => {
  test.each([
    ['its sizes are cut off', '.json', '{"width": 9'],
    ['its sizes are no sizes', '.json', 'null'],
  ])('%s', async (_, ending, text) => {
    const first = await prepare(cacheIn());
    const name = namesIn(host, FOLDER).find((known) => known.endsWith(ending));
    host.files.set(`${FOLDER}/${name}`, Buffer.from(text));
    expect(await prepare(cacheIn())).toEqual(first);
    expect(decoded).toBe(2);
  });

  test('its picture is gone', async () => {
    const first = await prepare(cacheIn());
    const name = namesIn(host, FOLDER).find((known) => known.endsWith('.jpg'));
    host.files.delete(`${FOLDER}/${name}`);
    expect(await prepare(cacheIn())).toEqual(first);
    expect(decoded).toBe(2);
  });
});

describe('a cache that cannot be written harms nothing', () => {
  test.each<[string, Partial<Host>]>([
    ['no folder can be made', { makeFolder: fails('EACCES') }],
    ['no file can be written', { writeFile: fails('EROFS') }],
    ['no file can take its name', { rename: fails('EPERM') }],
  ])('%s', async (_, changes) => {
    expect(await prepare(cacheIn(changes))).toMatchObject({ width: 90, height: 60 });
    expect(namesIn(host, FOLDER)).toEqual([]);
  });

  test('the disk is full in the middle of a picture', async () => {
    const writeFile: Host['writeFile'] = async (path, bytes) => {
      host.files.set(path, Buffer.from(bytes.subarray(0, 10)));
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    expect(await prepare(cacheIn({ writeFile }))).toMatchObject({ width: 90, height: 60 });
    expect(namesIn(host, FOLDER)).toEqual([]);
  });

  test('not even what it left can be removed', async () => {
    const changes = { writeFile: fails('EIO'), remove: fails('EIO') };
    expect(await prepare(cacheIn(changes))).toMatchObject({ width: 90, height: 60 });
  });
});

test('one that cannot be read is decoded anew', async () => {
  await prepare(cacheIn());
  await prepare(cacheIn({ readFile: fails('EACCES') }));
  expect(decoded).toBe(2);
});

describe('a cache with too many pictures', () => {
  /** There is room for one picture: two files, each of one block. */
  const MOST = 2 * 4096;
  const boundedIn = (changes: Partial<Host> = {}) =>
    createPictureCache(FOLDER, { ...host, ...changes }, MOST);
  const namesOf = () => new Set(namesIn(host, FOLDER).map((name) => name.split('.')[0]));

  test('loses those that have been of no use for longest', async () => {
    await prepare(cacheIn());
    const [old] = namesOf();
    const cache = boundedIn();
    await prepare(cache, await makePhoto(300, 201));
    expect(namesOf().size).toBe(2);
    await cache.trim();
    expect(namesOf().size).toBe(1);
    expect(namesOf()).not.toContain(old);
  });

  test('loses none that this run was asked for', async () => {
    await prepare(cacheIn());
    const cache = boundedIn();
    await prepare(cache);
    await prepare(cache, await makePhoto(300, 201));
    await cache.trim();
    expect(namesOf().size).toBe(2);
  });

  test('loses none that was noted of a file', async () => {
    const cache = boundedIn();
    await prepare(cache);
    await cache.note('mark', photo, 'small');
    await cache.trim();
    expect(await cache.load('mark')).toMatchObject({ untouched: false });
  });

  test('is looked through only when something was added', async () => {
    let looks = 0;
    const list: Host['list'] = (folder) => {
      looks++;
      return host.list(folder);
    };
    await prepare(cacheIn());
    const cache = boundedIn({ list });
    await prepare(cache);
    await cache.trim();
    expect(looks).toBe(0);
  });

  test('harms nothing where it cannot be made smaller', async () => {
    await prepare(cacheIn());
    const cache = boundedIn({ remove: fails('EACCES') });
    await prepare(cache, await makePhoto(300, 201));
    await cache.trim();
    expect(await prepare(cache)).toMatchObject({ width: 90 });
  });

  test('is one in which a picture that went meanwhile is made anew', async () => {
    const cache = cacheIn();
    await prepare(cache);
    await cache.note('mark', photo, 'small');
    const kept = await cache.load('mark');
    for (const path of [...host.files.keys()]) host.files.delete(path);
    expect(await kept?.readBytes()).toBeUndefined();
    expect(await prepare(cache)).toMatchObject({ width: 90 });
  });
});
