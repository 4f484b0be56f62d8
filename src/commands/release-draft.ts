import { join, resolve } from 'node:path';
import type { Host } from '../host/host.ts';
import { writeTogether } from '../output/write-together.ts';
import {
  type AttachedFile,
  openReleases,
  type Releases,
} from '../publishing/releases/github-releases.ts';
import {
  ATTESTATION,
  CHECKSUMS,
  composeChecksums,
  ReleaseFailure,
  type ReleasePaths,
  releasePaths,
  sha256Of,
  tagOf,
} from '../publishing/releases/release-files.ts';
import { listIssues, UsageError } from './find-issues.ts';
import { readAssets } from './release-assets.ts';
import { alreadyPublished, findIssueToRelease } from './release-plan.ts';
import { EXIT } from './terminal.ts';
/**
 * Makes the draft of an issue's release on GitHub, with all its files and its notes; drafts that a
 * broken run left are replaced. The second word is the path of the attestation.
 * @throws UsageError, ReleaseFailure
 */
export async function draftRelease(
  [word, attestation]: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  const issue = await findIssueToRelease(word, root, host);
  const places = releasePaths(root, issue);
  const title = await readTitle(places, host);
  if (attestation) {
    const bytes = await host.readFile(resolve(host.folder, attestation));
    await writeTogether([{ path: join(places.assets, ATTESTATION), bytes }], host, 'fixed');
  }
  const assets = await readAssets(places.assets, host);
  checkSums(assets);
  const releases = openReleases(host);
  const tag = tagOf(issue);
  await makeFolders(issue, releases);
  const commit = await findCommit(tag, releases, root, host);
  const files = [...assets.keys()].sort().map((name) => join(places.assets, name));
  await releases.createDraft({ tag, title, commit, notes: places.notes, files });
  host.print(`${tag} is drafted with ${[...assets.keys()].sort().join(', ')}.`);
  return EXIT.built;
}

async function readTitle({ metadataFile, folder }: ReleasePaths, host: Host): Promise<string> {
  if ((await host.kindOf(metadataFile)) !== 'file') {
    throw new UsageError(`There is no release in ${folder}: run release-assets first.`);
  }
  return String(JSON.parse(String(await host.readFile(metadataFile))).title);
}

/** What was built in one job and arrives in another must be what was built. */
function checkSums(assets: ReadonlyMap<string, Uint8Array>): void {
  const apart = [CHECKSUMS, ATTESTATION];
  const summed = new Map([...assets].filter(([name]) => !apart.includes(name)));
  if (composeChecksums(summed) !== String(assets.get(CHECKSUMS))) {
    throw new ReleaseFailure(`The files are not those of ${CHECKSUMS}: run release-assets again.`);
  }
}

async function makeFolders(issue: string, releases: Releases): Promise<void> {
  const same = (await releases.list()).filter(({ tagName }) => tagName === tagOf(issue));
  if (same.some(({ isDraft }) => !isDraft)) throw alreadyPublished(issue);
  for (const { tagName } of same) await releases.removeDraft(tagName);
}

/** The commit that is checked out; the tag, where it is set already, must stand at it. */
async function findCommit(
  tag: string,
  releases: Releases,
  root: string,
  host: Host,
): Promise<string> {
  const head = await host.run('git', ['-C', root, 'rev-parse', 'HEAD']);
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

/**
 * Makes the draft of an issue's release public, once every file is attached as it was built: after
 * that a release is not changed. The newest issue is shown as the latest release.
 * @throws UsageError, ReleaseFailure
 */
export async function publishRelease(
  [word]: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  const issue = await findIssueToRelease(word, root, host);
  const tag = tagOf(issue);
  const releases = openReleases(host);
  const same = (await releases.list()).filter(({ tagName }) => tagName === tag);
  if (same.some(({ isDraft }) => !isDraft)) throw alreadyPublished(issue);
  if (same.length === 0) throw new ReleaseFailure(`${tag} has no draft: run release-draft first.`);
  const built = await readAssets(releasePaths(root, issue).assets, host);
  const wrong = findDifferences(built, await releases.listFiles(tag));
  if (wrong.length > 0) {
    throw new ReleaseFailure(
      `The draft of ${tag} is not what was built: ${wrong.join(', ')}. It stays a draft; run the ` +
        'workflow again.',
    );
  }
  const newest = (await listIssues(join(root, 'issues'), host)).at(-1);
  await releases.publish(tag, { latest: issue === newest });
  host.print(`${tag} is published.`);
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
