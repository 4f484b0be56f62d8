import { describe, expect, test } from '@jest/globals';
import type { Host } from '../../src/host/host.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { observeHost } from '../../src/host/observe-host.ts';
import { recordReads } from '../../src/preview/session.ts';
import { createRecordingHost } from '../../src/publishing/archive/recording-host.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';

/** A host whose methods only record their arguments and their results. */
function createSilentHost() {
  const given = new Map<string, unknown[]>();
  const returned = new Map<string, unknown>();
  const members = Object.entries(createNodeHost()).map(([name, member]) => {
    if (typeof member !== 'function') return [name, member];
    const answer = (...args: unknown[]) => {
      given.set(name, args);
      returned.set(name, { of: name });
      return returned.get(name);
    };
    return [name, answer];
  });
  return { host: Object.fromEntries(members) as Host, given, returned };
}

describe('a wrapper forwards every member of a host with all arguments and results', () => {
  test.each<[string, (host: Host) => Host]>([
    ['without observers', (host) => observeHost(host, {})],
    ['the preview’s', (host) => recordReads(host, () => true).host],
    ['the archive’s', (host) => createRecordingHost(host).host],
  ])('%s', async (_, wrap) => {
    const { host, given, returned } = createSilentHost();
    const wrapped = wrap(host);
    expect(Object.keys(wrapped).sort()).toEqual(Object.keys(host).sort());
    for (const [name, member] of Object.entries(wrapped)) {
      if (typeof member !== 'function') {
        expect(member).toBe(host[name as keyof Host]);
        continue;
      }
      const args = [`/${name}`, { second: name }, 3, 'fourth'];
      const result = await member(...args);
      expect([name, given.get(name)]).toEqual([name, args]);
      expect(result).toBe(returned.get(name));
    }
  });
});

describe('an observer', () => {
  const observed = () => {
    const calls: string[] = [];
    const host = observeHost(createMemoryHost({ '/desk/a': 'abc' }), {
      beforeReading: (path) => calls.push(`before ${path}`),
      methods: {
        readFile: async (path, maxBytes) => {
          calls.push(`read ${path} ${maxBytes}`);
          return async (bytes) => {
            await Promise.resolve();
            calls.push(`got ${bytes}`);
          };
        },
        rename: (from, to) => () => void calls.push(`renamed ${from} ${to}`),
      },
    });
    return { calls, host };
  };

  test('is called before a method and after it', async () => {
    const { calls, host } = observed();
    expect(String(await host.readFile('/desk/a', 2))).toBe('ab');
    await host.rename('/desk/a', '/desk/b');
    await host.kindOf('/desk/c');
    expect(calls).toEqual([
      'before /desk/a',
      'read /desk/a 2',
      'got ab',
      'renamed /desk/a /desk/b',
      'before /desk/c',
    ]);
  });

  test('is not called after a method that failed', async () => {
    const { calls, host } = observed();
    await expect(host.rename('/desk/missing', '/desk/b')).rejects.toMatchObject({
      code: 'ENOENT',
    });
    expect(calls).toEqual([]);
  });
});
