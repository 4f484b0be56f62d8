import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createNodeHost } from '../../src/host/node-host.ts';
import { type FolderWatch, watchFolders } from '../../src/preview/watch-folders.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

describe('a watch of real folders', () => {
  const home = makeRealFolder();
  const folder = join(home, 'issue');
  const host = createNodeHost();
  /** No look but those that are hinted at. */
  const pauses = { settle: 5, look: 1_000_000 };
  let watch: FolderWatch | undefined;
  afterEach(() => watch?.close());

  /** A watch, and what waits for its next look. */
  async function watchOver(...folders: string[]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    writeFileSync(join(folder, 'issue.yaml'), 'a');
    let looks = 0;
    let tell = () => {};
    watch = watchFolders(
      host,
      () => {
        looks++;
        tell();
      },
      pauses,
    );
    await watch.watch(folders);
    const looked = () =>
      new Promise<void>((resolve) => {
        tell = resolve;
      });
    return { looked, count: () => looks, watch };
  }

  test('looks after a file was written in place', async () => {
    const { looked } = await watchOver(folder);
    const done = looked();
    writeFileSync(join(folder, 'issue.yaml'), 'b');
    await done;
  });

  test('looks after a file was replaced, again and again', async () => {
    const { looked } = await watchOver(folder);
    for (const text of ['b', 'c', 'd']) {
      const done = looked();
      writeFileSync(join(folder, '.new'), text);
      renameSync(join(folder, '.new'), join(folder, 'issue.yaml'));
      await done;
    }
  });

  test('goes on when the folder was replaced by another of its name', async () => {
    const { looked, watch } = await watchOver(home, folder);
    const gone = looked();
    renameSync(folder, join(home, 'away'));
    await gone;
    mkdirSync(folder);
    await watch.watch([home, folder]);
    const done = looked();
    writeFileSync(join(folder, 'issue.yaml'), 'b');
    await done;
    rmSync(join(home, 'away'), { recursive: true });
  });

  test('takes many changes as one', async () => {
    const { looked, count } = await watchOver(folder);
    const done = looked();
    for (let index = 0; index < 20; index++) writeFileSync(join(folder, `${index}`), 'x');
    await done;
    expect(count()).toBe(1);
  });

  test('a folder that is not there is no failure', async () => {
    await watchOver(join(home, 'nowhere'));
  });
});

test('looks now and then where no hint comes', async () => {
  const host = { ...createNodeHost(), watchFolder: () => () => {} };
  let watch: FolderWatch | undefined;
  await new Promise<void>((resolve) => {
    watch = watchFolders(host, resolve, { settle: 5, look: 10 });
  });
  watch?.close();
});
