import { join } from 'node:path';
import type { World } from '../world/world.ts';
import { ReleaseFailure } from './release-failure.ts';

/**
 * The packages that the program is made of, from the lock file, in CycloneDX 1.5 as `npm sbom` writes
 * it. What npm takes from the clock, from chance and from the folder's name is left out or put right,
 * so that the same lock file has the same bytes; CycloneDX wants none of it.
 * @throws ReleaseFailure when npm cannot tell
 */
export async function readBillOfMaterials(root: string, world: World): Promise<string> {
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--omit', 'dev'];
  const result = await world.run('npm', ['--prefix', root, ...words]);
  if (result?.code !== 0) {
    throw new ReleaseFailure(`npm cannot list the program's packages:\n${result?.printed ?? ''}`);
  }
  const { serialNumber: _chance, ...bill } = JSON.parse(result.output);
  const { timestamp: _clock, ...metadata } = bill.metadata;
  const { name } = JSON.parse(String(await world.readFile(join(root, 'package.json'))));
  const component = { ...metadata.component, name };
  return `${JSON.stringify({ ...bill, metadata: { ...metadata, component } }, null, 2)}\n`;
}
