import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './project-root.ts';

/** Options for starting the program. The environment of this process is the default. */
export interface Launch {
  /** Folder of the project; by default this one. */
  readonly project?: string;
  /** Options of Node.js. */
  readonly node?: readonly string[];
  /** A program with arguments that starts Node.js: `unshare -n`. */
  readonly through?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** User ID of the process; for root only. */
  readonly user?: number | undefined;
}

/** Removes what turns annotations or colours on. Jest sets FORCE_COLOR for its workers in a terminal. */
const NO_CI = { GITHUB_ACTIONS: '', CI: '', FORCE_COLOR: undefined, NO_COLOR: undefined };

/** Exit code and output of a process. */
export interface Ended {
  /** Null if a signal ended the process. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the program in a new process as npm does. */
export function startProgram(
  words: readonly string[],
  { project = root, node = [], through = [], environment = {}, user }: Launch = {},
): { child: ChildProcess; ended: Promise<Ended> } {
  const launcher = join(project, 'src', 'program', 'launch.cjs');
  const [program, ...rest] = [...through, process.execPath, ...node, launcher, ...words];
  const child = spawn(program ?? '', rest, {
    cwd: project,
    env: { ...process.env, ...NO_CI, INIT_CWD: project, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  const printed = { out: '', err: '' };
  child.stdout?.on('data', (text) => {
    printed.out += String(text);
  });
  child.stderr?.on('data', (text) => {
    printed.err += String(text);
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, ...printed }));
  });
  return { child, ended };
}

/** Runs the program until it exits. */
export function runProgram(words: readonly string[], launch?: Launch): Promise<Ended> {
  return startProgram(words, launch).ended;
}
