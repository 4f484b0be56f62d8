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
import { alreadyPublishedError, findIssueToRelease, rejectDraft } from './release-plan.ts';
import { EXIT } from './terminal.ts';

/**
 * Creates the draft of an issue's release on GitHub with all its files and notes. Replaces drafts that a
 * failed run left. The second argument is the path of the attestation.
 * @throws UsageError, ReleaseFailure
 */
export async function draftRelease(
  [word, attestation]: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  const issue = await findIssueToRelease(word, root, host);
  await rejectDraft(issue, root, host);
  const paths = releasePaths(root, issue);
  const title = await readTitle(paths, host);
  if (attestation) {
    const bytes = await host.readFile(resolve(host.folder, attestation));
    await writeTogether([{ path: join(paths.assets, ATTESTATION), bytes }], host, 'fixed');
  }
  const assets = await readAssets(paths.assets, host);
  verifyChecksums(assets);
  const releases = openReleases(host);
  const tag = tagOf(issue);
  await removeOldDrafts(issue, releases);
  const commit = await findCommit(tag, releases, root, host);
  const files = [...assets.keys()].sort().map((name) => join(paths.assets, name));
  await releases.createDraft({ tag, title, commit, notes: paths.notes, files });
  host.print(`The draft of ${tag} has ${[...assets.keys()].sort().join(', ')}.`);
  return EXIT.built;
}

async function readTitle({ metadataFile, folder }: ReleasePaths, host: Host): Promise<string> {
  if ((await host.kindOf(metadataFile)) !== 'file') {
    throw new UsageError(`There is no release in ${folder}. Run release-assets first.`);
  }
  return String(JSON.parse(String(await host.readFile(metadataFile))).title);
}

/** Makes sure that the files arrived as the other job built them. @throws ReleaseFailure */
function verifyChecksums(assets: ReadonlyMap<string, Uint8Array>): void {
  const unlisted = [CHECKSUMS, ATTESTATION];
  const checksummed = new Map([...assets].filter(([name]) => !unlisted.includes(name)));
  if (composeChecksums(checksummed) !== String(assets.get(CHECKSUMS))) {
    throw new ReleaseFailure(`The files do not match ${CHECKSUMS}. Run release-assets again.`);
  }
}

async function removeOldDrafts(issue: string, releases: Releases): Promise<void> {
  const same = (await releases.list()).filter(({ tagName }) => tagName === tagOf(issue));
  if (same.some(({ isDraft }) => !isDraft)) throw alreadyPublishedError(issue);
  for (const { tagName } of same) await releases.removeDraft(tagName);
}

/** Returns the checked-out commit. @throws ReleaseFailure if the tag exists and points to another commit */
async function findCommit(
  tag: string,
  releases: Releases,
  root: string,
  host: Host,
): Promise<string> {
  const head = await host.run('git', ['-C', root, 'rev-parse', 'HEAD']);
  if (head?.code !== 0)
    throw new ReleaseFailure(
      'The project’s folder is not a git clone. Run the command in a clone.',
    );
  const commit = head.output.trim();
  const tagged = await releases.commitOf(tag);
  if (tagged !== undefined && tagged !== commit) {
    throw new ReleaseFailure(
      `The tag ${tag} points to ${tagged}, but ${commit} is checked out. ` +
        'Run the workflow from the tag, or delete the tag.',
    );
  }
  return commit;
}

/**
 * Publishes the draft of an issue's release if every attached file is as it was built. A published release
 * is not changed. The newest issue becomes the latest release.
 * @throws UsageError, ReleaseFailure
 */
export async function publishRelease(
  [word]: readonly string[],
  root: string,
  host: Host,
): Promise<number> {
  const issue = await findIssueToRelease(word, root, host);
  await rejectDraft(issue, root, host);
  const tag = tagOf(issue);
  const releases = openReleases(host);
  const same = (await releases.list()).filter(({ tagName }) => tagName === tag);
  if (same.some(({ isDraft }) => !isDraft)) throw alreadyPublishedError(issue);
  if (same.length === 0) throw new ReleaseFailure(`${tag} has no draft. Run release-draft first.`);
  const built = await readAssets(releasePaths(root, issue).assets, host);
  const differing = findDifferences(built, await releases.listFiles(tag));
  if (differing.length > 0) {
    throw new ReleaseFailure(
      `Files in the draft of ${tag} differ from those that were built: ${differing.join(', ')}. It was not ` +
        'published. Run the workflow again.',
    );
  }
  const newest = (await listIssues(join(root, 'issues'), host)).at(-1);
  await releases.publish(tag, { latest: issue === newest });
  host.print(`${tag} is published.`);
  return EXIT.built;
}

/** Names of files that are missing, unexpected, or different from the built ones. */
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
