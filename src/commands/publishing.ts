import type { Command } from 'commander';
import type { Host } from '../host/host.ts';
import { ReleaseFailure } from '../publishing/releases/release-files.ts';
import { FAILED_MEANING, printHelp } from './command-help.ts';
import type { CommandContext } from './command-line.ts';
import { EXIT } from './terminal.ts';

/** A command that the workflows in .github/workflows run. It has arguments and no options. */
export interface PublishingCommand {
  readonly name: string;
  readonly description: string;
  /** Its arguments in commander's syntax. */
  readonly args: string;
  readonly exitCodes: Readonly<Record<number, string>>;
  /** Command lines, without `npm run`. */
  readonly examples: readonly string[];
  /** Imports the command's code and runs it. @returns the exit code */
  run(args: readonly string[], root: string, host: Host): Promise<number>;
}

/** Commands for pull requests and releases, in the order in which the workflows run them. */
export const PUBLISHING_COMMANDS: readonly PublishingCommand[] = [
  {
    name: 'build-review',
    description: 'Builds the issues that have changed since a commit, before and after the change.',
    args: '<commit>',
    exitCodes: { 0: 'all issues were built', 1: 'an issue has errors', 2: FAILED_MEANING },
    examples: ['build-review -- origin/main'],
    run: async (...line) => (await import('./build-review.ts')).buildReview(...line),
  },
  {
    name: 'ci-summary',
    description: 'Prints the results of build-review as Markdown for a job summary.',
    args: '[address...]',
    exitCodes: { 0: 'printed', 2: FAILED_MEANING },
    examples: [
      '-s ci-summary',
      '-s ci-summary -- https://example.org/pages https://example.org/files',
    ],
    run: async (...line) => (await import('./build-review.ts')).printCiSummary(...line),
  },
  {
    name: 'release-plan',
    description: 'Prints the issues to release: one by name or tag, or all that have no release.',
    args: '[request]',
    exitCodes: { 0: 'printed', 2: FAILED_MEANING },
    examples: ['-s release-plan -- missing', '-s release-plan -- issue-2024-19'],
    run: async (...line) => (await import('./release-plan.ts')).planReleases(...line),
  },
  {
    name: 'release-assets',
    description: 'Writes all files of an issue’s release.',
    args: '<issue>',
    exitCodes: { 0: 'written', 1: 'the issue has errors or examples', 2: FAILED_MEANING },
    examples: ['release-assets -- 2024-19'],
    run: async (...line) => (await import('./release-assets.ts')).makeReleaseAssets(...line),
  },
  {
    name: 'compare-assets',
    description: 'Compares the files of a release with those of another checkout.',
    args: '<issue> <checkout>',
    exitCodes: { 0: 'byte-identical', 2: 'they differ, wrong usage, or the machine failed' },
    examples: ['compare-assets -- 2024-19 ../second-checkout'],
    run: async (...line) => (await import('./release-assets.ts')).compareAssets(...line),
  },
  {
    name: 'compare-builds',
    description: 'Compares builds of the same issues on several machines.',
    args: '<folder>',
    exitCodes: { 0: 'byte-identical', 2: 'they differ, wrong usage, or the machine failed' },
    examples: ['compare-builds -- builds'],
    run: async (...line) => (await import('./compare-builds.ts')).compareMachines(...line),
  },
  {
    name: 'release-draft',
    description: 'Creates the draft of an issue’s release on GitHub.',
    args: '<issue> [attestation]',
    exitCodes: { 0: 'drafted', 2: FAILED_MEANING },
    examples: ['release-draft -- 2024-19', 'release-draft -- 2024-19 attestation.json'],
    run: async (...line) => (await import('./release-draft.ts')).draftRelease(...line),
  },
  {
    name: 'release-publish',
    description: 'Publishes the draft of an issue’s release.',
    args: '<issue>',
    exitCodes: { 0: 'published', 2: FAILED_MEANING },
    examples: ['release-publish -- 2024-19'],
    run: async (...line) => (await import('./release-draft.ts')).publishRelease(...line),
  },
];

/** Runs a command. Prints a `ReleaseFailure` as text, and on GitHub Actions as an annotation. */
export async function runPublishingCommand(
  command: PublishingCommand,
  args: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  try {
    return await command.run(args, root, host);
  } catch (error) {
    if (!(error instanceof ReleaseFailure)) throw error;
    const isGitHub = host.environment.GITHUB_ACTIONS === 'true';
    const line = error.message.replaceAll('%', '%25').replaceAll('\n', '%0A');
    host.warn(isGitHub ? `::error::${line}` : error.message);
    return EXIT.failed;
  }
}

/** Adds the commands that the workflows run. */
export function addPublishingCommands(
  program: Command,
  { root, host, setExitCode }: CommandContext,
): void {
  for (const definition of PUBLISHING_COMMANDS) {
    const command = program.command(definition.name).description(definition.description);
    command.usage(`-- ${definition.args}`).addHelpText('after', printHelp(definition));
    command.arguments(definition.args).action(async () => {
      setExitCode(await runPublishingCommand(definition, command.args, root, host));
    });
  }
}
