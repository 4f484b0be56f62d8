// Runs the program of a project: from its sources in this process, or with the command that npm starts.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { main } from '../../src/cli.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import type { PreviewMessage } from '../../src/preview/messages.ts';
import { runProgram, startProgram } from './launch-program.ts';

/** Exit code and output of a command, without times and its output folder. */
export interface Printed {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command line. `OUT` in it stands for the output folder, a path in the project. */
export interface Run {
  readonly words: readonly string[];
  readonly output?: string;
}

/** A preview in its own process. */
export interface PreviewProcess {
  readonly address: string;
  /** Waits until an issue is built. @returns its state */
  readState(issue: string): Promise<PreviewMessage>;
  stop(): Promise<void>;
}

/** Entry points of the program of one project. */
export interface EntryPoints {
  /** Runs a command from the sources in this process. */
  runSources(run: Run): Promise<Printed>;
  /** Runs a command as npm does: the launcher with the options of Node.js in package.json. */
  runCommand(run: Run): Promise<Printed>;
  startPreview(): Promise<PreviewProcess>;
  /** Deletes all caches except the bundled program. */
  clearCaches(): void;
  /** SHA-256 of every file below a folder of the project, by path. */
  hashFiles(folder: string): Record<string, string>;
}

/** Returns the entry points of the project in a folder. */
export function createEntryPoints(project: string): EntryPoints {
  const fill = ({ words, output = '' }: Run) => words.map((word) => word.replace('OUT', output));
  const tidy = ({ code, out, err }: Printed, { output }: Run): Printed => {
    const clean = (text: string) =>
      (output ? text.replaceAll(output, 'OUT') : text).replaceAll(/\d+\.\d+ s\b/g, 'TIME');
    return { code, out: clean(out), err: clean(err) };
  };
  const optionsOf = (script = ''): string[] => {
    const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    return scripts[script].split(' ').filter((word: string) => word.startsWith('--'));
  };
  return {
    async runSources(run) {
      const printed = { out: '', err: '' };
      const host = {
        ...createNodeHost(),
        folder: project,
        environment: {},
        isTerminal: () => false,
        print: (text: string) => {
          printed.out += `${text}\n`;
        },
        warn: (text: string) => {
          printed.err += `${text}\n`;
        },
        showProgress: () => {},
      };
      const code = await main(fill(run), project, host);
      return tidy({ code, ...printed }, run);
    },
    async runCommand(run) {
      return tidy(await runProgram(fill(run), { project, node: optionsOf(run.words[0]) }), run);
    },
    async startPreview() {
      const words = ['preview', '--all', '--no-open', '--port', '0'];
      const { child, ended } = startProgram(words, { project, node: optionsOf('preview') });
      const address = await new Promise<string>((resolve, reject) => {
        let printed = '';
        child.stdout?.on('data', (text) => {
          printed += text;
          const found = /http:\/\/[\d.:]+\//.exec(printed);
          if (found) resolve(found[0]);
        });
        void ended.then(({ err }) => reject(new Error(err)));
      });
      return {
        address,
        readState: (issue) => readState(`${address}events?issue=${issue}`),
        async stop() {
          child.kill('SIGINT');
          await ended;
        },
      };
    },
    clearCaches() {
      const caches = join(project, 'node_modules', '.cache', 'bulletin');
      for (const name of readdirSync(caches).filter((one) => one !== 'program')) {
        rmSync(join(caches, name), { recursive: true });
      }
    },
    hashFiles(folder) {
      const base = join(project, folder);
      const paths = readdirSync(base, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      return Object.fromEntries(
        paths.sort().map((path) => [relative(base, path), hashOf(readFileSync(path))]),
      );
    },
  };
}

/** SHA-256 in hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function readState(address: string): Promise<PreviewMessage> {
  const { body } = await fetch(address);
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
    if (done) throw new Error(`${address} ended: ${text}`);
    text += value;
    const messages = [...text.matchAll(/^data: (\{.*\})\n\n/gm)].map(([, json = '']) => json);
    const states: PreviewMessage[] = messages.map((json) => JSON.parse(json));
    const last = states.find(({ phase }) => phase !== 'building');
    if (!last) continue;
    await reader?.cancel();
    return last;
  }
}
