import { join, resolve } from 'node:path';
import { writeTogether } from '../output/write-together.ts';
import { CHECKSUMS, composeChecksums } from '../releases/checksums.ts';
import { openReleases, type Releases } from '../releases/github-releases.ts';
import { ReleaseFailure } from '../releases/release-failure.ts';
import { ATTESTATION, type ReleaseFolder, releaseFolder } from '../releases/release-folder.ts';
import { tagOf } from '../releases/release-tag.ts';
import type { World } from '../world/world.ts';
import { EXIT } from './exit.ts';
import { UsageError } from './find-issues.ts';
import { findIssueToRelease } from './issue-to-release.ts';
import { readAssets } from './release-assets.ts';
import { alreadyPublished } from './release-plan.ts';

/**
 * Makes the draft of an issue's release on GitHub, with all its files and its notes; drafts that a
 * broken run left are replaced. The second word is the path of the attestation.
 * @throws UsageError, ReleaseFailure
 */
export async function draftRelease(
  [word, attestation]: readonly string[],
  root: string,
  world: World,
): Promise<number> {
  const issue = await findIssueToRelease(word, root, world);
  const places = releaseFolder(root, issue);
  const title = await readTitle(places, world);
  if (attestation) {
    const bytes = await world.readFile(resolve(world.folder, attestation));
    await writeTogether([{ path: join(places.assets, ATTESTATION), bytes }], world, 'fixed');
  }
  const assets = await readAssets(places.assets, world);
  checkSums(assets);
  const releases = openReleases(world);
  const tag = tagOf(issue);
  await makeRoom(issue, releases);
  const commit = await findCommit(tag, releases, root, world);
  const files = [...assets.keys()].sort().map((name) => join(places.assets, name));
  await releases.createDraft({ tag, title, commit, notes: places.notes, files });
  world.print(`${tag} is drafted with ${[...assets.keys()].sort().join(', ')}.`);
  return EXIT.built;
}

async function readTitle({ card, folder }: ReleaseFolder, world: World): Promise<string> {
  if ((await world.kindOf(card)) !== 'file') {
    throw new UsageError(`There is no release in ${folder}: run release-assets first.`);
  }
  return String(JSON.parse(String(await world.readFile(card))).title);
}

/** What was built in one job and arrives in another must be what was built. */
function checkSums(assets: ReadonlyMap<string, Uint8Array>): void {
  const apart = [CHECKSUMS, ATTESTATION];
  const summed = new Map([...assets].filter(([name]) => !apart.includes(name)));
  if (composeChecksums(summed) !== String(assets.get(CHECKSUMS))) {
    throw new ReleaseFailure(`The files are not those of ${CHECKSUMS}: run release-assets again.`);
  }
}

async function makeRoom(issue: string, releases: Releases): Promise<void> {
  const same = (await releases.list()).filter(({ tagName }) => tagName === tagOf(issue));
  if (same.some(({ isDraft }) => !isDraft)) throw alreadyPublished(issue);
  for (const { tagName } of same) await releases.removeDraft(tagName);
}

/** The commit that is checked out; the tag, where it is set already, must stand at it. */
async function findCommit(
  tag: string,
  releases: Releases,
  root: string,
  world: World,
): Promise<string> {
  const head = await world.run('git', ['-C', root, 'rev-parse', 'HEAD']);
  if (head?.code !== 0) throw new ReleaseFailure('A release is made from a clone of git.');
  const commit = head.output.trim();
  const tagged = await releases.commitOf(tag);
  if (tagged !== undefined && tagged !== commit) {
    throw new ReleaseFailure(
      `The tag ${tag} stands at ${tagged}, and this is ${commit}. ` +
        'Run the workflow from the tag, or delete the tag.',
    );
  }
  return commit;
}
