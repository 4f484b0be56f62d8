import { writeSchema } from '../desk/write-schema.ts';
import { informationRelease } from '../publications/information-release/information-release.ts';
import type { World } from '../world/world.ts';
import { displayPath } from './display-path.ts';
import { EXIT } from './exit.ts';

/** Writes the JSON Schema that editing programs read. @returns the exit code @throws WriteFailure */
export async function writeSchemas(root: string, world: World): Promise<number> {
  world.print(displayPath(await writeSchema(informationRelease, root, world), world));
  return EXIT.built;
}
