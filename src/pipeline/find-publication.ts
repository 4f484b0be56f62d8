import type { Problem } from '../diagnostics/problem.ts';
import { findNearMiss } from '../diagnostics/suggestions.ts';
import { DEFAULT_PUBLICATION, PUBLICATIONS, publicationNamed } from '../publications/index.ts';
import type { AnyPublication } from '../publications/publication.ts';
import type { SourceDocument } from '../source/read-yaml.ts';

/** The publication that an issue is of, or the problem that there is none. */
export type FoundPublication =
  | { readonly publication: AnyPublication; readonly problem?: undefined }
  | { readonly publication?: undefined; readonly problem: Problem };

/** Finds the publication that an issue names under the key `publication`; without the key, the default. */
export function findPublication({ file, value, locate }: SourceDocument): FoundPublication {
  const path = ['publication'];
  const name =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'publication') : undefined;
  if (name === undefined) return { publication: DEFAULT_PUBLICATION };
  const publication = typeof name === 'string' ? publicationNamed(name) : undefined;
  if (publication) return { publication };
  const names = PUBLICATIONS.map((one) => one.name);
  const near = typeof name === 'string' ? findNearMiss(name, names) : undefined;
  return {
    problem: {
      code: 'publication-unknown',
      severity: 'error',
      file,
      range: locate(path),
      message: `there is no publication \`${String(name)}\`${near ? `: did you mean \`${near}\`?` : ''}`,
      hints: [`Write one of ${names.join(', ')}.`],
    },
  };
}
