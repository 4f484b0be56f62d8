import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isatty } from 'node:tty';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Host } from '../../src/host/host.ts';

/** A host under test, with what the tests cannot do through `Host` itself. */
export interface HostUnderTest {
  readonly host: Host;
  /** Path of an empty folder. */
  readonly base: string;
  /** Creates a symbolic link at `path`. */
  link(target: string, path: string): void;
  /** What was printed so far on stdout and stderr. */
  printed(): { readonly out: string; readonly err: string };
  /** Whether it watches folders and runs programs; a host in memory does neither. */
  readonly isMachine: boolean;
}

/** Longer than the resolution of a file system's clock, in ms. */
const TICK = 20;
/** Process ID that no process has; systems count to 2^22. */
const NO_PROCESS = 2 ** 22 + 1;
/** Maximum delay of a change notification, in ms. */
const HINT = 5000;

const bytes = (text: string) => Buffer.from(text);

/** Fails unless a promise rejects with one of these codes: POSIX’s first, then the one of Windows. */
async function expectCode(promise: Promise<unknown>, ...codes: string[]): Promise<void> {
  const code = await promise.then(
    () => 'no error',
    (error: NodeJS.ErrnoException) => error.code,
  );
  expect(codes).toContain(code);
}

/**
 * Runs the tests that every implementation and every wrapper of `Host` must pass. Does not compile if a member
 * of `Host` has no entry here.
 */
export function describeHostContract(name: string, createHost: () => HostUnderTest): void {
  let it: HostUnderTest;
  let host: Host;
  const at = (...steps: string[]) => join(it.base, ...steps);
  const write = async (path: string, text: string) => host.writeFile(path, bytes(text));
  const read = async (path: string) => (await host.readFile(path)).toString();
  beforeEach(() => {
    it = createHost();
    host = it.host;
  });

  const methods: Readonly<Record<keyof Host, () => void>> = {
    readFile: () => {
      test('returns the bytes of a file, at most the given number', async () => {
        await write(at('a'), 'abcdef');
        expect(await read(at('a'))).toBe('abcdef');
        for (const [most, text] of [
          [0, ''],
          [1, 'a'],
          [6, 'abcdef'],
          [7, 'abcdef'],
        ] as const) {
          expect((await host.readFile(at('a'), most)).toString()).toBe(text);
        }
      });

      test('returns the start of a large file', async () => {
        await write(at('large'), 'x'.repeat(2 ** 22));
        expect(await host.readFile(at('large'), 2 ** 21)).toHaveLength(2 ** 21);
      });

      test('returns bytes that belong to the caller', async () => {
        await write(at('a'), 'abc');
        (await host.readFile(at('a'))).fill(0);
        expect(await read(at('a'))).toBe('abc');
      });

      test('follows links', async () => {
        await write(at('a'), 'abc');
        it.link(at('a'), at('link'));
        expect(await read(at('link'))).toBe('abc');
        await host.makeFolder(at('folder'));
        await write(at('folder', 'b'), 'b');
        it.link('folder', at('to-folder'));
        expect(await read(at('to-folder', 'b'))).toBe('b');
      });

      test('rejects a path that is not a file', async () => {
        await host.makeFolder(at('folder'));
        await write(at('a'), 'abc');
        it.link(at('nowhere'), at('lost'));
        await expectCode(host.readFile(at('missing')), 'ENOENT');
        await expectCode(host.readFile(at('missing', 'too')), 'ENOENT');
        await expectCode(host.readFile(at('lost')), 'ENOENT');
        await expectCode(host.readFile(at('a', 'below')), 'ENOTDIR', 'ENOENT');
        await expectCode(host.readFile(at('folder')), 'EISDIR', 'EPERM');
        await expect(host.readFile(at('folder'), 1)).rejects.toThrow();
      });
    },

    kindOf: () => {
      test('returns the kind of the target, undefined if it does not exist', async () => {
        await write(at('a'), '');
        await host.makeFolder(at('folder', 'empty'));
        it.link(at('a'), at('to-file'));
        it.link('folder', at('to-folder'));
        it.link(at('nowhere'), at('lost'));
        it.link(at('round'), at('trip'));
        it.link(at('trip'), at('round'));
        const kinds = {
          a: 'file',
          folder: 'folder',
          'folder/empty': 'folder',
          'to-file': 'file',
          'to-folder': 'folder',
          'to-folder/empty': 'folder',
          lost: undefined,
          round: undefined,
          missing: undefined,
          'a/below': undefined,
        };
        for (const [path, kind] of Object.entries(kinds)) {
          expect([path, await host.kindOf(at(...path.split('/')))]).toEqual([path, kind]);
        }
        expect(await host.kindOf(it.base)).toBe('folder');
      });
    },

    nameKindOf: () => {
      test('returns the kind of the entry itself; a link is a link', async () => {
        await write(at('a'), '');
        await host.makeFolder(at('folder', 'empty'));
        it.link(at('a'), at('to-file'));
        it.link('folder', at('to-folder'));
        it.link(at('nowhere'), at('lost'));
        it.link(at('round'), at('round'));
        const kinds = {
          a: 'file',
          folder: 'folder',
          'to-file': 'link',
          'to-folder': 'link',
          'to-folder/empty': 'folder',
          lost: 'link',
          round: 'link',
          missing: undefined,
          'missing/below': undefined,
          'a/below': undefined,
        };
        for (const [path, kind] of Object.entries(kinds)) {
          expect([path, await host.nameKindOf(at(...path.split('/')))]).toEqual([path, kind]);
        }
      });

      test('rejects if the system denies the answer', async () => {
        it.link(at('round'), at('round'));
        await expectCode(host.nameKindOf(at('round', 'below')), 'ELOOP', 'UNKNOWN');
      });
    },

    stampOf: () => {
      test('stays the same until the file changes', async () => {
        await write(at('a'), 'one');
        const stamp = await host.stampOf(at('a'));
        expect(stamp).toEqual(expect.any(String));
        expect(await host.stampOf(at('a'))).toBe(stamp);
        await write(at('b'), 'two');
        expect(await host.stampOf(at('b'))).not.toBe(stamp);
        await host.rename(at('b'), at('a'));
        expect(await host.stampOf(at('a'))).not.toBe(stamp);
      });

      test('of a link is that of its target', async () => {
        await write(at('a'), 'one');
        it.link(at('a'), at('link'));
        expect(await host.stampOf(at('link'))).toBe(await host.stampOf(at('a')));
        it.link(at('nowhere'), at('lost'));
        expect(await host.stampOf(at('lost'))).toBeUndefined();
      });

      test('of a folder changes if an entry is added or removed', async () => {
        await host.makeFolder(at('folder'));
        const empty = await host.stampOf(at('folder'));
        expect(empty).toEqual(expect.any(String));
        await pause(TICK);
        await write(at('folder', 'a'), '');
        const full = await host.stampOf(at('folder'));
        expect(full).not.toBe(empty);
        await pause(TICK);
        await host.remove(at('folder', 'a'));
        expect(await host.stampOf(at('folder'))).not.toBe(full);
      });

      test('is undefined if the path does not exist', async () => {
        await write(at('a'), '');
        expect(await host.stampOf(at('missing'))).toBeUndefined();
        expect(await host.stampOf(at('a', 'below'))).toBeUndefined();
      });
    },

    changedAt: () => {
      test('is a time that never decreases, undefined if the path does not exist', async () => {
        await write(at('a'), 'one');
        it.link(at('a'), at('link'));
        const first = await host.changedAt(at('a'));
        expect(first).toEqual(expect.any(Number));
        expect(await host.changedAt(at('link'))).toBe(first);
        await write(at('b'), 'two');
        await host.rename(at('b'), at('a'));
        expect(await host.changedAt(at('a'))).toBeGreaterThanOrEqual(first ?? Infinity);
        expect(await host.changedAt(it.base)).toEqual(expect.any(Number));
        expect(await host.changedAt(at('missing'))).toBeUndefined();
      });
    },

    usageOf: () => {
      test('is that of a file after following links, otherwise undefined', async () => {
        await write(at('a'), 'four');
        await host.makeFolder(at('folder'));
        it.link(at('a'), at('link'));
        const usage = { bytes: 4, usedAt: expect.any(Number) };
        expect(await host.usageOf(at('a'))).toEqual(usage);
        expect(await host.usageOf(at('link'))).toEqual(usage);
        expect(await host.usageOf(at('folder'))).toBeUndefined();
        expect(await host.usageOf(at('missing'))).toBeUndefined();
      });
    },

    realPath: () => {
      test('resolves links, also in parent folders', async () => {
        await host.makeFolder(at('folder'));
        await write(at('folder', 'a'), '');
        it.link('folder', at('to-folder'));
        it.link(at('to-folder', 'a'), at('to-file'));
        const real = await host.realPath(at('folder', 'a'));
        expect(await host.realPath(at('to-folder', 'a'))).toBe(real);
        expect(await host.realPath(at('to-file'))).toBe(real);
        expect(await host.realPath(at('to-folder', '..', 'folder', 'a'))).toBe(real);
        expect(real).toBe(join(await host.realPath(it.base), 'folder', 'a'));
      });

      test('rejects a path that does not exist', async () => {
        it.link(at('nowhere'), at('lost'));
        await expectCode(host.realPath(at('missing')), 'ENOENT');
        await expectCode(host.realPath(at('lost')), 'ENOENT');
      });
    },

    list: () => {
      test('lists the entries of a folder, not those of its subfolders', async () => {
        await host.makeFolder(at('folder', 'deep'));
        await write(at('folder', 'deep', 'b'), '');
        await write(at('folder', '.a'), '');
        it.link(at('nowhere'), at('folder', 'lost'));
        it.link('folder', at('to-folder'));
        const names = ['.a', 'deep', 'lost'];
        expect((await host.list(at('folder'))).sort()).toEqual(names);
        expect((await host.list(at('to-folder'))).sort()).toEqual(names);
      });

      test('is empty for an empty folder, a file and a missing path', async () => {
        await host.makeFolder(at('folder'));
        await write(at('a'), '');
        for (const path of ['folder', 'a', 'missing']) {
          expect(await host.list(at(path))).toEqual([]);
        }
      });
    },

    watchFolder: () => {
      test('reports changes until it is stopped, if the host supports it', async () => {
        let hints = 0;
        let hinted = () => {};
        const change = new Promise<void>((resolve) => {
          hinted = resolve;
        });
        const end = host.watchFolder(it.base, () => {
          hints++;
          hinted();
        });
        await write(at('a'), '');
        if (it.isMachine) await Promise.race([change, pause(HINT, undefined, { ref: false })]);
        expect(hints > 0).toBe(it.isMachine);
        await pause(TICK);
        end();
        end();
        const before = hints;
        await write(at('b'), '');
        await pause(TICK);
        expect(hints).toBe(before);
      });

      test('does nothing for a folder that does not exist', () => {
        host.watchFolder(at('missing'), () => {})();
      });
    },

    makeFolder: () => {
      test('creates a folder with its parents, also if it exists', async () => {
        await host.makeFolder(at('deep', 'down'));
        await host.makeFolder(at('deep', 'down'));
        expect(await host.kindOf(at('deep', 'down'))).toBe('folder');
        await Promise.all([host.makeFolder(at('by', 'two')), host.makeFolder(at('by', 'two'))]);
        expect(await host.kindOf(at('by', 'two'))).toBe('folder');
      });

      test('follows a link to a folder', async () => {
        await host.makeFolder(at('folder'));
        it.link('folder', at('link'));
        await host.makeFolder(at('link'));
        await host.makeFolder(at('link', 'inside'));
        expect(await host.kindOf(at('folder', 'inside'))).toBe('folder');
      });

      test('rejects a path through a file', async () => {
        await write(at('a'), '');
        await expectCode(host.makeFolder(at('a')), 'EEXIST');
        await expectCode(host.makeFolder(at('a', 'below')), 'ENOTDIR', 'ENOENT');
        expect(await host.kindOf(at('a'))).toBe('file');
      });
    },

    writeFile: () => {
      test('keeps a copy of the bytes', async () => {
        const given = bytes('abc');
        await host.writeFile(at('a'), given);
        given.fill(0);
        expect(await read(at('a'))).toBe('abc');
      });

      test('rejects an existing path', async () => {
        await write(at('a'), 'old');
        await host.makeFolder(at('folder'));
        it.link(at('nowhere'), at('lost'));
        for (const path of ['a', 'folder', 'lost']) {
          await expectCode(write(at(path), 'new'), 'EEXIST');
        }
        expect(await read(at('a'))).toBe('old');
        expect(await host.kindOf(at('nowhere'))).toBeUndefined();
      });

      test('does not create folders', async () => {
        await write(at('a'), '');
        await expectCode(write(at('missing', 'b'), ''), 'ENOENT');
        await expectCode(write(at('a', 'b'), ''), 'ENOTDIR', 'ENOENT');
        expect(await host.list(it.base)).toEqual(['a']);
      });
    },

    rename: () => {
      test('moves a file, replacing another', async () => {
        await write(at('a'), 'new');
        await write(at('b'), 'old');
        await host.rename(at('a'), at('b'));
        expect(await host.list(it.base)).toEqual(['b']);
        expect(await read(at('b'))).toBe('new');
      });

      test('moves a folder with its contents', async () => {
        await host.makeFolder(at('folder', 'empty'));
        await write(at('folder', 'a'), 'abc');
        await host.rename(at('folder'), at('moved'));
        expect(await host.list(it.base)).toEqual(['moved']);
        expect((await host.list(at('moved'))).sort()).toEqual(['a', 'empty']);
        expect(await read(at('moved', 'a'))).toBe('abc');
      });

      test('moves and replaces links, not their targets', async () => {
        await write(at('a'), 'abc');
        await write(at('new'), 'new');
        it.link('a', at('link'));
        await host.rename(at('link'), at('moved'));
        expect((await host.list(it.base)).sort()).toEqual(['a', 'moved', 'new']);
        await host.rename(at('new'), at('moved'));
        expect(await read(at('moved'))).toBe('new');
        expect(await read(at('a'))).toBe('abc');
      });

      test('rejects a path that does not exist', async () => {
        await write(at('a'), 'abc');
        await expectCode(host.rename(at('missing'), at('b')), 'ENOENT');
        await expectCode(host.rename(at('a'), at('missing', 'b')), 'ENOENT');
        expect(await read(at('a'))).toBe('abc');
      });

      test('does not replace a folder by a file, or a file by a folder', async () => {
        await write(at('a'), 'abc');
        await host.makeFolder(at('folder'));
        await write(at('folder', 'b'), '');
        await host.makeFolder(at('other'));
        await write(at('other', 'c'), '');
        await expectCode(host.rename(at('a'), at('folder')), 'EISDIR', 'EPERM');
        await expectCode(host.rename(at('other'), at('a')), 'ENOTDIR', 'EPERM');
        await expectCode(host.rename(at('other'), at('folder')), 'ENOTEMPTY', 'EPERM');
        expect((await host.list(it.base)).sort()).toEqual(['a', 'folder', 'other']);
      });
    },

    remove: () => {
      test('removes a file, and a link without its target', async () => {
        await write(at('a'), '');
        it.link('a', at('link'));
        await host.remove(at('link'));
        expect(await host.list(it.base)).toEqual(['a']);
        await host.remove(at('a'));
        expect(await host.list(it.base)).toEqual([]);
        expect(await host.kindOf(it.base)).toBe('folder');
      });

      test('does nothing if the path does not exist', async () => {
        await host.remove(at('missing'));
        await host.remove(at('missing', 'too'));
      });

      test('rejects a folder and keeps it', async () => {
        await host.makeFolder(at('folder'));
        await expect(host.remove(at('folder'))).rejects.toThrow();
        expect(await host.kindOf(at('folder'))).toBe('folder');
      });
    },

    removeFolder: () => {
      test('removes a folder with its contents, but no targets of links', async () => {
        await host.makeFolder(at('folder', 'deep'));
        await write(at('folder', 'deep', 'a'), '');
        await host.makeFolder(at('other'));
        await write(at('other', 'b'), '');
        it.link(at('other'), at('folder', 'link'));
        it.link(at('other'), at('to-other'));
        await host.removeFolder(at('folder'));
        await host.removeFolder(at('to-other'));
        expect(await host.list(it.base)).toEqual(['other']);
        expect(await host.list(at('other'))).toEqual(['b']);
      });

      test('does nothing if the path does not exist', async () => {
        await host.removeFolder(at('missing'));
      });
    },

    removeEmptyFolder: () => {
      test('removes an empty folder and nothing else', async () => {
        await write(at('a'), '');
        for (const folder of ['empty', 'full']) await host.makeFolder(at(folder));
        await write(at('full', 'b'), '');
        for (const path of ['a', 'empty', 'full', 'missing']) {
          await host.removeEmptyFolder(at(path));
        }
        expect((await host.list(it.base)).sort()).toEqual(['a', 'full']);
      });
    },

    run: () => {
      test('returns undefined if the program does not exist', async () => {
        expect(await host.run('no-such-program-of-the-tests', ['word'])).toBeUndefined();
      });

      test('returns the exit code and the output', async () => {
        if (!it.isMachine) return;
        const code = 'console.log(process.argv[1]); console.error("err"); process.exit(3)';
        expect(await host.run(process.execPath, ['-e', code, 'two words; $HOME'])).toEqual({
          code: 3,
          output: 'two words; $HOME\n',
          printed: 'two words; $HOME\nerr\n',
        });
      });
    },

    now: () => {
      test('never decreases', () => {
        const first = host.now();
        expect(host.now()).toBeGreaterThanOrEqual(first);
      });
    },

    currentTime: () => {
      test('is a moment of this century', () => {
        expect(new Date(host.currentTime()).getUTCFullYear()).toBeGreaterThan(2020);
      });
    },

    isRunning: () => {
      test('is true for this process, false for one that does not exist', () => {
        expect(host.isRunning(host.process)).toBe(true);
        expect(host.isRunning(NO_PROCESS)).toBe(false);
      });
    },

    isTerminal: () => {
      test('is true exactly for the streams that are terminals', () => {
        for (const stream of ['stdout', 'stderr'] as const) {
          expect(host.isTerminal(stream)).toBe(it.isMachine && isatty(process[stream].fd));
        }
      });
    },

    print: () => {
      test('prints a line on stdout', () => {
        host.print('result');
        expect(it.printed()).toEqual({ out: 'result\n', err: '' });
      });
    },

    warn: () => {
      test('prints a line on stderr', () => {
        host.warn('message');
        expect(it.printed()).toEqual({ out: '', err: 'message\n' });
      });
    },

    showProgress: () => {
      test('prints nothing without a terminal', () => {
        host.showProgress('half');
        host.showProgress('');
        expect(it.printed().out).toBe('');
      });
    },

    // More tests of these two would need a browser and a signal.
    openAddress: () => {
      test('is a function', () => {
        expect(host.openAddress).toEqual(expect.any(Function));
      });
    },
    untilStopped: () => {
      test('waits', async () => {
        const stopped = host.untilStopped().then(() => 'stopped');
        expect(await Promise.race([stopped, pause(TICK, 'waiting')])).toBe('waiting');
      });
    },

    program: () => {
      test('is a string or undefined', () => {
        expect(['string', 'undefined']).toContain(typeof host.program);
      });
    },
    process: () => {
      test('is a number', () => expect(host.process).toBeGreaterThan(0));
    },
    thread: () => {
      test('is a number', () => expect(host.thread).toBeGreaterThanOrEqual(0));
    },
    processors: () => {
      test('is at least one', () => expect(host.processors).toBeGreaterThan(0));
    },
    environment: () => {
      test('is an object', () => expect(host.environment).toEqual(expect.any(Object)));
    },
    folder: () => {
      test('is an absolute path', () => expect(host.folder).toBe(resolve(host.folder)));
    },
  };

  describe(name, () => {
    for (const [method, describeMethod] of Object.entries(methods)) {
      describe(method, describeMethod);
    }
  });
}
