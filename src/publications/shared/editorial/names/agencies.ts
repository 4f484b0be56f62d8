import { distance } from 'fastest-levenshtein';
import { type CodeNotes, warning } from '../../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../../source/finding.ts';
import { replacePiece } from '../../../../source/value-changes.ts';
import type { Passage } from '../passages.ts';

/** Problem codes of agencies. */
export const AGENCY_CODES = {
  'abbreviation-typo': warning('Readers do not find an agency by a mistyped abbreviation.', {
    fix: 'suggested',
    bad: 'The seminar was supported by UNDOC.',
    good: 'The seminar was supported by UNODC.',
  }),
  'agency-name': warning('An agency has one name, and documents are found by it.', {
    fix: 'suggested',
    bad: 'The World Custom Organization took part.',
    good: 'The World Customs Organization took part.',
  }),
} satisfies CodeNotes;

/** Shorter abbreviations differ by the order of their letters without being a typo. */
const MIN_LETTERS = 4;
/** So often an abbreviation is no typo. */
const MIN_USES = 2;
const ABBREVIATION = /(?<![\p{L}\p{N}-])\p{Lu}{2,}(?![\p{L}\p{N}-])/gu;

/** Finds abbreviations that have the letters of a known one, or of a frequent one, in another order. */
export function findAbbreviationTypos(
  passages: readonly Passage[],
  agencies: readonly string[],
  {
    ownWords,
    checkedElsewhere,
  }: { readonly ownWords: readonly string[]; readonly checkedElsewhere: readonly string[] },
): Finding[] {
  const used = passages.flatMap((passage) =>
    [...passage.text.matchAll(ABBREVIATION)].map(({ 0: typed, index }) => ({
      typed,
      index,
      passage,
    })),
  );
  const counts = new Map<string, number>();
  for (const { typed } of used) counts.set(typed, (counts.get(typed) ?? 0) + 1);
  const frequent = [...counts].filter(([, count]) => count >= MIN_USES).map(([typed]) => typed);
  const right = new Set([...frequent, ...agencies, ...ownWords]);
  const known = new Map(
    [...frequent, ...agencies]
      .filter((one) => !checkedElsewhere.includes(one))
      .map((one) => [sortLetters(one), one]),
  );
  return used.flatMap(({ typed, index, passage }) => {
    const meant = known.get(sortLetters(typed));
    if (meant === undefined || typed.length < MIN_LETTERS || right.has(typed)) return [];
    return [describe(typed, meant, index, passage)];
  });
}

function sortLetters(text: string): string {
  return [...text].sort().join('');
}

function describe(typed: string, meant: string, from: number, { path }: Passage): Finding {
  const piece = { from, to: from + typed.length };
  return {
    code: 'abbreviation-typo',
    severity: 'warning',
    message: `“${typed}” is probably a typo of “${meant}”`,
    path,
    piece,
    hints: [`Write “${meant}”, or add “${typed}” to the list \`words\` if it is right.`],
    edits: [replacePiece(`Write “${meant}”`, path, piece, meant)],
  };
}

/** A name of up to 12 words with its abbreviation in brackets; small words may stand between its words. */
const EXPLAINED =
  /((?:\p{Lu}[\p{L}’'-]+\s+(?:(?:of|on|for|and|the|in|against|to)\s+)*){1,12})\((\p{Lu}{3,7})\)/gu;

/**
 * Finds abbreviations in brackets that do not fit the name before them: the initials in another order, or
 * one of them in the place of another. Translated names have other initials, so known ones are left out.
 */
export function findUnfitAbbreviations(
  passages: readonly Passage[],
  known: readonly string[],
): Finding[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(EXPLAINED)].flatMap(
      ({ 0: whole, 1: name = '', 2: typed = '', index }) => {
        if (known.includes(typed)) return [];
        const words = name.match(/(?<![\p{L}-])\p{Lu}[\p{L}’'-]+/gu) ?? [];
        const initials = words
          .slice(-typed.length)
          .map(([first = '']) => first)
          .join('');
        const isNear =
          sortLetters(initials) === sortLetters(typed) ||
          (distance(initials, typed) === 1 &&
            [...typed].every((letter) => initials.includes(letter)));
        if (initials.length !== typed.length || initials === typed || !isNear) return [];
        return [describe(typed, initials, index + whole.length - 1 - typed.length, passage)];
      },
    ),
  );
}

/** A known agency, in words. */
interface AgencyName {
  readonly name: string;
  readonly words: readonly string[];
}

const NAME_WORD = /[\p{L}\p{M}’'-]+/gu;
/** Words that differ in so many letters are other words. */
const MAX_TYPOS = 2;
/** Shorter words are not compared by their letters. */
const MIN_COMPARED = 4;
const MIN_WORDS = 3;

/** Finds names of known agencies with one wrong word. */
export function findWrongAgencyNames(
  passages: readonly Passage[],
  names: readonly string[],
): Finding[] {
  const known = names
    .map((name): AgencyName => ({ name, words: name.match(NAME_WORD) ?? [] }))
    .filter(({ words }) => words.length >= MIN_WORDS);
  const byWord = new Map<string, AgencyName[]>();
  for (const agency of known) {
    for (const word of agency.words.slice(0, 2)) {
      byWord.set(word, [...(byWord.get(word) ?? []), agency]);
    }
  }
  return passages.flatMap((passage) => {
    const words = [...passage.text.matchAll(NAME_WORD)];
    return words.flatMap(({ 0: word }, at) =>
      (byWord.get(word) ?? []).flatMap((agency): Finding[] => {
        const first = at - agency.words.indexOf(word);
        const typed = words.slice(first, first + agency.words.length);
        const begin = typed[0]?.index ?? 0;
        const last = typed.at(-1);
        const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
        const text = passage.text.slice(begin, end);
        // The second word leads to the name only if the first one is wrong.
        const isCounted = word === agency.words[0] || typed[0]?.[0] !== agency.words[0];
        if (
          first < 0 ||
          !isCounted ||
          !isMisspelled(
            typed.map(([one]) => one),
            text,
            agency,
          )
        )
          return [];
        const piece = { from: begin, to: end };
        return [
          {
            code: 'agency-name',
            severity: 'warning',
            message: `“${text}” is probably “${agency.name}”`,
            path: passage.path,
            piece,
            hints: [`Write “${agency.name}”.`],
            edits: [replacePiece(`Write “${agency.name}”`, passage.path, piece, agency.name)],
          },
        ];
      }),
    );
  });
}

/** Whether the words are those of the agency, except one that is misspelled or has another small word in its place. */
function isMisspelled(typed: readonly string[], text: string, { words }: AgencyName): boolean {
  if (typed.length < words.length || /[.;:!?\n]/.test(text)) return false;
  const different = words.flatMap((word, index) => {
    const own = typed[index] ?? '';
    return isSameWord(own, word) ? [] : [[own, word] as const];
  });
  const [pair] = different;
  if (different.length !== 1 || !pair) return false;
  const [own, word] = pair;
  if (!/^\p{Lu}/u.test(word)) return /^\p{Ll}{2,4}$/u.test(own);
  return /^\p{Lu}/u.test(own) && word.length >= MIN_COMPARED && distance(own, word) <= MAX_TYPOS;
}

/** -ise and -ize, programme and program are a matter of the spelling of the whole text. */
function isSameWord(a: string, b: string): boolean {
  const normalize = (word: string) =>
    word
      .replaceAll('’', "'")
      .replace(/^Co-op/, 'Coop')
      .replace(/is(?=ation)/, 'iz')
      .replace(/^Programme$/, 'Program')
      .replace(/^Centre$/, 'Center');
  return normalize(a) === normalize(b);
}
