import { describe, expect, test } from '@jest/globals';
import type { World } from '../../src/host/host.ts';
import { createNodeWorld } from '../../src/host/node-host.ts';
import { observeWorld } from '../../src/host/observe-host.ts';
import { recordReads } from '../../src/preview/record-reads.ts';
import { createNotingWorld } from '../../src/publishing/archive/note-files.ts';
import { createMemoryWorld } from '../helpers/memory-host.ts';

/** A world whose methods only record their arguments and what they return. */
function createSilentWorld() {
  const given = new Map<string, unknown[]>();
  const returned = new Map<string, unknown>();
  const members = Object.entries(createNodeWorld()).map(([name, member]) => {
    if (typeof member !== 'function') return [name, member];
    const answer = (...args: unknown[]) => {
      given.set(name, args);
      returned.set(name, { of: name });
      return returned.get(name);
    };
    return [name, answer];
  });
  return { world: Object.fromEntries(members) as World, given, returned };
}

describe('a wrapper forwards every member of a world with all arguments and results', () => {
  test.each<[string, (world: World) => World]>([
    ['without observers', (world) => observeWorld(world, {})],
    ['the preview’s', (world) => recordReads(world, () => true).world],
    ['the archive’s', (world) => createNotingWorld(world).world],
  ])('%s', async (_, wrap) => {
    const { world, given, returned } = createSilentWorld();
    const wrapped = wrap(world);
    expect(Object.keys(wrapped).sort()).toEqual(Object.keys(world).sort());
    for (const [name, member] of Object.entries(wrapped)) {
      if (typeof member !== 'function') {
        expect(member).toBe(world[name as keyof World]);
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
    const world = observeWorld(createMemoryWorld({ '/desk/a': 'abc' }), {
      beforeReading: (path) => calls.push(`before ${path}`),
      methods: {
        readFile: async (path, most) => {
          calls.push(`read ${path} ${most}`);
          return async (bytes) => {
            await Promise.resolve();
            calls.push(`got ${bytes}`);
          };
        },
        rename: (from, to) => () => void calls.push(`renamed ${from} ${to}`),
      },
    });
    return { calls, world };
  };

  test('is called before a method and after it', async () => {
    const { calls, world } = observed();
    expect(String(await world.readFile('/desk/a', 2))).toBe('ab');
    await world.rename('/desk/a', '/desk/b');
    await world.kindOf('/desk/c');
    expect(calls).toEqual([
      'before /desk/a',
      'read /desk/a 2',
      'got ab',
      'renamed /desk/a /desk/b',
      'before /desk/c',
    ]);
  });

  test('is not called after a method that failed', async () => {
    const { calls, world } = observed();
    await expect(world.rename('/desk/missing', '/desk/b')).rejects.toMatchObject({
      code: 'ENOENT',
    });
    expect(calls).toEqual([]);
  });
});
