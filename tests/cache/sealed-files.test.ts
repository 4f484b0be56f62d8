import { describe, expect, test } from '@jest/globals';
import {
  readSealedFile,
  removeFolderLeftovers,
  writeSealedFile,
} from '../../src/cache/sealed-files.ts';
import { damage } from '../helpers/damage.ts';
import { createMemoryHost, namesIn } from '../helpers/memory-host.ts';

const failure = Object.assign(new Error('full'), { code: 'ENOSPC' });

test('replaces an existing file and leaves no temporary file', async () => {
  const host = createMemoryHost({ '/cache/a.json': 'old' });
  await writeSealedFile('/cache/a.json', Buffer.from('new'), host);
  expect(namesIn(host, '/cache')).toEqual(['a.json']);
  expect(String(await readSealedFile('/cache/a.json', host))).toBe('new');
});

describe('a cache file is ignored', () => {
  const path = '/cache/a.json';
  const save = async (key?: string) => {
    const host = createMemoryHost({ '/cache/b.json': '' });
    await writeSealedFile(path, Buffer.from('some text'), host, key);
    await writeSealedFile('/cache/b.json', Buffer.from('another'), host, key);
    return host;
  };

  test.each([...damage(Buffer.from('abc'), Buffer.alloc(0)).keys()])('%s', async (what) => {
    const host = await save();
    const [bytes = Buffer.alloc(0), other = bytes] = [path, '/cache/b.json'].map((name) =>
      host.files.get(name),
    );
    host.files.set(path, damage(bytes, other).get(what) ?? bytes);
    expect(await readSealedFile(path, host)).toBeUndefined();
  });

  test('with another key', async () => {
    const host = await save('key');
    expect(await readSealedFile(path, host, 'another')).toBeUndefined();
    expect(await readSealedFile(path, host)).toBeUndefined();
    expect(String(await readSealedFile(path, host, 'key'))).toBe('some text');
  });

  test('when it is missing or a folder, which the next write replaces', async () => {
    const host = createMemoryHost({ [`${path}/inside`]: 'x' });
    expect(await readSealedFile('/cache/none.json', host)).toBeUndefined();
    expect(await readSealedFile(path, host)).toBeUndefined();
    await writeSealedFile(path, Buffer.from('new'), host);
    expect(String(await readSealedFile(path, host))).toBe('new');
  });

  test('when it is larger than any that is written, without reading all of it', async () => {
    const host = createMemoryHost({}, { readFile: async (_, most) => Buffer.alloc(most ?? 2e9) });
    expect(await readSealedFile(path, host)).toBeUndefined();
  });
});

test('a full disk leaves the old file unchanged and no unfinished one', async () => {
  const host = createMemoryHost({ '/cache/a.json': 'old' });
  const writeFile = async (path: string) => {
    await host.writeFile(path, Buffer.from('ne'));
    throw failure;
  };
  const writing = writeSealedFile('/cache/a.json', Buffer.from('new'), { ...host, writeFile });
  await expect(writing).rejects.toBe(failure);
  expect(namesIn(host, '/cache')).toEqual(['a.json']);
  expect(String(host.files.get('/cache/a.json'))).toBe('old');
});

test('removes unfinished files of killed processes only', async () => {
  const names = [
    'a.json',
    'a.json.77',
    'b.jpg.77.3',
    'b.jpg.88',
    'b.jpg.88.2',
    'issues',
    '2024.19x',
  ];
  const host = createMemoryHost(Object.fromEntries(names.map((name) => [`/cache/${name}`, 'x'])), {
    isRunning: (number) => number === 88,
  });
  await removeFolderLeftovers('/cache', host);
  expect(namesIn(host, '/cache')).toEqual([
    'a.json',
    'b.jpg.88',
    'b.jpg.88.2',
    'issues',
    '2024.19x',
  ]);
});

test('removes unfinished files of a killed process with the identifier of this one', async () => {
  const host = createMemoryHost({ '/cache/a.json.1': 'x' }, { isRunning: () => true });
  await removeFolderLeftovers('/cache', host);
  expect(host.files.size).toBe(0);
});
