import type { Problem } from '../diagnostics/problem.ts';
import { type CodeNotes, error } from '../diagnostics/problem-code.ts';
import { findNearMiss } from '../diagnostics/suggestions.ts';
import { OUTPUT_CODES } from '../output/reserve-path.ts';
import type { SourceDocument } from '../source/read-yaml.ts';
import { SOURCE_CODES, SUPPRESSION_CODES } from '../source/source-codes.ts';
import { TEMPLATE_CODES } from '../templates/template-folder.ts';
import { informationRelease } from './information-release/information-release.ts';
import type { AnyPublication } from './publication.ts';
import { EDITION_CODES } from './shared/editions/edition-codes.ts';
// The list of publications: the only place outside their folders that names one.

/** All publications; issues that name none are of the first. */
export const PUBLICATIONS: readonly [AnyPublication, ...AnyPublication[]] = [informationRelease];

/** The publication of issues that name none, and of commands that are given no issue. */
export const [DEFAULT_PUBLICATION] = PUBLICATIONS;

const PUBLICATION_CODES = {
  'publication-unknown': error('Without its publication an issue has no format and no page.'),
} satisfies CodeNotes;

/** Every problem that can be found, by its code. */
export const CODES: CodeNotes = {
  ...SOURCE_CODES,
  ...TEMPLATE_CODES,
  ...PUBLICATION_CODES,
  ...EDITION_CODES,
  ...Object.assign({}, ...PUBLICATIONS.map(({ codes }) => codes)),
  ...OUTPUT_CODES,
  ...SUPPRESSION_CODES,
};

/** The publication of a name; undefined when there is none. */
export function publicationNamed(name: string): AnyPublication | undefined {
  return PUBLICATIONS.find((publication) => publication.name === name);
}

/** The publication whose issues have a folder's name; undefined when no publication's have. */
export function publicationOfFolder(name: string): AnyPublication | undefined {
  return PUBLICATIONS.find(({ naming }) => naming.isName(name));
}

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
