import { join } from 'node:path';
import { z } from 'zod';
import type { Host } from '../host/host.ts';
import { writeTogether } from '../output/write-together.ts';
import { PUBLICATIONS } from '../publications/index.ts';
import type { AnyPublication } from '../publications/publication.ts';
import { displayPath, EXIT } from './terminal.ts';

/** Writes the JSON Schema of each publication for text editors. @returns the exit code @throws WriteFailure */
export async function writeSchemas(root: string, host: Host): Promise<number> {
  for (const { name, schema, editions } of PUBLICATIONS) {
    const paths = [await writeSchema({ name, schema }, root, host)];
    if (editions) {
      const { schema } = editions;
      paths.push(await writeSchema({ name, schema, file: 'edition.schema.json' }, root, host));
    }
    for (const path of paths) host.print(displayPath(path, host));
  }
  return EXIT.built;
}

/** The schema of a publication's issues, or of their further editions under another file name. */
type SchemaFile = Pick<AnyPublication, 'name' | 'schema'> & { readonly file?: string };

/**
 * Writes the JSON Schema of a publication's issues next to its templates.
 * @returns the path of the file
 * @throws WriteFailure
 */
export async function writeSchema(
  { name, schema, file = 'issue.schema.json' }: SchemaFile,
  root: string,
  host: Host,
): Promise<string> {
  const path = join(root, 'templates', name, file);
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
