import { mkdtempSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, jest } from '@jest/globals';
import type { World } from '../../src/host/host.ts';
import { createNodeWorld } from '../../src/host/node-host.ts';
import { recordReads } from '../../src/preview/record-reads.ts';
import { createNotingWorld } from '../../src/publishing/archive/note-files.ts';
import { describeWorldContract, type WorldUnderTest } from '../helpers/host-contract.ts';
import { createMemoryWorld, type Machine } from '../helpers/memory-host.ts';
import { MACOS } from '../helpers/other-systems.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

const real = makeRealFolder();
const node = createNodeWorld();
let printed: { out: string; err: string };

beforeEach(() => {
  printed = { out: '', err: '' };
  const collect = (key: 'out' | 'err') => (text: unknown) => {
    printed[key] += String(text);
    return true;
  };
  jest.spyOn(process.stdout, 'write').mockImplementation(collect('out'));
  jest.spyOn(process.stderr, 'write').mockImplementation(collect('err'));
});
afterEach(() => {
  jest.restoreAllMocks();
});

function onMachine(): WorldUnderTest {
  return {
    world: node,
    base: mkdtempSync(join(real, 'world-')),
    link: (target, path) => symlinkSync(target, path),
    printed: () => printed,
    isMachine: true,
  };
}

function inMemory(machine?: Machine): WorldUnderTest {
  const world = createMemoryWorld({}, {}, machine);
  void world.makeFolder('/desk/empty');
  const lines = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('');
  return {
    world,
    base: '/desk/empty',
    link: (target, path) => void world.links.set(path, target),
    printed: () => ({ out: lines(world.printed), err: lines(world.warned) }),
    isMachine: false,
  };
}

const recording = (world: World) => recordReads(world, () => false).world;
const noting = (world: World) => createNotingWorld(world).world;
/** One world around another: every wrapper is tested around both. */
const around =
  (wrap: (world: World) => World, create: () => WorldUnderTest) => (): WorldUnderTest => {
    const inner = create();
    return { ...inner, world: wrap(inner.world) };
  };

describeWorldContract('the machine', onMachine);
describeWorldContract('a memory', () => inMemory());
describeWorldContract('a Mac in memory', () => inMemory(MACOS));
describeWorldContract('the preview’s record of the machine', around(recording, onMachine));
describeWorldContract(
  'the preview’s record of a memory',
  around(recording, () => inMemory()),
);
describeWorldContract('the archive’s notes of the machine', around(noting, onMachine));
describeWorldContract(
  'the archive’s notes of a memory',
  around(noting, () => inMemory()),
);
