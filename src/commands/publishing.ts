import { ReleaseFailure } from '../releases/release-failure.ts';
import type { World } from '../world/world.ts';
import { EXIT } from './build-issue.ts';
import { buildReview } from './build-review.ts';
import { printCiSummary } from './ci-summary.ts';
import { compareAssets } from './compare-assets.ts';
import { makeReleaseAssets } from './release-assets.ts';
import { draftRelease } from './release-draft.ts';
import { planReleases } from './release-plan.ts';
import { publishRelease } from './release-publish.ts';

/** A step of the workflows in .github/workflows; it takes words and no options. */
export interface PublishingCommand {
  readonly name: string;
  readonly description: string;
  /** The words it takes, as commander writes them. */
  readonly words: string;
  run(words: readonly string[], root: string, world: World): Promise<number>;
}

/** The steps of pull requests and releases, in the order in which they are taken. */
export const PUBLISHING_COMMANDS: readonly PublishingCommand[] = [
  {
    name: 'build-review',
    description: 'Builds the issues that the change since a commit touches, before and after.',
    words: '<commit>',
    run: buildReview,
  },
  {
    name: 'ci-summary',
    description: 'Prints what build-review found, for a job’s summary.',
    words: '[address...]',
    run: printCiSummary,
  },
  {
    name: 'release-plan',
    description: 'Prints which issues are to be released: one by name or tag, or those missing.',
    words: '[request]',
    run: planReleases,
  },
  {
    name: 'release-assets',
    description: 'Puts together all that a release of an issue consists of.',
    words: '<issue>',
    run: makeReleaseAssets,
  },
  {
    name: 'compare-assets',
    description: 'Compares a release with the one that another checkout has made.',
    words: '<issue> <checkout>',
    run: compareAssets,
  },
  {
    name: 'release-draft',
    description: 'Makes the draft of an issue’s release on GitHub.',
    words: '<issue> [attestation]',
    run: draftRelease,
  },
  {
    name: 'release-publish',
    description: 'Makes the draft of an issue’s release public.',
    words: '<issue>',
    run: publishRelease,
  },
];

/** Takes a step; a release that cannot go on ends in a sentence, on GitHub in an annotation. */
export async function takeStep(
  command: PublishingCommand,
  words: readonly string[],
  root: string,
  world: World,
): Promise<number> {
  try {
    return await command.run(words, root, world);
  } catch (error) {
    if (!(error instanceof ReleaseFailure)) throw error;
    const isGitHub = world.environment.GITHUB_ACTIONS === 'true';
    const line = error.message.replaceAll('%', '%25').replaceAll('\n', '%0A');
    world.warn(isGitHub ? `::error::${line}` : error.message);
    return EXIT.failed;
  }
}
