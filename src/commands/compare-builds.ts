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
 * Compares the outputs of `build-issue --all` on several machines. Each machine's output is in a subfolder
 * named after it.
 * @throws UsageError if there are fewer than two machines
 * @throws ReleaseFailure if a byte differs
 */
export async function compareMachines(
  [folder]: readonly string[],
  _root: string,
  host: Host,
): Promise<number> {
  if (!folder) throw new UsageError('Give the folder that has a subfolder for each machine.');
  const builds = await readBuilds(resolve(host.folder, folder), host);
  if (builds.length < 2) {
    const place = displayPath(resolve(host.folder, folder), host);
    throw new UsageError(
      `${place} must have builds from at least two machines, each in its own subfolder.`,
    );
  }
  const files = compareBuilds(builds);
  const differing = files.filter(({ versions }) => versions.length > 1);
  for (const { name, versions } of files.filter((file) => !differing.includes(file))) {
    host.print(`${name}  ${versions[0]?.sha256}`);
  }
  if (files.length === 0 || differing.length > 0) {
    const reasons = differing.map(describeDifference);
    throw new ReleaseFailure(['The machines built different files.', ...reasons].join('\n'));
  }
  host.print(`All files are byte-identical on ${builds.length} machines.`);
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
    ({ sha256 = 'missing', machines }) => `  ${sha256}: ${machines.join(', ')}`,
  );
  const comment = hasSamePages ? ', though the reports have the same contents and pages' : '';
  return [`${name} differs${comment}:`, ...lines].join('\n');
}
