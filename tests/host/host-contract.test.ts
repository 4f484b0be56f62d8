import { mkdtempSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, jest } from '@jest/globals';
import type { Host } from '../../src/host/host.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { recordReads } from '../../src/preview/session.ts';
import { createRecordingHost } from '../../src/publishing/archive/recording-host.ts';
import { describeHostContract, type HostUnderTest } from '../helpers/host-contract.ts';
import { createMemoryHost, type Machine } from '../helpers/memory-host.ts';
import { MACOS } from '../helpers/other-systems.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

const real = makeRealFolder();
const node = createNodeHost();
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

function onMachine(): HostUnderTest {
  return {
    host: node,
    base: mkdtempSync(join(real, 'world-')),
    link: (target, path) => symlinkSync(target, path),
    printed: () => printed,
    isMachine: true,
  };
}

function inMemory(machine?: Machine): HostUnderTest {
  const host = createMemoryHost({}, {}, machine);
  void host.makeFolder('/desk/empty');
  const lines = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('');
  return {
    host,
    base: '/desk/empty',
    link: (target, path) => void host.links.set(path, target),
    printed: () => ({ out: lines(host.printed), err: lines(host.warned) }),
    isMachine: false,
  };
}

const recording = (host: Host) => recordReads(host, () => false).host;
const noting = (host: Host) => createRecordingHost(host).host;
/** One world around another: every wrapper is tested around both. */
const around = (wrap: (host: Host) => Host, create: () => HostUnderTest) => (): HostUnderTest => {
  const inner = create();
  return { ...inner, host: wrap(inner.host) };
};

describeHostContract('the machine', onMachine);
describeHostContract('a memory', () => inMemory());
describeHostContract('a Mac in memory', () => inMemory(MACOS));
describeHostContract('the preview’s record of the machine', around(recording, onMachine));
describeHostContract(
  'the preview’s record of a memory',
  around(recording, () => inMemory()),
);
describeHostContract('the archive’s notes of the machine', around(noting, onMachine));
describeHostContract(
  'the archive’s notes of a memory',
  around(noting, () => inMemory()),
);
