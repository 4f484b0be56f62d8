import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Host } from '../../src/host/host.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { WriteFailure, writeTogether } from '../../src/output/write-together.ts';
import { createMemoryHost, type MemoryHost, namesIn } from '../helpers/memory-host.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

const PDF = '/out/a.pdf';
const REPORT = '/out/a.json';
const FILES = [
  { path: PDF, bytes: Buffer.from('new pdf') },
  { path: REPORT, bytes: Buffer.from('new report') },
];
const OLD = { [PDF]: 'old pdf', [REPORT]: 'old report' };

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: no`), { code });
}

/** Wraps a function so that its call number `time` fails. */
function failAt<Args extends unknown[], Result>(
  time: number,
  code: string,
  call: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  let calls = 0;
  return async (...args) => {
    calls++;
    if (calls === time) throw failure(code);
    return call(...args);
  };
}

function textsIn(host: MemoryHost): Record<string, string> {
  return Object.fromEntries([...host.files].map(([path, bytes]) => [path, bytes.toString()]));
}

async function failureOf(writing: Promise<void>): Promise<WriteFailure> {
  const error = await writing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof WriteFailure) return error;
  throw new Error(`Expected a WriteFailure, got ${String(error)}`);
}

test('writes the files and leaves nothing else', async () => {
  const host = createMemoryHost();
  await writeTogether(FILES, host);
  expect(textsIn(host)).toEqual({ [PDF]: 'new pdf', [REPORT]: 'new report' });
});

test('replaces existing files', async () => {
  const host = createMemoryHost(OLD);
  await writeTogether(FILES, host);
  expect(textsIn(host)).toEqual({ [PDF]: 'new pdf', [REPORT]: 'new report' });
});

test('writes all files before it renames the first', async () => {
  const steps: string[] = [];
  const memory = createMemoryHost();
  await writeTogether(FILES, {
    ...memory,
    makeFolder: async (path) => {
      steps.push(`folder ${path}`);
      await memory.makeFolder(path);
    },
    writeFile: async (path, bytes) => {
      steps.push(`write ${bytes.length}`);
      await memory.writeFile(path, bytes);
    },
    rename: async (from, to) => {
      steps.push(`name ${to}`);
      await memory.rename(from, to);
    },
  });
  expect(steps).toEqual([
    'folder /out',
    'folder /out',
    'write 7',
    'write 10',
    `name ${PDF}`,
    `name ${REPORT}`,
  ]);
});

describe('a failure leaves the old files and no unfinished ones', () => {
  const memory = () => createMemoryHost(OLD);
  const steps: [string, (host: MemoryHost) => Partial<Host>][] = [
    ['creating the folder', (host) => ({ makeFolder: failAt(1, 'EACCES', host.makeFolder) })],
    ['listing the folder', (host) => ({ list: failAt(1, 'EACCES', host.list) })],
    ['writing the first file', (host) => ({ writeFile: failAt(1, 'ENOSPC', host.writeFile) })],
    ['writing the second file', (host) => ({ writeFile: failAt(2, 'ENOSPC', host.writeFile) })],
    ['renaming the first file', (host) => ({ rename: failAt(1, 'EBUSY', host.rename) })],
  ];
  test.each(steps)('when %s', async (_, changes) => {
    const host = memory();
    await failureOf(writeTogether(FILES, { ...host, ...changes(host) }));
    expect(textsIn(host)).toEqual(OLD);
  });

  test.each([1, 2])('when the disk is full in the middle of file %d', async (file) => {
    const host = memory();
    let calls = 0;
    const writeFile: Host['writeFile'] = async (path, bytes) => {
      calls++;
      await host.writeFile(path, calls === file ? bytes.subarray(0, 3) : bytes);
      if (calls === file) throw failure('ENOSPC');
    };
    await failureOf(writeTogether(FILES, { ...host, writeFile }));
    expect(textsIn(host)).toEqual(OLD);
  });
});

test('a failure to rename the second file leaves two complete files', async () => {
  const host = createMemoryHost(OLD);
  const rename = failAt(2, 'EBUSY', host.rename);
  await failureOf(writeTogether(FILES, { ...host, rename }));
  expect(textsIn(host)).toEqual({ [PDF]: 'new pdf', [REPORT]: 'old report' });
});

test('a failure is reported even if the unfinished files cannot be removed', async () => {
  const host = createMemoryHost();
  const changes = {
    writeFile: failAt(1, 'ENOSPC', host.writeFile),
    remove: failAt(1, 'EIO', host.remove),
  };
  const error = await failureOf(writeTogether(FILES, { ...host, ...changes }));
  expect(error.message).toMatch(/the disk is full/);
});

describe('the message explains', () => {
  test.each([
    ['ENOSPC', 'the disk is full; free some space and try again'],
    ['EACCES', 'the folder is not writable; check its permissions or choose another with --out'],
    ['EPERM', 'the folder is not writable; check its permissions or choose another with --out'],
    ['EROFS', 'the disk is read-only; choose another folder with --out'],
    ['ENOTDIR', 'a part of the path is a file, not a folder; choose another with --out'],
    ['EBUSY', 'the file is open in another program, or protected; close it there and try again'],
    ['EIO', 'EIO: no'],
  ])('%s', async (code, reason) => {
    const host = createMemoryHost();
    const writeFile = failAt(1, code, host.writeFile);
    const error = await failureOf(writeTogether(FILES, { ...host, writeFile }));
    expect(error.message).toBe(`${PDF} could not be written: ${reason}`);
    expect(error.cause).toMatchObject({ code });
  });
});

test.each([PDF, REPORT])('a folder in place of %s is reported and left unchanged', async (path) => {
  const host = createMemoryHost({ [`${path}/inside.txt`]: 'mine' });
  const error = await failureOf(writeTogether(FILES, host));
  expect(error.message).toBe(`${path} could not be written: it is a folder; move it away`);
  expect(textsIn(host)).toEqual({ [`${path}/inside.txt`]: 'mine' });
});

describe('an unfinished file of a killed build', () => {
  const left = (writer: string) => `/out/.a.pdf.${writer}.unfinished`;

  test('is removed by the next build', async () => {
    const host = createMemoryHost({ [left('77')]: 'half', '/out/.a.json.77.unfinished': '' });
    await writeTogether(FILES, host);
    expect(namesIn(host, '/out').sort()).toEqual(['a.json', 'a.pdf']);
  });

  test('is removed if this build has the same process ID', async () => {
    const host = createMemoryHost({ [left('1')]: 'half' }, { isRunning: () => true });
    await writeTogether(FILES, host);
    expect(namesIn(host, '/out').sort()).toEqual(['a.json', 'a.pdf']);
  });

  test('stays while its build is running', async () => {
    const host = createMemoryHost({ [left('77')]: 'half' }, { isRunning: (id) => id === 77 });
    await writeTogether(FILES, host);
    expect(host.files.get(left('77'))?.toString()).toBe('half');
  });

  test('is removed, but no file with a similar name', async () => {
    const others = ['/out/.b.pdf.77.unfinished', left('mine'), '/out/.a.pdf.77', '/out/a.pdf.bak'];
    const host = createMemoryHost(Object.fromEntries(others.map((path) => [path, 'x'])));
    await writeTogether(FILES, host);
    for (const path of others) expect(host.files.has(path)).toBe(true);
  });
});

describe('on a real disk', () => {
  const base = makeRealFolder();
  const host = createNodeHost();

  test('after a failure, new folders are removed and existing ones stay', async () => {
    mkdirSync(join(base, 'there'));
    const full = { ...host, writeFile: failAt(1, 'ENOSPC', host.writeFile) };
    const files = ['there/a.txt', 'made/b.txt'].map((name) => ({
      path: join(base, name),
      bytes: Buffer.from('text'),
    }));
    await failureOf(writeTogether(files, full));
    expect(readdirSync(join(base, 'there'))).toEqual([]);
    expect(readdirSync(base)).not.toContain('made');
  });
  const filesIn = (folder: string) => [
    { path: join(folder, 'a.pdf'), bytes: Buffer.from('pdf') },
    { path: join(folder, 'a.json'), bytes: Buffer.from('report') },
  ];

  test('the folder is created and holds only the two files', async () => {
    const folder = join(base, 'deep', 'down');
    await writeTogether(filesIn(folder), host);
    await writeTogether(filesIn(folder), host);
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'a.pdf']);
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('pdf');
  });

  test('a file in place of the folder is reported', async () => {
    writeFileSync(join(base, 'file'), 'x');
    for (const folder of [join(base, 'file'), join(base, 'file', 'below')]) {
      const error = await failureOf(writeTogether(filesIn(folder), host));
      expect(error.message).toMatch(/a part of the path is a file, not a folder/);
    }
  });

  test('a link is replaced by the file; its target stays unchanged', async () => {
    const folder = join(base, 'links');
    mkdirSync(folder);
    writeFileSync(join(base, 'elsewhere.pdf'), 'mine');
    symlinkSync(join(base, 'elsewhere.pdf'), join(folder, 'a.pdf'));
    symlinkSync('/dev/full', join(folder, 'a.json'));
    await writeTogether(filesIn(folder), host);
    expect(readFileSync(join(base, 'elsewhere.pdf'), 'utf8')).toBe('mine');
    expect(lstatSync(join(folder, 'a.pdf')).isFile()).toBe(true);
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('pdf');
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('report');
  });

  test('a link to a folder is followed', async () => {
    mkdirSync(join(base, 'target'));
    symlinkSync(join(base, 'target'), join(base, 'to-target'));
    await writeTogether(filesIn(join(base, 'to-target')), host);
    expect(readdirSync(join(base, 'target')).sort()).toEqual(['a.json', 'a.pdf']);
    expect(lstatSync(join(base, 'to-target')).isSymbolicLink()).toBe(true);
  });

  test.each([
    ['is broken', 'nowhere'],
    ['leads to itself', 'itself'],
  ])('a link in place of the folder that %s is reported', async (_, name) => {
    symlinkSync(join(base, name === 'itself' ? 'itself' : 'no-such-folder'), join(base, name));
    const error = await failureOf(writeTogether(filesIn(join(base, name)), host));
    expect(error.message).toMatch(/choose another with --out$/);
    expect(lstatSync(join(base, name)).isSymbolicLink()).toBe(true);
  });

  test('a folder in place of the file is reported and stays with its content', async () => {
    const folder = join(base, 'occupied');
    mkdirSync(join(folder, 'a.pdf', 'inside'), { recursive: true });
    const error = await failureOf(writeTogether(filesIn(folder), host));
    expect(error.message).toMatch(/it is a folder; move it away$/);
    expect(readdirSync(folder)).toEqual(['a.pdf']);
    expect(readdirSync(join(folder, 'a.pdf'))).toEqual(['inside']);
  });

  test('a program that has the old file open still reads all of it', async () => {
    const folder = join(base, 'read');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.pdf'), 'the old one');
    const reader = openSync(join(folder, 'a.pdf'), 'r');
    await writeTogether(filesIn(folder), host);
    expect(readFileSync(reader, 'utf8')).toBe('the old one');
    closeSync(reader);
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('pdf');
  });

  test('a read-only file in a writable folder is replaced', async () => {
    const folder = join(base, 'read-only');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.pdf'), 'old', { mode: 0o444 });
    await writeTogether(filesIn(folder), host);
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('pdf');
  });
});
