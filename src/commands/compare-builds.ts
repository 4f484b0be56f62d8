import { join, resolve } from 'node:path';
import type { Host } from '../host/host.ts';
import {
  type ComparedFile,
  compareBuilds,
  type MachineBuild,
} from '../publishing/releases/compare-builds.ts';
import { ReleaseFailure } from '../publishing/releases/release-files.ts';
import { UsageError } from './find-issues.ts';
import { readAssets } from './release-assets.ts';
import { displayPath, EXIT } from './terminal.ts';

/**
 * Compares what `build-issue --all` has written on several machines, each in a folder of its own named for
 * the machine.
 * @throws UsageError when there are not two of them
 * @throws ReleaseFailure when a byte differs
 */
export async function compareMachines(
  [folder]: readonly string[],
  _root: string,
  host: Host,
): Promise<number> {
  if (!folder) throw new UsageError('Give the folder that has a folder for each machine.');
  const builds = await readBuilds(resolve(host.folder, folder), host);
  if (builds.length < 2) {
    const place = displayPath(resolve(host.folder, folder), host);
    throw new UsageError(`There are no builds of two machines in ${place}, each in its folder.`);
  }
  const files = compareBuilds(builds);
  const differing = files.filter(({ versions }) => versions.length > 1);
  for (const { name, versions } of files.filter((file) => !differing.includes(file))) {
    host.print(`${name}  ${versions[0]?.sha256}`);
  }
  if (files.length === 0 || differing.length > 0) {
    const reasons = differing.map(describeDifference);
    throw new ReleaseFailure(['The machines have not built the same.', ...reasons].join('\n'));
  }
  host.print(`The same to the byte on ${builds.length} machines.`);
  return EXIT.built;
}

async function readBuilds(folder: string, host: Host): Promise<MachineBuild[]> {
  const names = (await host.list(folder)).sort();
  const builds = names.map(async (machine) => {
    const place = join(folder, machine);
    if ((await host.kindOf(place)) !== 'folder') return [];
    return [{ machine, files: await readAssets(place, host) }];
  });
  return (await Promise.all(builds)).flat();
}

function describeDifference({ name, versions, hasSamePages }: ComparedFile): string {
  const lines = versions.map(
    ({ sha256 = 'not there', machines }) => `  ${sha256}: ${machines.join(', ')}`,
  );
  const comment = hasSamePages ? ', though the reports have the same contents and pages' : '';
  return [`${name} differs${comment}:`, ...lines].join('\n');
}
