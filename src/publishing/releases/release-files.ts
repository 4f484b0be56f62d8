import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Host } from '../../host/host.ts';
import { listFiles } from '../../host/list-files.ts';
import { assertWritable } from '../../output/assert-writable.ts';
import { removeLeftovers, WriteFailure } from '../../output/write-together.ts';
import { publicationOfFolder } from '../../publications/index.ts';

/** The file in which a release says what its other files must be. */
export const CHECKSUMS = 'SHA256SUMS';

/** The lines of SHA256SUMS, as `sha256sum --check` reads them, by name. */
export function composeChecksums(files: ReadonlyMap<string, Uint8Array>): string {
  return [...files.keys()]
    .sort()
    .map((name) => `${sha256Of(files.get(name) ?? new Uint8Array())}  ${name}\n`)
    .join('');
}

/** The digests that SHA256SUMS has, by name; lines of another form are skipped. */
export function parseChecksums(text: string): Map<string, string> {
  const lines = text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm);
  return new Map([...lines].map(([, sha256 = '', name = '']) => [name, sha256]));
}

/** SHA-256 in hexadecimal digits. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The packages that the program is made of, from the lock file, in CycloneDX 1.5 as `npm sbom` writes
 * it. What npm takes from the clock, from chance and from the folder's name is left out or put right,
 * so that the same lock file has the same bytes; CycloneDX wants none of it.
 * @throws ReleaseFailure when npm cannot tell
 */
export async function readBillOfMaterials(root: string, host: Host): Promise<string> {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--omit', 'dev'];
  const result = await host.run('npm', ['--prefix', root, ...args]);
  if (result?.code !== 0) {
    throw new ReleaseFailure(`npm cannot list the program's packages:\n${result?.printed ?? ''}`);
  }
  const { serialNumber: _chance, ...bill } = JSON.parse(result.output);
  const { timestamp: _clock, ...metadata } = bill.metadata;
  const { name } = JSON.parse(String(await host.readFile(join(root, 'package.json'))));
  const component = { ...metadata.component, name };
  return `${JSON.stringify({ ...bill, metadata: { ...metadata, component } }, null, 2)}\n`;
}

/** Names of the files in which two folders differ, in byte or in being there, by name. */
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

/** What the attestation is called among a release's files. */
export const ATTESTATION = 'attestation.sigstore.json';

/** Where a release is put together, below output/. */
export interface ReleasePaths {
  readonly folder: string;
  /** What is attached to the release, and nothing else. */
  readonly assets: string;
  /** The notes, in Markdown. */
  readonly notes: string;
  /** The release's title, as JSON. */
  readonly metadataFile: string;
}

/** The places of an issue's release; `root` is the project's folder. */
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
 * Removes what an earlier run has put together, so that none of it is taken for this one's: the files
 * of its SHA256SUMS that are as they were, files of the names that this run writes, and PDFs and reports
 * that are named after the issue.
 * @throws WriteFailure when there is anything else in the folder of the release's files: all in it would
 * be released. Nothing is removed then.
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
      `${path} was not written by \`release-assets\`. Move it away: all that is in the folder would be released.`,
    );
  }
  for (const path of paths) await host.remove(path);
}

/** Whether a name is that of a PDF or a report of one of an issue's editions. */
function isNamedAfter(issue: string, name: string): boolean {
  const [, stem = ''] = /^(.+?)(?:\.[a-z]{2,3})?\.(?:pdf|json)$/.exec(name) ?? [];
  return stem.endsWith(issue);
}

/** A release cannot go on; the message says why, and what to do. */
export class ReleaseFailure extends Error {
  override readonly name = 'ReleaseFailure';
}

const TAG_PREFIX = 'issue-';

/** The tag an issue is released under: issue-2024-19. */
export function tagOf(issue: string): string {
  return `${TAG_PREFIX}${issue}`;
}

/** The issue that a tag or a name stands for; undefined when it is neither. */
export function parseIssueName(request: string): string | undefined {
  const name = request.startsWith(TAG_PREFIX) ? request.slice(TAG_PREFIX.length) : request;
  return publicationOfFolder(name) ? name : undefined;
}
