// A power failure or `kill -9` may end a build at any step. Each step is tested.
import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Host } from '../../src/host/host.ts';
import { recoverOutput, WriteFailure, writeTogether } from '../../src/output/write-together.ts';
import { createMemoryHost, type MemoryHost, namesIn } from '../helpers/memory-host.ts';

const PDF = '/out/a.pdf';
const REPORT = '/out/a.json';
/** Methods that change the disk. */
const STEPS = ['makeFolder', 'writeFile', 'rename', 'remove', 'removeEmptyFolder'] as const;

function edition(text: string): Record<string, string> {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { [PDF]: text, [REPORT]: `${JSON.stringify({ sha256 })}\n` };
}
const OLD = edition('the old PDF');
const NEW = edition('the new PDF');
const FILES = Object.entries(NEW).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));

function textsIn(host: MemoryHost): Record<string, string> {
  return Object.fromEntries([...host.files].map(([path, bytes]) => [path, bytes.toString()]));
}

/** Replaces a call that changes the disk. */
type Accident = (step: (typeof STEPS)[number], args: readonly unknown[]) => Promise<never>;

/** A host on which the accident happens at a step; later steps work, or have the accident too. */
function failAtStep(step: number, memory: MemoryHost, accident: Accident, after: 'works' | 'dead') {
  let count = 0;
  const changes: Record<string, unknown> = {};
  for (const name of STEPS) {
    const call = memory[name] as (...args: unknown[]) => Promise<void>;
    changes[name] = async (...args: unknown[]) => {
      count++;
      if (count === step || (after === 'dead' && count > step)) return accident(name, args);
      return call(...args);
    };
  }
  const host: Host = { ...memory, process: 77, ...(changes as Partial<Host>) };
  return { host, steps: () => count };
}

/** Writes until the accident; a write of a killed program never settles. */
async function writeUntil(host: Host, dead: Promise<void>): Promise<unknown> {
  const writing = writeTogether(FILES, host).then(
    () => undefined,
    (error: unknown) => error,
  );
  return Promise.race([writing, dead.then(() => 'killed')]);
}

function expectWhole(texts: Record<string, string>, old: Record<string, string>): void {
  for (const path of [PDF, REPORT]) {
    expect([old[path], NEW[path]]).toContain(texts[path]);
  }
}

const BEFORE: [string, Record<string, string>][] = [
  ['an old edition', OLD],
  ['nothing', {}],
];

describe.each(BEFORE)('writing over %s', (_, old) => {
  const steps = async () => {
    const all = failAtStep(0, createMemoryHost(old), () => Promise.reject(), 'works');
    await writeTogether(FILES, all.host);
    return all.steps();
  };

  test.each([0, 0.5, 1])('survives a kill at every step, after %d of the file', async (share) => {
    const last = await steps();
    // SECURITY.md counts them: 6 steps, over something and nothing, 3 shares or 4 failures.
    expect(last).toBe(6);
    for (let step = 1; step <= last; step++) {
      const memory = createMemoryHost(old);
      let die = () => {};
      const dead = new Promise<void>((resolve) => {
        die = resolve;
      });
      const accident: Accident = async (name, [path, bytes]) => {
        if (name === 'writeFile' && share > 0) {
          const all = bytes as Buffer;
          await memory.writeFile(path as string, all.subarray(0, all.length * share));
        }
        die();
        return new Promise<never>(() => {});
      };
      const { host } = failAtStep(step, memory, accident, 'dead');
      expect(await writeUntil(host, dead)).toBe('killed');
      expectWhole(textsIn(memory), old);
      // Before the next build, PDF and report belong together and no unfinished file is left.
      await recoverOutput('/out', memory);
      expect([old, NEW]).toContainEqual(textsIn(memory));
      await writeTogether(FILES, memory);
      expect(textsIn(memory)).toEqual(NEW);
    }
  });

  test.each(['ENOSPC', 'EIO', 'EACCES', 'EBUSY'])('survives %s at every step', async (code) => {
    const last = await steps();
    for (let step = 1; step <= last; step++) {
      const memory = createMemoryHost(old);
      const accident: Accident = async (name, [path, bytes]) => {
        if (name === 'writeFile') {
          await memory.writeFile(path as string, (bytes as Buffer).subarray(0, 3));
        }
        throw Object.assign(new Error(`${code}: no`), { code });
      };
      const { host } = failAtStep(step, memory, accident, 'works');
      const error = await writeUntil(host, new Promise(() => {}));
      expect(error).toBeInstanceOf(WriteFailure);
      expect(String(error)).toMatch(/could not be written: (the|EIO)/);
      expectWhole(textsIn(memory), old);
      expect(namesIn(memory, '/out').filter((name) => name.startsWith('.'))).toEqual([]);
    }
  });
});

test('two builds at the same time leave complete files of one or the other', async () => {
  for (const [first, second] of [
    [OLD, NEW],
    [NEW, OLD],
  ] as const) {
    const memory = createMemoryHost({}, { isRunning: () => true });
    const filesOf = (texts: Record<string, string>) =>
      Object.entries(texts).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
    await Promise.all([
      writeTogether(filesOf(first), { ...memory, process: 77 }),
      writeTogether(filesOf(second), { ...memory, process: 88 }),
    ]);
    expectWhole(textsIn(memory), OLD);
    expect(namesIn(memory, '/out').sort()).toEqual(['a.json', 'a.pdf']);
  }
});
