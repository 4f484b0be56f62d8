import { resolve } from 'node:path';
import { compareFolders } from '../releases/compare-folders.ts';
import { ReleaseFailure } from '../releases/release-failure.ts';
import { releaseFolder } from '../releases/release-folder.ts';
import type { World } from '../world/world.ts';
import { displayPath } from './display-path.ts';
import { EXIT } from './exit.ts';
import { UsageError } from './find-issues.ts';
import { findIssueToRelease } from './issue-to-release.ts';

/**
 * Compares an issue's release with the one that another checkout of the project has made.
 * @throws UsageError when one of them is not there
 * @throws ReleaseFailure when a byte differs
 */
export async function compareAssets(
  [word, checkout]: readonly string[],
  root: string,
  world: World,
): Promise<number> {
  if (!checkout) throw new UsageError('Give the issue’s name and the other checkout.');
  const issue = await findIssueToRelease(word, root, world);
  const folders = [root, resolve(world.folder, checkout)].map((place) =>
    releaseFolder(place, issue),
  );
  for (const { card, folder } of folders) {
    if ((await world.kindOf(card)) === 'file') continue;
    throw new UsageError(`There is no release in ${displayPath(folder, world)}: make both first.`);
  }
  const [first = '', second = ''] = folders.map(({ folder }) => folder);
  const differing = await compareFolders([first, second], world);
  if (differing.length > 0) {
    throw new ReleaseFailure(
      `Two builds of issue ${issue} from one commit differ in ${differing.join(', ')}. ` +
        'Nothing is released: find what depends on the machine or the moment.',
    );
  }
  world.print(`Two builds of issue ${issue} are the same to the byte.`);
  return EXIT.built;
}
