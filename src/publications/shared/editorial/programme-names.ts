import { distance } from 'fastest-levenshtein';
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { replacePiece } from '../../../source/value-changes.ts';
import { isTypo } from '../../../text/spelling/is-typo.ts';
import type { Programme } from '../programmes.ts';
import type { Passage } from './passages.ts';

/** Problem code of names that resemble the programme's. */
export const PROGRAMME_NAME_CODES = {
  'programme-name': warning(
    'A programme with two names looks like two programmes to readers.',
    'suggested',
  ),
} satisfies CodeNotes;

/** Returns the names of a programme that this rule compares. */
export function listProgrammeNames({ name, title }: Pick<Programme, 'name' | 'title'>): string[] {
  return [withoutPhase(name), title];
}

function withoutPhase(name: string): string {
  return name.replace(/\s*\d+$/, '');
}

/** An abbreviation and the number of a phase: CADAP 7, Cadap-7, CADAP7. */
const NUMBERED =
  /(?<![\p{L}\p{N}])(\p{Lu}\p{L}{2,})([ \u00a0-]?)(\d{1,2})(?![\p{L}\p{N}]|[.,]\d)/gu;
/** An abbreviation in capitals. */
const ABBREVIATION = /(?<![\p{L}\p{N}])\p{Lu}{4,}(?![\p{L}\p{N}])/gu;
/** Differing letters with which a full name is still taken for the programme's. */
const MAX_DIFFERENCE = 3;

interface Found {
  readonly text: string;
  readonly at: number;
  readonly meant: string;
}

/**
 * Finds names that are nearly the programme's: another abbreviation with the number of its phase, its
 * abbreviation with a letter changed or written in another way, its full name with a word changed.
 */
export function findProgrammeNames(
  passages: readonly Passage[],
  { name, phase, title }: Pick<Programme, 'name' | 'phase' | 'title'>,
): Finding[] {
  const abbreviation = withoutPhase(name);
  return passages.flatMap(({ text, path }) => {
    const numbered = findNumbered(text, { name, phase, abbreviation });
    const isNew = ({ at }: Found) =>
      !numbered.some((other) => at >= other.at && at < other.at + other.text.length);
    const found = [
      ...numbered,
      ...findAbbreviations(text, abbreviation).filter(isNew),
      ...findFullNames(text, title),
    ];
    return found.map(
      ({ text: written, at, meant }): Finding => ({
        code: 'programme-name',
        severity: 'warning',
        message: `“${written}” is not quite the programme’s name: did you mean “${meant}”?`,
        path,
        piece: { from: at, to: at + written.length },
        hints: [`Write the name as in the programme’s file: ${meant}`],
        edits: [
          replacePiece(`Write “${meant}”`, path, { from: at, to: at + written.length }, meant),
        ],
      }),
    );
  });
}

function findNumbered(
  text: string,
  { name, phase, abbreviation }: { name: string; phase: number; abbreviation: string },
): Found[] {
  return [...text.matchAll(NUMBERED)].flatMap(
    ({ 0: written, 1: letters = '', 3: digits, index }) => {
      const isAbbreviation = letters === letters.toUpperCase();
      const isOwn = letters.toUpperCase() === abbreviation.toUpperCase();
      // An earlier phase of the programme has its own name.
      if (Number(digits) !== phase) return [];
      if (!isOwn && !(isAbbreviation && letters.length >= MIN_LETTERS)) return [];
      const normal = written.replace('\u00a0', ' ');
      return normal === name ? [] : [{ text: written, at: index, meant: name }];
    },
  );
}

/** Shorter abbreviations with a number are usually something else: EU 7, SDG 6. */
const MIN_LETTERS = 4;

function findAbbreviations(text: string, abbreviation: string): Found[] {
  return [...text.matchAll(ABBREVIATION)].flatMap(({ 0: written, index }) =>
    written !== abbreviation && isTypo(written, abbreviation)
      ? [{ text: written, at: index, meant: abbreviation }]
      : [],
  );
}

function findFullNames(text: string, title: string): Found[] {
  const words = [...text.matchAll(/[\p{L}\p{M}’'-]+/gu)];
  const count = title.split(/\s+/).length;
  return words.flatMap((first, index): Found[] => {
    const last = words[index + count - 1];
    if (!last) return [];
    const written = text.slice(first.index, last.index + last[0].length);
    const plain = written.replace(/\s+/g, ' ');
    const difference = distance(plain.toLowerCase(), title.toLowerCase());
    if (difference === 0 || difference > MAX_DIFFERENCE) return [];
    return [{ text: written, at: first.index, meant: title }];
  });
}
