import { type CodeNotes, warning } from '../../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../../source/finding.ts';
import { replacePiece } from '../../../../source/value-changes.ts';
import type { Passage } from '../passages.ts';

/** Problem code of names for which another spelling is preferred. */
export const PREFERRED_NAME_CODES = {
  'name-preferred': warning('The list of names has one spelling for each place and people.', {
    fix: 'suggested',
    bad: 'Pupils of Alma-Ata and Kokchetav took part.',
    good: 'Pupils of Almaty and Kokshetau took part.',
  }),
} satisfies CodeNotes;

/** End of an entry that stands for a word with any ending. */
const ANY_ENDING = '*';

/**
 * Finds names for which the vocabulary has another spelling.
 * @param names the preferred names, with their other spellings; `Киргизи*` has any ending
 */
export function findUnpreferredNames(
  passages: readonly Passage[],
  names: Readonly<Record<string, readonly string[]>>,
): Finding[] {
  const preferred = new Map(
    Object.entries(names).flatMap(([name, others]) =>
      others.flatMap((other) => listCapitals(other).map((typed) => [typed, name] as const)),
    ),
  );
  if (preferred.size === 0) return [];
  const alternatives = [...preferred.keys()].map((other) =>
    other.endsWith(ANY_ENDING)
      ? `(?:${phrasePattern(other.slice(0, -1))})\\p{L}{0,3}`
      : phrasePattern(other),
  );
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}]|-\\p{L})`,
    'gu',
  );
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(pattern)].map(({ 0: typed, index }) =>
      describe(typed, index, passage, preferred),
    ),
  );
}

function describe(
  typed: string,
  from: number,
  { path }: Passage,
  preferred: ReadonlyMap<string, string>,
): Finding {
  const written = typed.replace(/\s+/g, ' ');
  const stem = [...preferred.keys()].find(
    (other) => other.endsWith(ANY_ENDING) && written.startsWith(other.slice(0, -1)),
  );
  const name = preferred.get(written) ?? preferred.get(stem ?? '') ?? '';
  const [own, other] = [name, stem ?? written].map((text) => text.replace(ANY_ENDING, ''));
  const piece = { from, to: from + typed.length };
  const isCapital = /^\p{Lu}/u.test(typed);
  const isUpper = written.length > 1 && written === written.toUpperCase();
  const cased = isUpper
    ? (own ?? '').toUpperCase()
    : (own ?? '').replace(/^\p{L}/u, (letter) => (isCapital ? letter.toUpperCase() : letter));
  const ending = written.slice(other?.length ?? 0);
  // A name with another declension cannot take over the ending.
  const isReplaceable = stem === undefined || name.endsWith(ANY_ENDING);
  return {
    code: 'name-preferred',
    severity: 'warning',
    message: `“${written}” is written “${cased}${name.endsWith(ANY_ENDING) ? ending : ''}” here`,
    path,
    piece,
    hints: ['Write the name as in the list of names, unless it is part of a title or a quotation.'],
    edits: isReplaceable
      ? [replacePiece(`Write “${cased}${ending}”`, path, piece, `${cased}${ending}`)]
      : [],
  };
}

/** Returns a name as it stands in a sentence, at its beginning and in a title in capitals. */
function listCapitals(name: string): string[] {
  return [
    ...new Set([
      name,
      name.replace(/^\p{L}/u, (letter) => letter.toUpperCase()),
      name.toUpperCase(),
    ]),
  ];
}

function phrasePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/ /g, '\\s+');
}
