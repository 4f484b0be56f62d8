import { join } from 'node:path';
import { sha256Of } from '../releases/checksums.ts';
import { type AttachedFile, openReleases } from '../releases/github-releases.ts';
import { ReleaseFailure } from '../releases/release-failure.ts';
import { releaseFolder } from '../releases/release-folder.ts';
import { tagOf } from '../releases/release-tag.ts';
import type { World } from '../world/world.ts';
import { EXIT } from './exit.ts';
import { listIssues } from './find-issues.ts';
import { findIssueToRelease } from './issue-to-release.ts';
import { readAssets } from './release-assets.ts';
import { alreadyPublished } from './release-plan.ts';

/**
 * Makes the draft of an issue's release public, once every file is attached as it was built: after
 * that a release is not changed. The newest issue is shown as the latest release.
 * @throws UsageError, ReleaseFailure
 */
export async function publishRelease(
  [word]: readonly string[],
  root: string,
  world: World,
): Promise<number> {
  const issue = await findIssueToRelease(word, root, world);
  const tag = tagOf(issue);
  const releases = openReleases(world);
  const same = (await releases.list()).filter(({ tagName }) => tagName === tag);
  if (same.some(({ isDraft }) => !isDraft)) throw alreadyPublished(issue);
  if (same.length === 0) throw new ReleaseFailure(`${tag} has no draft: run release-draft first.`);
  const built = await readAssets(releaseFolder(root, issue).assets, world);
  const wrong = findDifferences(built, await releases.listFiles(tag));
  if (wrong.length > 0) {
    throw new ReleaseFailure(
      `The draft of ${tag} is not what was built: ${wrong.join(', ')}. It stays a draft; run the ` +
        'workflow again.',
    );
  }
  const newest = (await listIssues(join(root, 'issues'), world)).at(-1);
  await releases.publish(tag, { latest: issue === newest });
  world.print(`${tag} is published.`);
  return EXIT.built;
}

/** Names of files that are missing, too many, or not the bytes that were built. */
function findDifferences(
  built: ReadonlyMap<string, Uint8Array>,
  attached: readonly AttachedFile[],
): string[] {
  const names = [...new Set([...built.keys(), ...attached.map(({ name }) => name)])].sort();
  return names.filter((name) => {
    const bytes = built.get(name);
    const file = attached.find((one) => one.name === name);
    if (!bytes || !file || bytes.length !== file.size) return true;
    return typeof file.digest === 'string' && file.digest !== `sha256:${sha256Of(bytes)}`;
  });
}
