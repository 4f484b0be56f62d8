import { beforeEach, expect, test } from '@jest/globals';
import { type BuildCache, createBuildCache } from '../../src/cache/build-cache.ts';
import { observeHost } from '../../src/host/observe-host.ts';
import { createPictureCache } from '../../src/images/picture-cache.ts';
import { createPhotoReader, type PhotoReader } from '../../src/images/read-photo.ts';
import { createMemoryHost, type MemoryHost } from '../helpers/memory-host.ts';
import { makePhoto } from '../helpers/render-issue.ts';

const FOLDER = '/desk/2024-19';
const PATH = `${FOLDER}/hall.jpg`;
const TARGET = { name: 'small', pixels: () => ({ width: 90, height: 60 }) };

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
  const recordingHost = recordingReads();
  buildCache = createBuildCache();
  readPhoto = createPhotoReader(
    createPictureCache('/cache', recordingHost),
    recordingHost,
    buildCache,
  );
});

const timesRead = () => read.filter((path) => path === PATH).length;

test('reads an unchanged photo once', async () => {
  const first = await readPhoto(FOLDER, 'hall.jpg', TARGET);
  buildCache.startBuild();
  expect(await readPhoto(FOLDER, 'hall.jpg', TARGET)).toBe(first);
  expect(timesRead()).toBe(1);
});

test('reads a changed photo again', async () => {
  const first = await readPhoto(FOLDER, 'hall.jpg', TARGET);
  host.files.set(PATH, await makePhoto(240, 200));
  const second = await readPhoto(FOLDER, 'hall.jpg', TARGET);
  expect(first).toMatchObject({ picture: { originalWidth: 300 } });
  expect(second).toMatchObject({ picture: { originalWidth: 240 } });
});

test('prepares a picture for each size', async () => {
  const wide = { name: 'wide', pixels: () => ({ width: 150, height: 100 }) };
  expect(await readPhoto(FOLDER, 'hall.jpg', TARGET)).toMatchObject({ picture: { width: 90 } });
  expect(await readPhoto(FOLDER, 'hall.jpg', wide)).toMatchObject({ picture: { width: 150 } });
});

test('finds a missing photo once it exists', async () => {
  const bytes = await host.readFile(PATH);
  await host.remove(PATH);
  const refused = { notFound: { code: 'photo-missing' } };
  expect(await readPhoto(FOLDER, 'hall.jpg', TARGET)).toMatchObject(refused);
  host.files.set(PATH, bytes);
  expect(await readPhoto(FOLDER, 'hall.jpg', TARGET)).toMatchObject({ picture: { width: 90 } });
  await host.remove(PATH);
  expect(await readPhoto(FOLDER, 'hall.jpg', TARGET)).toMatchObject(refused);
});

test('rejects a photo outside the issue’s folder without touching the disk', async () => {
  const accessed: string[] = [];
  const watched = {
    ...host,
    stampOf: async (path: string) => {
      accessed.push(path);
      return 'stamp';
    },
  };
  const reader = createPhotoReader(createPictureCache('/cache', watched), watched, buildCache);
  for (const name of ['../secret.jpg', 'photos/../../secret.jpg', '/etc/passwd']) {
    expect(await reader(FOLDER, name, TARGET)).toMatchObject({
      notFound: { code: 'photo-outside' },
    });
  }
  expect(accessed).toEqual([]);
});

/** Reads the photo in another run. */
async function readInAnotherRun() {
  read = [];
  const recordingHost = recordingReads();
  const reader = createPhotoReader(
    createPictureCache('/cache', recordingHost),
    recordingHost,
    createBuildCache(),
  );
  const result = await reader(FOLDER, 'hall.jpg', TARGET);
  if (!('picture' in result)) throw new Error('The photo was refused');
  return result.picture;
}

async function readFirst() {
  const result = await readPhoto(FOLDER, 'hall.jpg', TARGET);
  if (!('picture' in result)) throw new Error('The photo was refused');
  return result.picture;
}

test('another run gets the sizes by the file’s stamp, and reads the picture only when needed', async () => {
  const first = await readFirst();
  const second = await readInAnotherRun();
  expect(second).toMatchObject({ width: first.width, originalWidth: 300, originalHeight: 200 });
  expect(read.filter((path) => !/\.(seen|json)$/.test(path))).toEqual([]);
  expect((await second.read()).equals(await first.read())).toBe(true);
  expect(timesRead()).toBe(0);
});

test('another run detects a changed file', async () => {
  await readFirst();
  host.files.set(PATH, await makePhoto(240, 200));
  expect(await readInAnotherRun()).toMatchObject({ originalWidth: 240 });
});

test('prepares a picture again if it is missing from the cache', async () => {
  const bytes = await (await readFirst()).read();
  const second = await readInAnotherRun();
  for (const path of host.files.keys())
    if (path.endsWith('.jpg') && path !== PATH) host.files.delete(path);
  expect((await second.read()).equals(bytes)).toBe(true);
  expect(timesRead()).toBe(1);
});
