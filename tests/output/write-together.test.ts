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

/** A call that fails the given time it is made, and works before and after. */
function failAt<Words extends unknown[], Result>(
  time: number,
  code: string,
  call: (...words: Words) => Promise<Result>,
): (...words: Words) => Promise<Result> {
  let calls = 0;
  return async (...words) => {
    calls++;
    if (calls === time) throw failure(code);
    return call(...words);
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

test('the files are written, and nothing else is left', async () => {
  const host = createMemoryHost();
  await writeTogether(FILES, host);
  expect(textsIn(host)).toEqual({ [PDF]: 'new pdf', [REPORT]: 'new report' });
});

test('files that were there are replaced', async () => {
  const host = createMemoryHost(OLD);
  await writeTogether(FILES, host);
  expect(textsIn(host)).toEqual({ [PDF]: 'new pdf', [REPORT]: 'new report' });
});

test('every byte is on the disk before a file takes its name, the first file first', async () => {
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

describe('a failure leaves the old files and no litter', () => {
  const memory = () => createMemoryHost(OLD);
  const steps: [string, (host: MemoryHost) => Partial<Host>][] = [
    ['making the folder', (host) => ({ makeFolder: failAt(1, 'EACCES', host.makeFolder) })],
    ['looking into the folder', (host) => ({ list: failAt(1, 'EACCES', host.list) })],
    ['writing the first file', (host) => ({ writeFile: failAt(1, 'ENOSPC', host.writeFile) })],
    ['writing the second file', (host) => ({ writeFile: failAt(2, 'ENOSPC', host.writeFile) })],
    ['naming the first file', (host) => ({ rename: failAt(1, 'EBUSY', host.rename) })],
  ];
  test.each(steps)('in %s', async (_, changes) => {
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

test('a failure in naming the second file leaves two whole files and no litter', async () => {
  const host = createMemoryHost(OLD);
  const rename = failAt(2, 'EBUSY', host.rename);
  await failureOf(writeTogether(FILES, { ...host, rename }));
  expect(textsIn(host)).toEqual({ [PDF]: 'new pdf', [REPORT]: 'old report' });
});

test('a failure is told even when what is left cannot be removed', async () => {
  const host = createMemoryHost();
  const changes = {
    writeFile: failAt(1, 'ENOSPC', host.writeFile),
    remove: failAt(1, 'EIO', host.remove),
  };
  const error = await failureOf(writeTogether(FILES, { ...host, ...changes }));
  expect(error.message).toMatch(/the disk is full/);
});

describe('the message says what to do', () => {
  test.each([
    ['ENOSPC', 'the disk is full; make room and try again'],
    [
      'EACCES',
      'the folder may not be written to; check its permissions or choose another with --out',
    ],
    [
      'EPERM',
      'the folder may not be written to; check its permissions or choose another with --out',
    ],
    ['EROFS', 'the disk is read-only; choose another folder with --out'],
    ['ENOTDIR', 'a part of the path is a file, not a folder; choose another with --out'],
    ['EBUSY', 'the file is open in another program, or protected; close it there and try again'],
    ['EIO', 'EIO: no'],
  ])('of %s', async (code, reason) => {
    const host = createMemoryHost();
    const writeFile = failAt(1, code, host.writeFile);
    const error = await failureOf(writeTogether(FILES, { ...host, writeFile }));
    expect(error.message).toBe(`${PDF} could not be written: ${reason}`);
    expect(error.cause).toMatchObject({ code });
  });
});

test.each([PDF, REPORT])(
  'a folder in place of %s is told by its path, and is left alone',
  async (path) => {
    const host = createMemoryHost({ [`${path}/inside.txt`]: 'mine' });
    const error = await failureOf(writeTogether(FILES, host));
    expect(error.message).toBe(
      `${path} could not be written: a folder stands where the file is to go; move it away`,
    );
    expect(textsIn(host)).toEqual({ [`${path}/inside.txt`]: 'mine' });
  },
);

describe('what a killed build left', () => {
  const left = (writer: string) => `/out/.a.pdf.${writer}.unfinished`;

  test('is swept away by the next', async () => {
    const host = createMemoryHost({ [left('77')]: 'half', '/out/.a.json.77.unfinished': '' });
    await writeTogether(FILES, host);
    expect(namesIn(host, '/out').sort()).toEqual(['a.json', 'a.pdf']);
  });

  test('is swept away when this build has the killed one’s number', async () => {
    const host = createMemoryHost({ [left('1')]: 'half' }, { isRunning: () => true });
    await writeTogether(FILES, host);
    expect(namesIn(host, '/out').sort()).toEqual(['a.json', 'a.pdf']);
  });

  test('is left alone while its build still runs', async () => {
    const host = createMemoryHost({ [left('77')]: 'half' }, { isRunning: (id) => id === 77 });
    await writeTogether(FILES, host);
    expect(host.files.get(left('77'))?.toString()).toBe('half');
  });

  test('is all that is swept', async () => {
    const others = ['/out/.b.pdf.77.unfinished', left('mine'), '/out/.a.pdf.77', '/out/a.pdf.bak'];
    const host = createMemoryHost(Object.fromEntries(others.map((path) => [path, 'x'])));
    await writeTogether(FILES, host);
    for (const path of others) expect(host.files.has(path)).toBe(true);
  });
});

describe('on the machine’s own disk', () => {
  const base = makeRealFolder();
  const host = createNodeHost();

  test('a folder that was made for a file goes with it, one that was there stays', async () => {
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

  test('the folder is made, and holds the two files alone', async () => {
    const folder = join(base, 'deep', 'down');
    await writeTogether(filesIn(folder), host);
    await writeTogether(filesIn(folder), host);
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'a.pdf']);
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('pdf');
  });

  test('a file in place of the folder is told', async () => {
    writeFileSync(join(base, 'file'), 'x');
    for (const folder of [join(base, 'file'), join(base, 'file', 'below')]) {
      const error = await failureOf(writeTogether(filesIn(folder), host));
      expect(error.message).toMatch(/a part of the path is a file, not a folder/);
    }
  });

  test('a link gives way to the file; what it led to stays as it was', async () => {
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
    ['leads nowhere', 'nowhere'],
    ['leads to itself', 'itself'],
  ])('a link in place of the folder that %s is told', async (_, name) => {
    symlinkSync(join(base, name === 'itself' ? 'itself' : 'no-such-folder'), join(base, name));
    const error = await failureOf(writeTogether(filesIn(join(base, name)), host));
    expect(error.message).toMatch(/choose another with --out$/);
    expect(lstatSync(join(base, name)).isSymbolicLink()).toBe(true);
  });

  test('a folder in place of the file is told, and stays with what is in it', async () => {
    const folder = join(base, 'occupied');
    mkdirSync(join(folder, 'a.pdf', 'inside'), { recursive: true });
    const error = await failureOf(writeTogether(filesIn(folder), host));
    expect(error.message).toMatch(/a folder stands where the file is to go; move it away$/);
    expect(readdirSync(folder)).toEqual(['a.pdf']);
    expect(readdirSync(join(folder, 'a.pdf'))).toEqual(['inside']);
  });

  test('a reader who has the old file open keeps it whole', async () => {
    const folder = join(base, 'read');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.pdf'), 'the old one');
    const reader = openSync(join(folder, 'a.pdf'), 'r');
    await writeTogether(filesIn(folder), host);
    expect(readFileSync(reader, 'utf8')).toBe('the old one');
    closeSync(reader);
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('pdf');
  });

  test('a file that may not be written to is replaced: its folder decides', async () => {
    const folder = join(base, 'read-only');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.pdf'), 'old', { mode: 0o444 });
    await writeTogether(filesIn(folder), host);
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('pdf');
  });
});
