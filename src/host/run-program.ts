import { execFile } from 'node:child_process';
import type { RunResult } from './host.ts';

/** Most bytes that a program may print. */
const MOST_BYTES = 2 ** 26;

/**
 * Runs a program and waits for its end; no shell takes part.
 * @returns undefined when there is none, or when Windows starts it by a shell only, as files named .bat
 */
export function runProgram(
  program: string,
  words: readonly string[],
): Promise<RunResult | undefined> {
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
