import type { Command } from 'commander';
import type { Host } from '../host/host.ts';
import { ReleaseFailure } from '../publishing/releases/release-files.ts';
import type { CommandLine } from './command-line.ts';
import { EXIT } from './terminal.ts';
/** A step of the workflows in .github/workflows; it takes words and no options. */
export interface PublishingCommand {
  readonly name: string;
  readonly description: string;
  /** The words it takes, as commander writes them. */
  readonly words: string;
  /** Takes the step; its code is loaded then. */
  run(words: readonly string[], root: string, host: Host): Promise<number>;
}

/** The steps of pull requests and releases, in the order in which they are taken. */
export const PUBLISHING_COMMANDS: readonly PublishingCommand[] = [
  {
    name: 'build-review',
    description: 'Builds the issues that the change since a commit touches, before and after.',
    words: '<commit>',
    run: async (...line) => (await import('./build-review.ts')).buildReview(...line),
  },
  {
    name: 'ci-summary',
    description: 'Prints what build-review found, for a job’s summary.',
    words: '[address...]',
    run: async (...line) => (await import('./build-review.ts')).printCiSummary(...line),
  },
  {
    name: 'release-plan',
    description: 'Prints which issues are to be released: one by name or tag, or those missing.',
    words: '[request]',
    run: async (...line) => (await import('./release-plan.ts')).planReleases(...line),
  },
  {
    name: 'release-assets',
    description: 'Puts together all that a release of an issue consists of.',
    words: '<issue>',
    run: async (...line) => (await import('./release-assets.ts')).makeReleaseAssets(...line),
  },
  {
    name: 'compare-assets',
    description: 'Compares a release with the one that another checkout has made.',
    words: '<issue> <checkout>',
    run: async (...line) => (await import('./release-assets.ts')).compareAssets(...line),
  },
  {
    name: 'compare-builds',
    description: 'Compares what several machines have built of the same issues.',
    words: '<folder>',
    run: async (...line) => (await import('./compare-builds.ts')).compareMachines(...line),
  },
  {
    name: 'release-draft',
    description: 'Makes the draft of an issue’s release on GitHub.',
    words: '<issue> [attestation]',
    run: async (...line) => (await import('./release-draft.ts')).draftRelease(...line),
  },
  {
    name: 'release-publish',
    description: 'Makes the draft of an issue’s release public.',
    words: '<issue>',
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
    command.arguments(step.words).action(async () => {
      end(await takeStep(step, command.args, root, host));
    });
  }
}
