import { basename, dirname, join } from 'node:path';
import { tryFolder } from '../output/try-folder.ts';
import { sweepFolder, WriteFailure } from '../output/write-together.ts';
import type { World } from '../world/world.ts';
import { CHECKSUMS, parseChecksums, sha256Of } from './checksums.ts';

/** What the attestation is called among a release's files. */
export const ATTESTATION = 'attestation.sigstore.json';

/** Where a release is put together, below output/. */
export interface ReleaseFolder {
  readonly folder: string;
  /** What is attached to the release, and nothing else. */
  readonly assets: string;
  /** The notes, in Markdown. */
  readonly notes: string;
  /** The release's title, as JSON. */
  readonly card: string;
}

/** The places of an issue's release; `root` is the project's folder. */
export function releaseFolder(root: string, issue: string): ReleaseFolder {
  const folder = join(root, 'output', 'release', issue);
  return {
    folder,
    assets: join(folder, 'assets'),
    notes: join(folder, 'notes.md'),
    card: join(folder, 'release.json'),
  };
}

/**
 * Removes what an earlier run has put together, so that none of it is taken for this one's: the files
 * of its SHA256SUMS that are as they were, and files of the names that this run writes.
 * @throws WriteFailure when there is anything else in the folder of the release's files: all in it would
 * be released. Nothing is removed then.
 */
export async function clearRelease(
  { folder, assets, notes, card }: ReleaseFolder,
  names: readonly string[],
  world: World,
): Promise<void> {
  await tryFolder(assets, world, 'fixed');
  for (const place of [folder, assets]) await sweepFolder(place, world);
  const sums = join(assets, CHECKSUMS);
  const isThere = (await world.nameKindOf(sums)) === 'file';
  const listed = isThere ? parseChecksums(String(await world.readFile(sums))) : new Map();
  const own = new Set([...names, CHECKSUMS, ATTESTATION]);
  const found = (await world.list(assets)).sort();
  const paths = [...found.map((name) => join(assets, name)), notes, card];
  for (const path of paths) {
    const kind = await world.nameKindOf(path);
    if (kind === undefined) continue;
    const name = basename(path);
    const isOwn = dirname(path) !== assets || own.has(name);
    const isListed = kind === 'file' && listed.get(name) === sha256Of(await world.readFile(path));
    if (kind === 'file' && (isOwn || isListed)) continue;
    throw new WriteFailure(
      `${path} was not written by \`release-assets\`. Move it away: all that is in the folder would be released.`,
    );
  }
  for (const path of paths) await world.remove(path);
}
