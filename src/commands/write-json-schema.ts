import { join } from 'node:path';
import { z } from 'zod';
import type { Host } from '../host/host.ts';
import { writeTogether } from '../output/write-together.ts';
import { PUBLICATIONS } from '../publications/index.ts';
import type { AnyPublication } from '../publications/publication.ts';
import { displayPath, EXIT } from './terminal.ts';

/** Writes the JSON Schema of each publication for text editors. @returns the exit code @throws WriteFailure */
export async function writeSchemas(root: string, host: Host): Promise<number> {
  for (const publication of PUBLICATIONS) {
    host.print(displayPath(await writeSchema(publication, root, host), host));
  }
  return EXIT.built;
}

/**
 * Writes the JSON Schema of a publication's issues next to its templates.
 * @returns the path of the file
 * @throws WriteFailure
 */
export async function writeSchema(
  { name, schema }: Pick<AnyPublication, 'name' | 'schema'>,
  root: string,
  host: Host,
): Promise<string> {
  const path = join(root, 'templates', name, 'issue.schema.json');
  await writeTogether([{ path, bytes: Buffer.from(printJsonSchema(schema)) }], host, 'fixed');
  return path;
}

/**
 * Serializes a zod schema as JSON Schema, with the descriptions in its metadata. Describes the input, as
 * authors write it. Uses draft 7, which text editors support best.
 */
export function printJsonSchema(schema: z.ZodType): string {
  const value = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
  return `${JSON.stringify(value, null, 2)}\n`;
}
