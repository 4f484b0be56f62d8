import { hasErrors } from '../diagnostics/problem.ts';
import { readYaml } from '../source/read-yaml.ts';
import { checkSchema } from '../source/schema-problems.ts';
import type { Publication } from './publication.ts';

/** Makes what reads, from an issue's file, what is remembered of it; null without the right shape. */
export function recorderOf<Issue, Entry>({
  schema,
  record,
}: Pick<Publication<Issue, never, Entry>, 'schema' | 'record'>): (
  bytes: Buffer,
  file: string,
) => Entry | null {
  return (bytes, file) => {
    const { document, problems } = readYaml(bytes.toString(), file);
    const { value } = hasErrors(problems) ? {} : checkSchema(schema, document);
    return value ? record(value, document) : null;
  };
}
