import { hasErrors } from '../diagnostics/problem.ts';
import { readYaml } from '../source/read-yaml.ts';
import { checkSchema } from '../source/schema-problems.ts';
import type { Publication } from './publication.ts';

/** Reads what the register remembers of an issue; one without the right shape is null. */
export function recorderOf<Issue, Entry>({
  schema,
  record,
}: Pick<Publication<Issue, never, Entry>, 'schema' | 'record'>): (
  text: Buffer,
  file: string,
) => Entry | null {
  return (text, file) => {
    const { document, problems } = readYaml(text.toString(), file);
    const { value } = hasErrors(problems) ? {} : checkSchema(schema, document);
    return value ? record(value, document) : null;
  };
}
