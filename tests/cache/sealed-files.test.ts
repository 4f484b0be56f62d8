import { describe, expect, test } from '@jest/globals';
import { keepFile, readKeptFile, sweepCache } from '../../src/cache/sealed-files.ts';
import { damage } from '../helpers/damage.ts';
import { createMemoryWorld, namesIn } from '../helpers/memory-host.ts';

const failure = Object.assign(new Error('full'), { code: 'ENOSPC' });

test('a file is kept under its name alone, and replaces the one that was there', async () => {
  const world = createMemoryWorld({ '/cache/a.json': 'old' });
  await keepFile('/cache/a.json', Buffer.from('new'), world);
  expect(namesIn(world, '/cache')).toEqual(['a.json']);
  expect(String(await readKeptFile('/cache/a.json', world))).toBe('new');
});

describe('a kept file is as good as none', () => {
  const path = '/cache/a.json';
  const keep = async (key?: string) => {
    const world = createMemoryWorld({ '/cache/b.json': '' });
    await keepFile(path, Buffer.from('some text'), world, key);
    await keepFile('/cache/b.json', Buffer.from('another'), world, key);
    return world;
  };

  test.each([...damage(Buffer.from('abc'), Buffer.alloc(0)).keys()])('%s', async (what) => {
    const world = await keep();
    const [bytes = Buffer.alloc(0), other = bytes] = [path, '/cache/b.json'].map((name) =>
      world.files.get(name),
    );
    world.files.set(path, damage(bytes, other).get(what) ?? bytes);
    expect(await readKeptFile(path, world)).toBeUndefined();
  });

  test('under another key', async () => {
    const world = await keep('key');
    expect(await readKeptFile(path, world, 'another')).toBeUndefined();
    expect(await readKeptFile(path, world)).toBeUndefined();
    expect(String(await readKeptFile(path, world, 'key'))).toBe('some text');
  });

  test('when it is not there or a folder, which the next one replaces', async () => {
    const world = createMemoryWorld({ [`${path}/inside`]: 'x' });
    expect(await readKeptFile('/cache/none.json', world)).toBeUndefined();
    expect(await readKeptFile(path, world)).toBeUndefined();
    await keepFile(path, Buffer.from('new'), world);
    expect(String(await readKeptFile(path, world))).toBe('new');
  });

  test('when it is larger than any that is written, which is not read to its end', async () => {
    const world = createMemoryWorld({}, { readFile: async (_, most) => Buffer.alloc(most ?? 2e9) });
    expect(await readKeptFile(path, world)).toBeUndefined();
  });
});

test('a full disk leaves the old file and no half one', async () => {
  const world = createMemoryWorld({ '/cache/a.json': 'old' });
  const writeFile = async (path: string) => {
    await world.writeFile(path, Buffer.from('ne'));
    throw failure;
  };
  const keeping = keepFile('/cache/a.json', Buffer.from('new'), { ...world, writeFile });
  await expect(keeping).rejects.toBe(failure);
  expect(namesIn(world, '/cache')).toEqual(['a.json']);
  expect(String(world.files.get('/cache/a.json'))).toBe('old');
});

test('what killed programs left in a cache goes; what is whole or being written stays', async () => {
  const names = [
    'a.json',
    'a.json.77',
    'b.jpg.77.3',
    'b.jpg.88',
    'b.jpg.88.2',
    'issues',
    '2024.19x',
  ];
  const world = createMemoryWorld(
    Object.fromEntries(names.map((name) => [`/cache/${name}`, 'x'])),
    { isRunning: (number) => number === 88 },
  );
  await sweepCache('/cache', world);
  expect(namesIn(world, '/cache')).toEqual([
    'a.json',
    'b.jpg.88',
    'b.jpg.88.2',
    'issues',
    '2024.19x',
  ]);
});

test('what a killed program with the number of this one left goes too', async () => {
  const world = createMemoryWorld({ '/cache/a.json.1': 'x' }, { isRunning: () => true });
  await sweepCache('/cache', world);
  expect(world.files.size).toBe(0);
});
