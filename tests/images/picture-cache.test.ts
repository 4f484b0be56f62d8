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
/** How often a picture was decoded; its maximum size is requested only then. */
let decoded: number;
beforeEach(async () => {
  photo = await makePhoto(300, 200);
  host = createMemoryHost();
  decoded = 0;
});

async function prepare(
  cache: PictureCache,
  bytes = photo,
  maxSizeFor = SMALL,
  sizeName = 'small',
): Promise<PreparedPicture> {
  const counting: MaxPixelSize = (size) => {
    decoded++;
    return maxSizeFor(size);
  };
  const result = await cache.prepare(bytes, counting, sizeName);
  if ('rejection' in result) throw new Error(result.reason);
  return result.picture;
}

function cacheIn(changes: Partial<Host> = {}): PictureCache {
  return createPictureCache(FOLDER, { ...host, ...changes });
}

const fails = (code: string) => async () => {
  throw Object.assign(new Error(code), { code });
};

test('a second build gets the same picture without decoding the photo', async () => {
  const first = await prepare(cacheIn());
  const second = await prepare(cacheIn());
  expect(decoded).toBe(1);
  expect(second).toEqual(first);
});

test('does not store the bytes of a JPEG that is used unchanged', async () => {
  const first = await prepare(cacheIn(), photo, AMPLE, 'ample');
  const second = await prepare(cacheIn(), photo, AMPLE, 'ample');
  expect(decoded).toBe(1);
  expect(first.bytes).toBe(photo);
  expect(second).toEqual(first);
  expect(namesIn(host, FOLDER)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json$/)]);
});

test('decodes another photo and another size separately', async () => {
  const cache = cacheIn();
  await prepare(cache);
  await prepare(cache, await makePhoto(300, 201));
  await prepare(cache, photo, AMPLE, 'ample');
  expect(decoded).toBe(3);
});

test('decodes a photo once for two concurrent requests', async () => {
  const cache = cacheIn();
  const [one, two] = await Promise.all([prepare(cache), prepare(cache)]);
  expect(decoded).toBe(1);
  expect(two).toEqual(one);
});

test('leaves no temporary files in the folder', async () => {
  await prepare(cacheIn());
  expect(namesIn(host, FOLDER).sort()).toEqual([
    expect.stringMatching(/^[0-9a-f]{64}\.jpg$/),
    expect.stringMatching(/^[0-9a-f]{64}\.json$/),
  ]);
});

test('does not cache a broken photo', async () => {
  const broken = photo.subarray(0, 600);
  for (let attempt = 0; attempt < 2; attempt++) {
    expect(await cacheIn().prepare(broken, SMALL, 'small')).toMatchObject({
      rejection: 'photo-broken',
    });
  }
  expect(host.files.size).toBe(0);
});

describe('a damaged entry is ignored', () => {
  test.each([
    ['if its sizes are cut off', '.json', '{"width": 9'],
    ['if its sizes are invalid', '.json', 'null'],
  ])('%s', async (_, ending, text) => {
    const first = await prepare(cacheIn());
    const name = namesIn(host, FOLDER).find((known) => known.endsWith(ending));
    host.files.set(`${FOLDER}/${name}`, Buffer.from(text));
    expect(await prepare(cacheIn())).toEqual(first);
    expect(decoded).toBe(2);
  });

  test('if its picture is missing', async () => {
    const first = await prepare(cacheIn());
    const name = namesIn(host, FOLDER).find((known) => known.endsWith('.jpg'));
    host.files.delete(`${FOLDER}/${name}`);
    expect(await prepare(cacheIn())).toEqual(first);
    expect(decoded).toBe(2);
  });
});

describe('a cache that cannot be written does not fail the build', () => {
  test.each<[string, Partial<Host>]>([
    ['if the folder cannot be created', { makeFolder: fails('EACCES') }],
    ['if no file can be written', { writeFile: fails('EROFS') }],
    ['if no file can be renamed', { rename: fails('EPERM') }],
  ])('%s', async (_, changes) => {
    expect(await prepare(cacheIn(changes))).toMatchObject({ width: 90, height: 60 });
    expect(namesIn(host, FOLDER)).toEqual([]);
  });

  test('if the disk becomes full while writing', async () => {
    const writeFile: Host['writeFile'] = async (path, bytes) => {
      host.files.set(path, Buffer.from(bytes.subarray(0, 10)));
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    expect(await prepare(cacheIn({ writeFile }))).toMatchObject({ width: 90, height: 60 });
    expect(namesIn(host, FOLDER)).toEqual([]);
  });

  test('if the unfinished file cannot be removed either', async () => {
    const changes = { writeFile: fails('EIO'), remove: fails('EIO') };
    expect(await prepare(cacheIn(changes))).toMatchObject({ width: 90, height: 60 });
  });
});

test('decodes a photo again if the cache cannot be read', async () => {
  await prepare(cacheIn());
  await prepare(cacheIn({ readFile: fails('EACCES') }));
  expect(decoded).toBe(2);
});

describe('a cache above the size limit', () => {
  /** Enough for one picture: two files of one block each. */
  const MAX_BYTES = 2 * 4096;
  const limitedCache = (changes: Partial<Host> = {}) =>
    createPictureCache(FOLDER, { ...host, ...changes }, MAX_BYTES);
  const namesOf = () => new Set(namesIn(host, FOLDER).map((name) => name.split('.')[0]));

  test('drops the least recently used pictures', async () => {
    await prepare(cacheIn());
    const [old] = namesOf();
    const cache = limitedCache();
    await prepare(cache, await makePhoto(300, 201));
    expect(namesOf().size).toBe(2);
    await cache.trim();
    expect(namesOf().size).toBe(1);
    expect(namesOf()).not.toContain(old);
  });

  test('keeps the pictures that this run used', async () => {
    await prepare(cacheIn());
    const cache = limitedCache();
    await prepare(cache);
    await prepare(cache, await makePhoto(300, 201));
    await cache.trim();
    expect(namesOf().size).toBe(2);
  });

  test('keeps the recorded content of files', async () => {
    const cache = limitedCache();
    await prepare(cache);
    await cache.recordContent('file', photo, 'small');
    await cache.trim();
    expect(await cache.load('file')).toMatchObject({ untouched: false });
  });

  test('is listed only if something was added', async () => {
    let listings = 0;
    const list: Host['list'] = (folder) => {
      listings++;
      return host.list(folder);
    };
    await prepare(cacheIn());
    const cache = limitedCache({ list });
    await prepare(cache);
    await cache.trim();
    expect(listings).toBe(0);
  });

  test('still works if no file can be removed', async () => {
    await prepare(cacheIn());
    const cache = limitedCache({ remove: fails('EACCES') });
    await prepare(cache, await makePhoto(300, 201));
    await cache.trim();
    expect(await prepare(cache)).toMatchObject({ width: 90 });
  });

  test('prepares a picture again if its files were removed', async () => {
    const cache = cacheIn();
    await prepare(cache);
    await cache.recordContent('file', photo, 'small');
    const cached = await cache.load('file');
    for (const path of [...host.files.keys()]) host.files.delete(path);
    expect(await cached?.readBytes()).toBeUndefined();
    expect(await prepare(cache)).toMatchObject({ width: 90 });
  });
});
