import type { Command } from 'commander';
import type { Host } from '../host/host.ts';
import { ReleaseFailure } from '../publishing/releases/release-files.ts';
import type { CommandLine } from './command-line.ts';
import { FAILED, printHelp } from './define-commands.ts';
import { EXIT } from './terminal.ts';
/** A step of the workflows in .github/workflows; it takes words and no options. */
export interface PublishingCommand {
  readonly name: string;
  readonly description: string;
  /** The words it takes, as commander writes them. */
  readonly words: string;
  readonly exitCodes: Readonly<Record<number, string>>;
  /** Command lines without `npm run`. */
  readonly examples: readonly string[];
  /** Takes the step; its code is loaded then. */
  run(words: readonly string[], root: string, host: Host): Promise<number>;
}

/** The steps of pull requests and releases, in the order in which they are taken. */
export const PUBLISHING_COMMANDS: readonly PublishingCommand[] = [
  {
    name: 'build-review',
    description: 'Builds the issues that the change since a commit touches, before and after.',
    words: '<commit>',
    exitCodes: { 0: 'all could be built', 1: 'an issue has errors', 2: FAILED },
    examples: ['build-review -- origin/main'],
    run: async (...line) => (await import('./build-review.ts')).buildReview(...line),
  },
  {
    name: 'ci-summary',
    description: 'Prints what build-review found, for a job’s summary.',
    words: '[address...]',
    exitCodes: { 0: 'printed', 2: FAILED },
    examples: [
      '-s ci-summary',
      '-s ci-summary -- https://example.org/pages https://example.org/files',
    ],
    run: async (...line) => (await import('./build-review.ts')).printCiSummary(...line),
  },
  {
    name: 'release-plan',
    description: 'Prints which issues are to be released: one by name or tag, or those missing.',
    words: '[request]',
    exitCodes: { 0: 'printed', 2: FAILED },
    examples: ['-s release-plan -- missing', '-s release-plan -- issue-2024-19'],
    run: async (...line) => (await import('./release-plan.ts')).planReleases(...line),
  },
  {
    name: 'release-assets',
    description: 'Puts together all that a release of an issue consists of.',
    words: '<issue>',
    exitCodes: { 0: 'written', 1: 'the issue has errors or examples', 2: FAILED },
    examples: ['release-assets -- 2024-19'],
    run: async (...line) => (await import('./release-assets.ts')).makeReleaseAssets(...line),
  },
  {
    name: 'compare-assets',
    description: 'Compares a release with the one that another checkout has made.',
    words: '<issue> <checkout>',
    exitCodes: { 0: 'equal to the byte', 2: 'they differ, wrong usage, or the machine failed' },
    examples: ['compare-assets -- 2024-19 ../second-checkout'],
    run: async (...line) => (await import('./release-assets.ts')).compareAssets(...line),
  },
  {
    name: 'compare-builds',
    description: 'Compares what several machines have built of the same issues.',
    words: '<folder>',
    exitCodes: { 0: 'equal to the byte', 2: 'they differ, wrong usage, or the machine failed' },
    examples: ['compare-builds -- builds'],
    run: async (...line) => (await import('./compare-builds.ts')).compareMachines(...line),
  },
  {
    name: 'release-draft',
    description: 'Makes the draft of an issue’s release on GitHub.',
    words: '<issue> [attestation]',
    exitCodes: { 0: 'drafted', 2: FAILED },
    examples: ['release-draft -- 2024-19', 'release-draft -- 2024-19 attestation.json'],
    run: async (...line) => (await import('./release-draft.ts')).draftRelease(...line),
  },
  {
    name: 'release-publish',
    description: 'Makes the draft of an issue’s release public.',
    words: '<issue>',
    exitCodes: { 0: 'published', 2: FAILED },
    examples: ['release-publish -- 2024-19'],
    run: async (...line) => (await import('./release-draft.ts')).publishRelease(...line),
  },
];

/** Takes a step; a release that cannot go on ends in a sentence, on GitHub in an annotation. */
export async function takeStep(
  command: PublishingCommand,
  words: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  try {
    return await command.run(words, root, host);
  } catch (error) {
    if (!(error instanceof ReleaseFailure)) throw error;
    const isGitHub = host.environment.GITHUB_ACTIONS === 'true';
    const line = error.message.replaceAll('%', '%25').replaceAll('\n', '%0A');
    host.warn(isGitHub ? `::error::${line}` : error.message);
    return EXIT.failed;
  }
}

/** The steps of the workflows; each takes its words as they are. */
export function addPublishingCommands(program: Command, { root, host, end }: CommandLine): void {
  for (const step of PUBLISHING_COMMANDS) {
    const command = program.command(step.name).description(step.description);
    command.usage(`-- ${step.words}`).addHelpText('after', printHelp(step));
    command.arguments(step.words).action(async () => {
      end(await takeStep(step, command.args, root, host));
    });
  }
}
