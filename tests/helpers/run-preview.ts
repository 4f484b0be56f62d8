import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './project-root.ts';

/** The preview as a program of its own, as npm starts it. */
export interface RunningPreview {
  readonly address: string;
  /** What it printed so far. */
  readonly printed: () => string;
  /** Stops it as Ctrl+C does. @returns its exit code */
  stop(): Promise<number | null>;
}

/** Starts the preview and waits for its address. */
export async function runPreview(folder: string, ...words: string[]): Promise<RunningPreview> {
  const program = spawn(
    process.execPath,
    [join(root, 'src', 'program', 'launch.cjs'), 'preview', '--no-open', ...words],
    { cwd: folder, env: { PATH: process.env.PATH, HOME: folder } },
  );
  let printed = '';
  for (const stream of [program.stdout, program.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => program.on('exit', resolve));
  const address = await waitForAddress(program, () => printed);
  return {
    address,
    printed: () => printed,
    stop: () => {
      program.kill('SIGINT');
      return ended;
    },
  };
}

function waitForAddress(program: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const address = /http:\/\/[\d.:]+\//.exec(printed())?.[0];
      if (address) resolve(address);
    };
    program.stdout?.on('data', look);
    program.on('exit', () => reject(new Error(`The preview did not start:\n${printed()}`)));
  });
}
