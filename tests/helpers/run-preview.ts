import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './project-root.ts';

/** A preview in its own process. */
export interface RunningPreview {
  readonly address: string;
  /** Returns what it has printed so far. */
  readonly printed: () => string;
  /** Stops the preview like Ctrl+C. @returns its exit code */
  stop(): Promise<number | null>;
}

/** Starts the preview as npm does and waits for its address. */
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
