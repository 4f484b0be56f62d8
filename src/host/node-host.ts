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
 * Returns the host that Node.js provides; `program` identifies the version of this program. An
 * interrupted program removes its unfinished files.
 */
export function createNodeHost(program?: string): Host {
  const unfinished = new Set<string>();
  const untilStopped = listenForStop(unfinished);
  return {
    program,
    readFile: (path, maxBytes = Number.POSITIVE_INFINITY) => readStableFile(path, maxBytes),
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
    // On Windows, virus scanners and indexers keep new files open for a moment.
    removeFolder: (path) => rm(path, { recursive: true, force: true, maxRetries: 3 }),
    removeEmptyFolder: (path) => rmdir(path).catch(() => {}),
    run: runProgram,
    openAddress,
    untilStopped,
    now: () => performance.now(),
    currentTime: () => Date.now(),
    isRunning,
    process: process.pid,
    thread: threadId,
    processors: availableParallelism(),
    environment: process.env,
    // npm runs scripts in the project's folder; INIT_CWD is the folder that npm was called from.
    folder: process.env.INIT_CWD ?? process.cwd(),
    isTerminal: (stream) => process[stream].isTTY === true,
    print: (text) => void process.stdout.write(`${text}\n`),
    warn: (text) => void process.stderr.write(`${text}\n`),
    showProgress,
  };
}

/**
 * Handles SIGINT, SIGTERM and SIGHUP: removes unfinished files, then ends the program. If the program
 * waits in `untilStopped`, that promise resolves instead.
 */
function listenForStop(unfinished: ReadonlySet<string>): Host['untilStopped'] {
  const waiting: (() => void)[] = [];
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      for (const path of unfinished) removeNow(path);
      if (waiting.length === 0) exitBySignal(signal);
      for (const resolve of waiting) resolve();
    });
  }
  return () => new Promise((resolve) => waiting.push(resolve));
}

/** Removes a file. On Windows an open file cannot be removed; the next run removes it. */
function removeNow(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

/**
 * Ends the process as the signal would. On Windows, process.kill exits with 1 or rejects the signal, so
 * the process exits with the code that shells use for the signal.
 */
function exitBySignal(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): void {
  if (isWindows) process.exit(128 + constants.signals[signal]);
  else process.kill(process.pid, signal);
}

// Metadata is read synchronously: a build reads it hundreds of times, and the thread pool takes ten
// times as long as the call. The cost is that a network drive that hangs blocks the whole program.

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
    // Imported on demand: only the preview needs it.
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
 * Creates a folder and its missing parents. Node's recursive mkdir retries for as long as the system
 * reports a missing parent, which is forever where nothing can be created, as in /proc.
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await makeOne(path);
  } catch (error) {
    const parent = dirname(path);
    // A missing drive is its own parent.
    const isDrive = parent === path;
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || isDrive) throw error;
    if ((await kindOf(parent)) === undefined) await makeFolder(parent);
    await makeOne(path);
  }
}

/** Creates one folder; no error if another program creates it at the same time. */
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

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // EPERM: the process runs, but belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function showProgress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}

/** Largest output of a program, in bytes; far more than any program here prints. */
const MAX_OUTPUT = 2 ** 26;

/**
 * Runs a program without a shell and waits until it exits.
 * @returns undefined when it does not exist, or needs a shell on Windows, as .bat files do
 */
export function runProgram(
  program: string,
  args: readonly string[],
): Promise<ProgramResult | undefined> {
  const [file = '', ...rest] = [...commandOf(program), ...args];
  return new Promise((resolve, reject) => {
    const fail = (error: { readonly code?: string | number | null | undefined }) => {
      if (error.code === 'ENOENT' || error.code === 'EINVAL') resolve(undefined);
      else reject(error);
    };
    try {
      const options = { maxBuffer: MAX_OUTPUT, env: plainEnvironment() };
      execFile(file, rest, options, (error, stdout, stderr) => {
        if (error && typeof error.code !== 'number') return fail(error);
        const code = Number(error?.code ?? 0);
        return resolve({ code, output: stdout, printed: stdout + stderr });
      });
    } catch (error) {
      fail(error as NodeJS.ErrnoException);
    }
  });
}

/**
 * Environment for programs whose output is captured: without colours, because it becomes part of summaries
 * and error messages.
 */
function plainEnvironment(): NodeJS.ProcessEnv {
  // Node.js warns if both variables are set.
  const { FORCE_COLOR: _, ...environment } = process.env;
  return { ...environment, NO_COLOR: '1' };
}

/**
 * Returns the command line that starts a program. npm is a .cmd file on Windows and needs a shell, so
 * the npm script that started this program is run with Node.
 */
function commandOf(program: string): string[] {
  const script = process.env.npm_execpath;
  const isNpm = program === 'npm' && script?.endsWith('npm-cli.js');
  return isNpm ? [process.execPath, script ?? ''] : [program];
}
