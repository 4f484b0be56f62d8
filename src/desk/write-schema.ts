import { join } from 'node:path';
import { writeTogether } from '../output/write-together.ts';
import type { Publication } from '../publications/publication.ts';
import { printJsonSchema } from '../source/json-schema.ts';
import type { World } from '../world/world.ts';

/**
 * Writes a publication's format beside its templates, where editing programs read it.
 * @returns the file's path
 * @throws WriteFailure
 */
export async function writeSchema(
  { name, schema }: Pick<Publication<unknown, unknown, unknown>, 'name' | 'schema'>,
  root: string,
  world: World,
): Promise<string> {
  const path = join(root, 'templates', name, 'issue.schema.json');
  await writeTogether([{ path, bytes: Buffer.from(printJsonSchema(schema)) }], world, 'fixed');
  return path;
}
