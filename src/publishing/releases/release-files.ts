import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Host } from '../../host/host.ts';
import { listFiles } from '../../host/list-files.ts';
import { assertWritable } from '../../output/assert-writable.ts';
import { removeLeftovers, WriteFailure } from '../../output/write-together.ts';
import { publicationOfFolder } from '../../publications/index.ts';

/** Name of the checksum file of a release. */
export const CHECKSUMS = 'SHA256SUMS';

/** Composes SHA256SUMS in the format of `sha256sum --check`, sorted by name. */
export function composeChecksums(files: ReadonlyMap<string, Uint8Array>): string {
  return [...files.keys()]
    .sort()
    .map((name) => `${sha256Of(files.get(name) ?? new Uint8Array())}  ${name}\n`)
    .join('');
}

/** Parses SHA256SUMS into digests by file name; other lines are skipped. */
export function parseChecksums(text: string): Map<string, string> {
  const lines = text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm);
  return new Map([...lines].map(([, sha256 = '', name = '']) => [name, sha256]));
}

/** Returns the SHA-256 of bytes in hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Returns the software bill of materials of the program: the packages of the lock file in CycloneDX 1.5,
 * as `npm sbom` writes it. The serial number, the timestamp and the folder's name, all optional in
 * CycloneDX, are removed or replaced, so that the same lock file gives the same bytes.
 * @throws ReleaseFailure if npm fails
 */
export async function readBillOfMaterials(root: string, host: Host): Promise<string> {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--omit', 'dev'];
  const result = await host.run('npm', ['--prefix', root, ...args]);
  if (result?.code !== 0) {
    throw new ReleaseFailure(`npm cannot list the program's packages:\n${result?.printed ?? ''}`);
  }
  const { serialNumber: _random, ...bill } = JSON.parse(result.output);
  const { timestamp: _time, ...metadata } = bill.metadata;
  const { name } = JSON.parse(String(await host.readFile(join(root, 'package.json'))));
  const component = { ...metadata.component, name };
  return `${JSON.stringify({ ...bill, metadata: { ...metadata, component } }, null, 2)}\n`;
}

/** Returns the sorted names of files that differ or exist in one folder only. */
export async function compareFolders(
  [first, second]: readonly [string, string],
  host: Host,
): Promise<string[]> {
  const [a, b] = await Promise.all([listFiles(first, host), listFiles(second, host)]);
  const names = [...new Set([...a, ...b])].sort();
  const differing: string[] = [];
  for (const name of names) {
    const same =
      a.includes(name) &&
      b.includes(name) &&
      (await host.readFile(join(first, name))).equals(await host.readFile(join(second, name)));
    if (!same) differing.push(name);
  }
  return differing;
}

/** Name of the attestation file of a release. */
export const ATTESTATION = 'attestation.sigstore.json';

/** Paths for assembling a release, below output/. */
export interface ReleasePaths {
  readonly folder: string;
  /** Folder that holds only the files to attach to the release. */
  readonly assets: string;
  /** The notes, in Markdown. */
  readonly notes: string;
  /** The release's title, as JSON. */
  readonly metadataFile: string;
}

/** Returns the paths for an issue's release; `root` is the project's folder. */
export function releasePaths(root: string, issue: string): ReleasePaths {
  const folder = join(root, 'output', 'release', issue);
  return {
    folder,
    assets: join(folder, 'assets'),
    notes: join(folder, 'notes.md'),
    metadataFile: join(folder, 'release.json'),
  };
}

/**
 * Removes the files of an earlier run: unchanged files of its SHA256SUMS, files with names that this run
 * writes, and PDFs and reports named after the issue.
 * @throws WriteFailure if the assets folder contains any other file, because everything in it would be
 *   released; nothing is removed then
 */
export async function clearRelease(
  { folder, assets, notes, metadataFile }: ReleasePaths,
  { issue, names }: { readonly issue: string; readonly names: readonly string[] },
  host: Host,
): Promise<void> {
  await assertWritable(assets, host, 'fixed');
  for (const place of [folder, assets]) await removeLeftovers(place, host);
  const sums = join(assets, CHECKSUMS);
  const isThere = (await host.nameKindOf(sums)) === 'file';
  const listed = isThere ? parseChecksums(String(await host.readFile(sums))) : new Map();
  const own = new Set([...names, CHECKSUMS, ATTESTATION]);
  const found = (await host.list(assets)).sort();
  const paths = [...found.map((name) => join(assets, name)), notes, metadataFile];
  for (const path of paths) {
    const kind = await host.nameKindOf(path);
    if (kind === undefined) continue;
    const name = basename(path);
    const isOwn = dirname(path) !== assets || own.has(name) || isNamedAfter(issue, name);
    const isListed = kind === 'file' && listed.get(name) === sha256Of(await host.readFile(path));
    if (kind === 'file' && (isOwn || isListed)) continue;
    throw new WriteFailure(
      `${path} was not written by \`release-assets\`. Move it away: everything in this folder would be released.`,
    );
  }
  for (const path of paths) await host.remove(path);
}

/** Whether a file name is that of a PDF or report of an edition of the issue. */
function isNamedAfter(issue: string, name: string): boolean {
  const [, stem = ''] = /^(.+?)(?:\.[a-z]{2,3})?\.(?:pdf|json)$/.exec(name) ?? [];
  return stem.endsWith(issue);
}

/** A release cannot continue; the message says why and what to do. */
export class ReleaseFailure extends Error {
  override readonly name = 'ReleaseFailure';
}

const TAG_PREFIX = 'issue-';

/** Returns the release tag of an issue: issue-2024-19. */
export function tagOf(issue: string): string {
  return `${TAG_PREFIX}${issue}`;
}

/** Returns the issue's name from a tag or a name; undefined if it is neither. */
export function parseIssueName(request: string): string | undefined {
  const name = request.startsWith(TAG_PREFIX) ? request.slice(TAG_PREFIX.length) : request;
  return publicationOfFolder(name) ? name : undefined;
}
