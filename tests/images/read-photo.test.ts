import { beforeEach, expect, test } from '@jest/globals';
import { type BuildCache, createBuildCache } from '../../src/cache/build-cache.ts';
import { observeHost } from '../../src/host/observe-host.ts';
import { createPictureCache } from '../../src/images/picture-cache.ts';
import { createPhotoReader, type PhotoReader } from '../../src/images/read-photo.ts';
import { createMemoryHost, type MemoryHost } from '../helpers/memory-host.ts';
import { makePhoto } from '../helpers/render-issue.ts';

const FOLDER = '/desk/2024-19';
const PATH = `${FOLDER}/hall.jpg`;
const ROOM = { name: 'small', pixels: () => ({ width: 90, height: 60 }) };

let host: MemoryHost;
let buildCache: BuildCache;
let readPhoto: PhotoReader;
/** Paths of the files that were read. */
let read: string[];

const recordingReads = () =>
  observeHost(host, { methods: { readFile: (path) => void read.push(path) } });

beforeEach(async () => {
  read = [];
  host = createMemoryHost({ [PATH]: await makePhoto(300, 200) });
  const counting = recordingReads();
  buildCache = createBuildCache();
  readPhoto = createPhotoReader(createPictureCache('/cache', counting), counting, buildCache);
});

const timesRead = () => read.filter((path) => path === PATH).length;

test('a photo whose file stays as it is is read once', async () => {
  const first = await readPhoto(FOLDER, 'hall.jpg', ROOM);
  buildCache.startBuild();
  expect(await readPhoto(FOLDER, 'hall.jpg', ROOM)).toBe(first);
  expect(timesRead()).toBe(1);
});

test('a photo that was changed is read again', async () => {
  const first = await readPhoto(FOLDER, 'hall.jpg', ROOM);
  host.files.set(PATH, await makePhoto(240, 200));
  const second = await readPhoto(FOLDER, 'hall.jpg', ROOM);
  expect(first).toMatchObject({ picture: { originalWidth: 300 } });
  expect(second).toMatchObject({ picture: { originalWidth: 240 } });
});

test('each room gets its own picture', async () => {
  const wide = { name: 'wide', pixels: () => ({ width: 150, height: 100 }) };
  expect(await readPhoto(FOLDER, 'hall.jpg', ROOM)).toMatchObject({ picture: { width: 90 } });
  expect(await readPhoto(FOLDER, 'hall.jpg', wide)).toMatchObject({ picture: { width: 150 } });
});

test('a photo that is missing is found when it comes', async () => {
  const bytes = await host.readFile(PATH);
  await host.remove(PATH);
  const refused = { notFound: { code: 'photo-missing' } };
  expect(await readPhoto(FOLDER, 'hall.jpg', ROOM)).toMatchObject(refused);
  host.files.set(PATH, bytes);
  expect(await readPhoto(FOLDER, 'hall.jpg', ROOM)).toMatchObject({ picture: { width: 90 } });
  await host.remove(PATH);
  expect(await readPhoto(FOLDER, 'hall.jpg', ROOM)).toMatchObject(refused);
});

test('a photo outside the issue’s folder is refused without a look', async () => {
  const stamped: string[] = [];
  const watched = {
    ...host,
    stampOf: async (path: string) => {
      stamped.push(path);
      return 'stamp';
    },
  };
  const reader = createPhotoReader(createPictureCache('/cache', watched), watched, buildCache);
  for (const name of ['../secret.jpg', 'photos/../../secret.jpg', '/etc/passwd']) {
    expect(await reader(FOLDER, name, ROOM)).toMatchObject({ notFound: { code: 'photo-outside' } });
  }
  expect(stamped).toEqual([]);
});

/** What another run makes of the photo. */
async function readInAnotherRun() {
  read = [];
  const counting = recordingReads();
  const reader = createPhotoReader(
    createPictureCache('/cache', counting),
    counting,
    createBuildCache(),
  );
  const made = await reader(FOLDER, 'hall.jpg', ROOM);
  if (!('picture' in made)) throw new Error('The photo was refused');
  return made.picture;
}

async function readFirst() {
  const made = await readPhoto(FOLDER, 'hall.jpg', ROOM);
  if (!('picture' in made)) throw new Error('The photo was refused');
  return made.picture;
}

test('another run knows the sizes by the file’s stamp alone, and reads the picture when it is asked for', async () => {
  const first = await readFirst();
  const second = await readInAnotherRun();
  expect(second).toMatchObject({ width: first.width, originalWidth: 300, originalHeight: 200 });
  expect(read.filter((path) => !/\.(seen|json)$/.test(path))).toEqual([]);
  expect((await second.read()).equals(await first.read())).toBe(true);
  expect(timesRead()).toBe(0);
});

test('another run sees that the file has changed', async () => {
  await readFirst();
  host.files.set(PATH, await makePhoto(240, 200));
  expect(await readInAnotherRun()).toMatchObject({ originalWidth: 240 });
});

test('a picture that is gone from the cache is made again', async () => {
  const bytes = await (await readFirst()).read();
  const second = await readInAnotherRun();
  for (const path of host.files.keys())
    if (path.endsWith('.jpg') && path !== PATH) host.files.delete(path);
  expect((await second.read()).equals(bytes)).toBe(true);
  expect(timesRead()).toBe(1);
});
