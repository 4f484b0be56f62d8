import { execFile } from 'node:child_process';
import { lstatSync, readdirSync, realpathSync, rmSync, statSync, watch } from 'node:fs';
import { mkdir, open, rename, rm, rmdir } from 'node:fs/promises';
import { availableParallelism, constants } from 'node:os';
import { dirname } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { EntryKind, FileUsage, Host, NameKind, ProgramResult } from './host.ts';
import { readStableFile } from './read-stable-file.ts';
import { renameWithRetries } from './rename-with-retries.ts';

const isWindows = process.platform === 'win32';

/**
 * The machine the program runs on; `program` tells its version from others. A program that is told to
 * stop removes what it has not finished.
 */
export function createNodeHost(program?: string): Host {
  const unfinished = new Set<string>();
  const untilStopped = listenForStop(unfinished);
  return {
    program,
    readFile: (path, most = Number.POSITIVE_INFINITY) => readStableFile(path, most),
    kindOf,
    nameKindOf,
    stampOf,
    changedAt,
    usageOf,
    realPath: async (path) => realpathSync.native(path),
    list,
    watchFolder,
    makeFolder,
    writeFile: async (path, bytes) => {
      unfinished.add(path);
      await writeDurably(path, bytes);
    },
    rename: async (from, to) => {
      await (isWindows ? renameWithRetries(from, to) : rename(from, to));
      unfinished.delete(from);
    },
    remove: async (path) => {
      await rm(path, { force: true });
      unfinished.delete(path);
    },
    // On Windows other programs have new files open for a moment.
    removeFolder: (path) => rm(path, { recursive: true, force: true, maxRetries: 3 }),
    removeEmptyFolder: (path) => rmdir(path).catch(() => {}),
    run: runProgram,
    openAddress,
    untilStopped,
    now: () => performance.now(),
    isRunning,
    process: process.pid,
    thread: threadId,
    processors: availableParallelism(),
    environment: process.env,
    // npm runs a script in the project's folder and tells where it was called from.
    folder: process.env.INIT_CWD ?? process.cwd(),
    print: (text) => void process.stdout.write(`${text}\n`),
    warn: (text) => void process.stderr.write(`${text}\n`),
    showProgress,
  };
}

/**
 * On Ctrl+C or a stop from outside: files that have not got their names go, then the program; where
 * it waits to be stopped it is told instead.
 */
function listenForStop(unfinished: ReadonlySet<string>): Host['untilStopped'] {
  const waiting: (() => void)[] = [];
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      for (const path of unfinished) removeNow(path);
      if (waiting.length === 0) stopBy(signal);
      for (const tell of waiting) tell();
    });
  }
  return () => new Promise((resolve) => waiting.push(resolve));
}

/** Removes a file; on Windows one that is still open stays, and goes in the next run. */
function removeNow(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

/**
 * Ends the process as a signal does. Windows has none: there the process ends with the code that shells
 * have for one, since process.kill would end it with 1, or know the signal not at all.
 */
function stopBy(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): void {
  if (isWindows) process.exit(128 + constants.signals[signal]);
  else process.kill(process.pid, signal);
}

// What a disk tells at once is asked for at once: a build asks hundreds of times, and to hand each
// question to a thread takes ten times as long as the answer. A network drive that hangs holds up the
// program as a whole.

async function list(folder: string): Promise<string[]> {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

async function kindOf(path: string): Promise<EntryKind | undefined> {
  try {
    const found = statSync(path);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  } catch {
    return undefined;
  }
}

async function nameKindOf(path: string): Promise<NameKind | undefined> {
  try {
    const found = lstatSync(path);
    if (found.isSymbolicLink()) return 'link';
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ENOTDIR'].includes(code)) return undefined;
    throw error;
  }
}

async function stampOf(path: string): Promise<string | undefined> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  } catch {
    return undefined;
  }
}

function watchFolder(folder: string, hint: () => void): () => void {
  try {
    const watcher = watch(folder, hint);
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => {};
  }
}

async function openAddress(address: string): Promise<boolean> {
  try {
    // Loaded when it is asked for: no other command needs it.
    const { default: show } = await import('open');
    const browser = await show(address);
    browser.on('error', () => {});
    return true;
  } catch {
    return false;
  }
}

async function changedAt(path: string): Promise<number | undefined> {
  try {
    return statSync(path).ctimeMs;
  } catch {
    return undefined;
  }
}

async function usageOf(path: string): Promise<FileUsage | undefined> {
  try {
    const found = statSync(path);
    if (!found.isFile()) return undefined;
    return { bytes: found.size, usedAt: Math.max(found.atimeMs, found.ctimeMs) };
  } catch {
    return undefined;
  }
}

/**
 * Node's own recursive mkdir makes the parents of a folder for as long as the system says that one
 * is missing. Where nothing can be made, as in /proc, the system says so for ever.
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await makeOne(path);
  } catch (error) {
    const parent = dirname(path);
    // A drive that is not there has no parent.
    const isDrive = parent === path;
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || isDrive) throw error;
    if ((await kindOf(parent)) === undefined) await makeFolder(parent);
    await makeOne(path);
  }
}

/** Makes a folder, which another program may do at the same moment. */
async function makeOne(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if ((await kindOf(path)) !== 'folder') throw error;
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function isRunning(number: number): boolean {
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, but it runs.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function showProgress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}

/** Most bytes that a program may print. */
const MOST_BYTES = 2 ** 26;

/**
 * Runs a program and waits for its end; no shell takes part.
 * @returns undefined when there is none, or when Windows starts it by a shell only, as files named .bat
 */
export function runProgram(
  program: string,
  words: readonly string[],
): Promise<ProgramResult | undefined> {
  const [file = '', ...given] = [...commandOf(program), ...words];
  return new Promise((resolve, reject) => {
    const fail = (error: { readonly code?: string | number | null | undefined }) => {
      if (error.code === 'ENOENT' || error.code === 'EINVAL') resolve(undefined);
      else reject(error);
    };
    try {
      execFile(file, given, { maxBuffer: MOST_BYTES }, (error, stdout, stderr) => {
        if (error && typeof error.code !== 'number') return fail(error);
        const code = Number(error?.code ?? 0);
        return resolve({ code, output: stdout, printed: stdout + stderr });
      });
    } catch (error) {
      fail(error as NodeJS.ErrnoException);
    }
  });
}

/** How a program is called: npm, a .cmd file on Windows, by the script that runs this program now. */
function commandOf(program: string): string[] {
  const script = process.env.npm_execpath;
  const isNpm = program === 'npm' && script?.endsWith('npm-cli.js');
  return isNpm ? [process.execPath, script ?? ''] : [program];
}
