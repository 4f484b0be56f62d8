import { describe, expect, test } from '@jest/globals';
import { beginFolder } from '../../src/output/write-folder.ts';
import { WriteFailure } from '../../src/output/write-together.ts';
import { createMemoryWorld } from '../helpers/memory-world.ts';

const OLD = { '/out/site/index.html': 'old', '/out/site/gone.html': 'old' };
const text = (words: string) => Buffer.from(words);
const failing = (code: string) => async () => {
  throw Object.assign(new Error('no'), { code });
};

function contents(world: ReturnType<typeof createMemoryWorld>): Record<string, string> {
  return Object.fromEntries([...world.files].map(([path, bytes]) => [path, bytes.toString()]));
}

test('a folder takes its place with all its files, and nothing of the old one is left', async () => {
  const world = createMemoryWorld(OLD);
  const draft = await beginFolder('/out/site', world);
  await draft.write('index.html', text('new'));
  await draft.write('a/b.html', text('deep'));
  expect(contents(world)).toMatchObject(OLD);
  await draft.finish();
  expect(contents(world)).toEqual({
    '/out/site/index.html': 'new',
    '/out/site/a/b.html': 'deep',
  });
});

describe('the old folder stays as it was', () => {
  test('when the draft is given up', async () => {
    const world = createMemoryWorld(OLD);
    const draft = await beginFolder('/out/site', world);
    await draft.write('index.html', text('new'));
    await draft.abandon();
    expect(contents(world)).toEqual(OLD);
  });

  test('when the disk is full', async () => {
    const world = createMemoryWorld(OLD, { writeFile: failing('ENOSPC') });
    const draft = await beginFolder('/out/site', world);
    const writing = draft.write('index.html', text('new'));
    await expect(writing).rejects.toThrow(/^\/out\/site could not be written: the disk is full/);
    await expect(writing).rejects.toThrow(WriteFailure);
    expect(contents(world)).toEqual(OLD);
  });

  test('when the new one cannot take its place', async () => {
    const world = createMemoryWorld(OLD);
    const { rename } = world;
    const draft = await beginFolder('/out/site', {
      ...world,
      rename: (from, to) => (from.endsWith('.unfinished') ? failing('EBUSY')() : rename(from, to)),
    });
    await draft.write('index.html', text('new'));
    await expect(draft.finish()).rejects.toThrow(WriteFailure);
    await draft.abandon();
    expect(contents(world)).toEqual(OLD);
  });
});

describe('what a killed build left', () => {
  test('is removed', async () => {
    const world = createMemoryWorld({ ...OLD, '/out/.site.77.unfinished/index.html': 'half' });
    await beginFolder('/out/site', world);
    expect(contents(world)).toEqual(OLD);
  });

  test('is put back when it was killed between its two renames', async () => {
    const world = createMemoryWorld({ '/out/.site.77.replaced/index.html': 'old' });
    await beginFolder('/out/site', world);
    expect(contents(world)).toEqual({ '/out/site/index.html': 'old' });
  });

  test('stays while that build runs', async () => {
    const running = { '/out/.site.77.unfinished/index.html': 'half' };
    const world = createMemoryWorld(running, { isRunning: () => true });
    await beginFolder('/out/site', world);
    expect(contents(world)).toEqual(running);
  });
});
