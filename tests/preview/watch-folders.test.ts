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
  /** Only events cause checks. */
  const delays = { debounce: 5, poll: 1_000_000 };
  let watch: FolderWatch | undefined;
  afterEach(() => watch?.close());

  /** A watch, a function that waits for its next check, and one that returns the number of checks. */
  async function watchOver(...folders: string[]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    writeFileSync(join(folder, 'issue.yaml'), 'a');
    let checks = 0;
    let notify = () => {};
    watch = watchFolders(
      host,
      () => {
        checks++;
        notify();
      },
      delays,
    );
    await watch.watch(folders);
    const nextCheck = () =>
      new Promise<void>((resolve) => {
        notify = resolve;
      });
    return { nextCheck, count: () => checks, watch };
  }

  test('checks after a file was written in place', async () => {
    const { nextCheck } = await watchOver(folder);
    const done = nextCheck();
    writeFileSync(join(folder, 'issue.yaml'), 'b');
    await done;
  });

  test('checks each time a file is replaced', async () => {
    const { nextCheck } = await watchOver(folder);
    for (const text of ['b', 'c', 'd']) {
      const done = nextCheck();
      writeFileSync(join(folder, '.new'), text);
      renameSync(join(folder, '.new'), join(folder, 'issue.yaml'));
      await done;
    }
  });

  test('continues after the folder was replaced by another of the same name', async () => {
    const { nextCheck, watch } = await watchOver(home, folder);
    const moved = nextCheck();
    renameSync(folder, join(home, 'away'));
    await moved;
    mkdirSync(folder);
    await watch.watch([home, folder]);
    const done = nextCheck();
    writeFileSync(join(folder, 'issue.yaml'), 'b');
    await done;
    rmSync(join(home, 'away'), { recursive: true });
  });

  test('checks once after many changes', async () => {
    const { nextCheck, count } = await watchOver(folder);
    const done = nextCheck();
    for (let index = 0; index < 20; index++) writeFileSync(join(folder, `${index}`), 'x');
    await done;
    expect(count()).toBe(1);
  });

  test('accepts a folder that does not exist', async () => {
    await watchOver(join(home, 'nowhere'));
  });
});

test('checks at regular intervals without events', async () => {
  const host = { ...createNodeHost(), watchFolder: () => () => {} };
  let watch: FolderWatch | undefined;
  await new Promise<void>((resolve) => {
    watch = watchFolders(host, resolve, { debounce: 5, poll: 10 });
  });
  watch?.close();
});
