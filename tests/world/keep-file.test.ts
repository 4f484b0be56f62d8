import { expect, test } from '@jest/globals';
import { keepFile, sweepCache } from '../../src/world/keep-file.ts';
import { createMemoryWorld, namesIn } from '../helpers/memory-world.ts';

const failure = Object.assign(new Error('full'), { code: 'ENOSPC' });

test('a file is kept under its name alone, and replaces the one that was there', async () => {
  const world = createMemoryWorld({ '/cache/a.json': 'old' });
  await keepFile('/cache/a.json', Buffer.from('new'), world);
  expect(namesIn(world, '/cache')).toEqual(['a.json']);
  expect(String(world.files.get('/cache/a.json'))).toBe('new');
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
