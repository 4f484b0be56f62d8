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
    base: mkdtempSync(join(real, 'host-')),
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
const archiving = (host: Host) => createRecordingHost(host).host;
/** A wrapped host: every wrapper is tested around the real host and the one in memory. */
const around = (wrap: (host: Host) => Host, create: () => HostUnderTest) => (): HostUnderTest => {
  const inner = create();
  return { ...inner, host: wrap(inner.host) };
};

describeHostContract('the Node host', onMachine);
describeHostContract('the memory host', () => inMemory());
describeHostContract('the memory host of a Mac', () => inMemory(MACOS));
describeHostContract('the preview’s wrapper of the Node host', around(recording, onMachine));
describeHostContract(
  'the preview’s wrapper of the memory host',
  around(recording, () => inMemory()),
);
describeHostContract('the archive’s wrapper of the Node host', around(archiving, onMachine));
describeHostContract(
  'the archive’s wrapper of the memory host',
  around(archiving, () => inMemory()),
);
