import { expect, test } from '@jest/globals';
import { createRegister } from '../../src/register/issue-register.ts';
import { createMemoryWorld } from '../helpers/memory-world.ts';

const MEMORY = '/desk/cache/issues.json';
const FILES = {
  '/desk/issues/2024-18/issue.yaml': 'eighteen',
  '/desk/issues/2024-19/issue.yaml': 'nineteen',
  '/desk/issues/2025-01/issue.yaml': 'broken',
  '/desk/issues/notes/readme.txt': 'x',
};

function open(files: Readonly<Record<string, string>> = FILES) {
  const world = createMemoryWorld(files);
  const read: string[] = [];
  const register = createRegister(
    (text, file) => {
      read.push(file);
      return text.toString() === 'broken' ? null : { word: text.toString() };
    },
    { issuesFolder: '/desk/issues', memory: MEMORY, world },
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
  const { register, read, world } = open();
  await register.listOthers('/elsewhere/issue.yaml');
  expect(read).toHaveLength(3);
  await register.listOthers('/elsewhere/issue.yaml');
  expect(read).toHaveLength(3);
  world.files.set('/desk/issues/2024-18/issue.yaml', Buffer.from('changed'));
  expect(await register.listOthers('/elsewhere/issue.yaml')).toContainEqual({ word: 'changed' });
  expect(read).toHaveLength(4);
});

test('an issue whose file is as it was is not opened', async () => {
  const { register, world } = open();
  await register.listOthers('/elsewhere/issue.yaml');
  const opened: string[] = [];
  const next = createRegister((text) => text.toString(), {
    issuesFolder: '/desk/issues',
    memory: MEMORY,
    world: {
      ...world,
      readFile: (path) => {
        opened.push(path);
        return world.readFile(path);
      },
    },
  });
  world.files.set('/desk/issues/2024-19/issue.yaml', Buffer.from('changed'));
  expect(await next.listOthers('/elsewhere/issue.yaml')).toEqual([{ word: 'eighteen' }, 'changed']);
  expect(opened).toEqual([MEMORY, '/desk/issues/2024-19/issue.yaml']);
});

test('a memory that is damaged, or of another version, is as good as none', async () => {
  for (const memory of ['{', '{"version":0,"entries":{}}', '"x"', '{"version":1}']) {
    const { register } = open({ ...FILES, [MEMORY]: memory });
    expect(await register.listOthers('/elsewhere/issue.yaml')).toHaveLength(2);
  }
});

test('a memory that cannot be written costs nothing but time', async () => {
  const world = createMemoryWorld(FILES, {
    writeFile: () => Promise.reject(new Error('disk full')),
  });
  const register = createRegister((text) => text.toString(), {
    issuesFolder: '/desk/issues',
    memory: MEMORY,
    world,
  });
  expect(await register.listOthers('/elsewhere/issue.yaml')).toHaveLength(3);
});
