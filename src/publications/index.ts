// The list of publications: the only place outside their folders that names one.
import { type CodeNotes, error } from '../diagnostics/problem-code.ts';
import { OUTPUT_CODES } from '../output/reserve-path.ts';
import { SOURCE_CODES, SUPPRESSION_CODES } from '../source/source-codes.ts';
import { TEMPLATE_CODES } from '../templates/template-folder.ts';
import { informationRelease } from './information-release/information-release.ts';
import type { AnyPublication } from './publication.ts';

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
