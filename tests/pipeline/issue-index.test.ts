import { expect, test } from '@jest/globals';
import { createStore } from '../../src/cache/cache-files.ts';
import type { World } from '../../src/host/host.ts';
import { observeWorld } from '../../src/host/observe-host.ts';
import { LIMITS } from '../../src/limits.ts';
import { createRegister } from '../../src/pipeline/issue-index.ts';
import { createMemoryWorld, type MemoryWorld } from '../helpers/memory-host.ts';

const FILES = {
  '/desk/issues/2024-18/issue.yaml': 'eighteen',
  '/desk/issues/2024-19/issue.yaml': 'nineteen',
  '/desk/issues/2025-01/issue.yaml': 'broken',
  '/desk/issues/notes/readme.txt': 'x',
};

function createWorld(files: Readonly<Record<string, string | Buffer>> = FILES): MemoryWorld {
  return createMemoryWorld(files, { program: 'the program' });
}

/** A register as one run of a program opens it, with the issues that it records. */
function open(world: World = createWorld()) {
  const read: string[] = [];
  const register = createRegister(
    (text, file) => {
      read.push(file);
      return text.toString() === 'broken' ? null : { word: text.toString().slice(0, 20) };
    },
    {
      issuesFolder: '/desk/issues',
      publication: 'bulletin',
      store: createStore('/desk/cache', world),
      world,
    },
  );
  return { world, read, register };
}

test('all issues but the one that asks are remembered; one that cannot be read is passed over', async () => {
  const { register } = open();
  expect(await register.listOthers('/desk/issues/2024-19/issue.yaml')).toEqual([
    { word: 'eighteen' },
  ]);
  expect(await register.listOthers('/elsewhere/issue.yaml')).toEqual([
    { word: 'eighteen' },
    { word: 'nineteen' },
  ]);
});

test('an issue is read again only when its bytes have changed', async () => {
  const world = createWorld();
  const { register, read } = open(world);
  await register.listOthers('/elsewhere/issue.yaml');
  expect(read).toHaveLength(3);
  await register.listOthers('/elsewhere/issue.yaml');
  expect(read).toHaveLength(3);
  world.files.set('/desk/issues/2024-18/issue.yaml', Buffer.from('changed'));
  expect(await register.listOthers('/elsewhere/issue.yaml')).toContainEqual({ word: 'changed' });
  expect(read).toHaveLength(4);
});

test('the next run opens an issue only when its file has changed', async () => {
  const world = createWorld();
  await open(world).register.listOthers('/elsewhere/issue.yaml');
  const opened: string[] = [];
  const next = open(
    observeWorld(world, { methods: { readFile: (path) => void opened.push(path) } }),
  );
  world.files.set('/desk/issues/2024-19/issue.yaml', Buffer.from('changed'));
  expect(await next.register.listOthers('/elsewhere/issue.yaml')).toEqual([
    { word: 'eighteen' },
    { word: 'changed' },
  ]);
  expect(opened).toEqual([
    '/desk/cache/issues-of-bulletin.json',
    '/desk/issues/2024-19/issue.yaml',
  ]);
  expect(next.read).toEqual(['/desk/issues/2024-19/issue.yaml']);
});

test('another program, which may record something else, reads all issues', async () => {
  const world = createWorld();
  await open(world).register.listOthers('/elsewhere/issue.yaml');
  const other = open({ ...world, program: 'another' });
  await other.register.listOthers('/elsewhere/issue.yaml');
  expect(other.read).toHaveLength(3);
});

test.each([
  ['at the limit', LIMITS.yamlBytes, 3],
  ['beyond it by one', LIMITS.yamlBytes + 1, 2],
  ['far beyond it', LIMITS.yamlBytes * 4, 2],
])('a file of a size %s', async (_, size, recorded) => {
  const large = Buffer.alloc(size, 'x');
  const world = createWorld({ ...FILES, '/desk/issues/2024-19/issue.yaml': large });
  const { register, read } = open(world);
  await register.listOthers('/elsewhere/issue.yaml');
  expect(read).toHaveLength(recorded);
  // A host that ignores the bound must not change what is refused.
  const careless = open({ ...world, program: undefined, readFile: (path) => world.readFile(path) });
  await careless.register.listOthers('/elsewhere/issue.yaml');
  expect(careless.read).toHaveLength(recorded);
});

test('what cannot be kept costs nothing but time', async () => {
  const world = createMemoryWorld(FILES, {
    program: 'the program',
    writeFile: () => Promise.reject(new Error('disk full')),
  });
  expect(await open(world).register.listOthers('/elsewhere/issue.yaml')).toHaveLength(2);
});
