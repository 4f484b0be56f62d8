import { join } from 'node:path';
import { openReleases } from '../releases/github-releases.ts';
import { ReleaseFailure } from '../releases/release-failure.ts';
import { tagOf } from '../releases/release-tag.ts';
import type { World } from '../world/world.ts';
import { EXIT } from './exit.ts';
import { listIssues } from './find-issues.ts';
import { findIssueToRelease } from './issue-to-release.ts';

/** Asks for every issue that has no release yet. */
const MISSING = 'missing';
/** Jobs that one matrix may have; GitHub's limit. */
const MATRIX = 256;

/**
 * Prints which issues a run is to release, as a line for a workflow's outputs: issues=["2024-19"].
 * The request is an issue's name, its tag, or `missing`.
 * @throws UsageError, ReleaseFailure
 */
export async function planReleases(
  [request = MISSING]: readonly string[],
  root: string,
  world: World,
): Promise<number> {
  const asked =
    request === MISSING
      ? await listIssues(join(root, 'issues'), world)
      : [await findIssueToRelease(request, root, world)];
  const releases = await openReleases(world).list();
  const published = new Set(releases.filter(({ isDraft }) => !isDraft).map((one) => one.tagName));
  const open = asked.filter((issue) => !published.has(tagOf(issue)));
  if (request !== MISSING && open.length === 0) throw alreadyPublished(asked[0] ?? request);
  const planned = open.slice(0, MATRIX);
  if (planned.length < open.length) {
    world.warn(`${open.length - planned.length} more issues have no release: run this once more.`);
  }
  world.print(`issues=${JSON.stringify(planned)}`);
  return EXIT.built;
}

/** What is said when an issue is to be released a second time. */
export function alreadyPublished(issue: string): ReleaseFailure {
  return new ReleaseFailure(
    `${tagOf(issue)} is published already, and a published release is not changed. To replace it, ` +
      'delete the release and its tag on GitHub, then tag the new commit.',
  );
}
