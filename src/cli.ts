import { Command, CommanderError } from 'commander';
import { removeCacheLeftovers } from './cache/cache-files.ts';
import type { CommandContext } from './commands/command-line.ts';
import { applyNpmOptions } from './commands/command-line.ts';
import {
  addArchiveCommands,
  addEditingCommands,
  addIssueCommands,
} from './commands/define-commands.ts';
import { UsageError } from './commands/find-issues.ts';
import { addPublishingCommands } from './commands/publishing.ts';
import { EXIT, HELP_COLORS, terminalColors } from './commands/terminal.ts';
import { ValidatorFailure } from './commands/validate-pdf.ts';
import type { Host } from './host/host.ts';
import { createNodeHost } from './host/node-host.ts';
import { WriteFailure } from './output/write-together.ts';
import type { ArchiveResult } from './publishing/archive/archive-builder.ts';
import type { LaunchedProgram, WorkerTask } from './publishing/archive/worker-threads.ts';

/** Builds an issue of the archive. Exported because the archive's worker threads load this module. */
export async function buildInWorker(task: WorkerTask): Promise<ArchiveResult> {
  const { buildInWorker: build } = await import('./publishing/archive/worker-threads.ts');
  return build(task);
}

/**
 * Runs a command line. Modules that only some commands need are imported when such a command runs.
 * @param root the project's folder
 * @param givenHost the host to use; the machine's own by default
 * @param launched the bundle that the launcher started
 * @returns the exit code
 */
export async function main(
  args: readonly string[],
  root: string,
  givenHost?: Host,
  launched?: LaunchedProgram,
): Promise<number> {
  const host = givenHost ?? createNodeHost(launched?.hash);
  let exitCode: number = EXIT.built;
  const program = new Command('npm run')
    .usage('COMMAND -- [options]')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.print(text.trimEnd()),
      writeErr: (text) => host.warn(text.trimEnd()),
      getOutHasColors: () => terminalColors('stdout', host).isColorSupported,
      getErrHasColors: () => terminalColors('stderr', host).isColorSupported,
    })
    .configureHelp({ styleTitle: HELP_COLORS.bold });
  const context: CommandContext = {
    root,
    host,
    launched,
    setExitCode: (code) => {
      exitCode = code;
    },
  };
  addIssueCommands(program, context);
  addEditingCommands(program, context);
  addArchiveCommands(program, context);
  addPublishingCommands(program, context);
  program.hook('preAction', async (_, command) => {
    applyNpmOptions(command, host);
    await removeCacheLeftovers(root, host);
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.built : EXIT.failed;
    if (error instanceof UsageError) host.warn(`${error.message}\nTry --help.`);
    else if (error instanceof ValidatorFailure || error instanceof WriteFailure)
      host.warn(error.message);
    else throw error;
    return EXIT.failed;
  }
}
