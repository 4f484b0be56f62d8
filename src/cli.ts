import { Command, CommanderError } from 'commander';
import { removeCacheLeftovers } from './cache/cache-files.ts';
import type { CommandLine } from './commands/command-line.ts';
import { takeOptionsFromNpm } from './commands/command-line.ts';
import {
  addArchiveCommands,
  addEditingCommands,
  addIssueCommands,
} from './commands/define-commands.ts';
import { UsageError } from './commands/find-issues.ts';
import { addPublishingCommands } from './commands/publishing.ts';
import { EXIT } from './commands/terminal.ts';
import { CheckFailure } from './commands/validate-pdf.ts';
import type { Host } from './host/host.ts';
import { createNodeHost } from './host/node-host.ts';
import { WriteFailure } from './output/write-together.ts';
import type { ArchiveResult } from './publishing/archive/archive-builder.ts';
import type { LaunchedProgram, WorkerTask } from './publishing/archive/worker-threads.ts';

/** Builds an issue of an archive: its threads load this module too. */
export async function buildInWorker(task: WorkerTask): Promise<ArchiveResult> {
  const { buildInWorker: build } = await import('./publishing/archive/worker-threads.ts');
  return build(task);
}

/**
 * Runs a command line; `root` is the project's folder, `launched` what the launcher made of it. What
 * only some commands need is loaded when one of them runs.
 * @returns the exit code
 */
export async function main(
  words: readonly string[],
  root: string,
  given?: Host,
  launched?: LaunchedProgram,
): Promise<number> {
  const host = given ?? createNodeHost(launched?.hash);
  let exitCode: number = EXIT.built;
  const program = new Command('npm run')
    .usage('COMMAND -- [options]')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.print(text.trimEnd()),
      writeErr: (text) => host.warn(text.trimEnd()),
    });
  const line: CommandLine = {
    root,
    host,
    launched,
    end: (code) => {
      exitCode = code;
    },
  };
  addIssueCommands(program, line);
  addEditingCommands(program, line);
  addArchiveCommands(program, line);
  addPublishingCommands(program, line);
  program.hook('preAction', async (_, command) => {
    takeOptionsFromNpm(command, host);
    await removeCacheLeftovers(root, host);
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.built : EXIT.failed;
    if (error instanceof UsageError) host.warn(`${error.message}\nTry --help.`);
    else if (error instanceof CheckFailure || error instanceof WriteFailure)
      host.warn(error.message);
    else throw error;
    return EXIT.failed;
  }
}
