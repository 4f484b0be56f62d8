import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import { unifyAlphabet } from '../../../diagnostics/suggestions.ts';
import type { Finding } from '../../../source/finding.ts';
import { replacePiece } from '../../../source/value-changes.ts';
import { listParagraphs, type Passage } from './passages.ts';

/** Problem codes of rules about any prose. */
export const PROSE_CODES = {
  'word-twice': warning('A word that is repeated immediately is usually a typo.', {
    fix: 'suggested',
    bad: 'The the rally began in Almaty.',
    good: 'The rally began in Almaty.',
  }),
  'sentence-twice': warning('A sentence that appears twice was usually pasted twice.'),
  'paragraph-twice': warning('A paragraph that appears twice was usually pasted twice.'),
  'letters-mixed': warning(
    'A search does not find a word with letters of two alphabets, and screen readers misread it.',
    {
      fix: 'automatic',
      bad: 'A сoncert was given for the pupils.',
      good: 'A concert was given for the pupils.',
    },
  ),
  'title-stop': warning('Titles do not end with a full stop.', {
    fix: 'automatic',
    bad: { title: 'Police meet parents.' },
    good: { title: 'Police meet parents' },
  }),
  'body-capitals': warning(
    'Text in capitals is hard to read, and a screen reader may spell it letter by letter.',
    {
      bad: 'POLICE TALK TO PUPILS IN ALMATY.',
      good: 'Police talk to pupils in Almaty.',
    },
  ),
} satisfies CodeNotes;

/** Fewer words in capitals can be a name or a heading. */
const MIN_WORDS = 5;

/** Finds paragraphs of bodies and leads that are written in capitals. */
export function findCapitals(passages: readonly Passage[]): Finding[] {
  return passages
    .filter(({ kind }) => kind === 'body' || kind === 'lead')
    .flatMap((passage) =>
      listParagraphs(passage)
        .filter(({ text }) => isAllCapitals(text))
        .map(({ text, at }) => ({
          code: 'body-capitals' as const,
          severity: 'warning' as const,
          message: 'this paragraph is written in capitals',
          path: passage.path,
          piece: { from: at + text.search(/\S/), to: at + text.trimEnd().length },
          hints: ['Write it in small letters. Only titles are printed in capitals.'],
        })),
    );
}

function isAllCapitals(text: string): boolean {
  if (/\p{Ll}/u.test(text)) return false;
  return (text.match(/\p{L}{2,}/gu) ?? []).length >= MIN_WORDS;
}

const WORD = /[\p{L}\p{M}]+/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;

/** Finds words that mix Latin and Cyrillic letters, some of which look the same. */
export function findMixedLetters(passages: readonly Passage[]): Finding[] {
  // Few texts have letters of both alphabets; only their words are checked.
  const mixed = passages.filter(({ text }) => CYRILLIC.test(text) && LATIN.test(text));
  return mixed.flatMap(({ text, path }) =>
    [...text.matchAll(WORD)]
      .filter(([word]) => CYRILLIC.test(word) && LATIN.test(word))
      .map(({ 0: word, index }) => ({
        code: 'letters-mixed' as const,
        severity: 'warning' as const,
        message: `“${word}” mixes Latin and Cyrillic letters: ${describeMinorityLetters(word)}`,
        path,
        piece: { from: index, to: index + word.length },
        hints: ['Type the whole word again in one alphabet.'],
        edits: unifyAlphabet(word).map((unified, _, { length }) => {
          const script = LATIN.test(unified) ? 'Latin' : 'Cyrillic';
          const piece = { from: index, to: index + word.length };
          const title = `Write “${word}” in ${script} letters`;
          return replacePiece(title, path, piece, unified, length === 1);
        }),
      })),
  );
}

/** Names the letters of the rarer alphabet, such as: “с” is Cyrillic. */
function describeMinorityLetters(word: string): string {
  const cyrillic = [...word].filter((letter) => CYRILLIC.test(letter));
  const latin = [...word].filter((letter) => LATIN.test(letter));
  const [fewer, script] =
    cyrillic.length <= latin.length ? [cyrillic, 'Cyrillic'] : [latin, 'Latin'];
  const letters = [...new Set(fewer)].map((letter) => `“${letter}”`).join(', ');
  return `${letters} ${fewer.length === 1 ? 'is' : 'are'} ${script}`;
}

/** Finds titles and headlines that end with a full stop, but not with an ellipsis or an abbreviation such as U.S. */
export function findTitleFullStops(passages: readonly Passage[]): Finding[] {
  return passages
    .filter(({ kind, text }) => (kind === 'title' || kind === 'headline') && endsWithFullStop(text))
    .map(({ kind, text, path }) => {
      const at = text.trimEnd().length - 1;
      return {
        code: 'title-stop' as const,
        severity: 'warning' as const,
        message: `the ${kind} ends with a full stop`,
        path,
        piece: { from: at, to: at + 1 },
        hints: ['Remove the full stop.'],
        edits: [
          replacePiece('Remove the full stop', path, { from: at, to: at + 1 }, '', !isShort(text)),
        ],
      };
    });
}

/** Whether the last word has so few letters that it may be an abbreviation: etc., Corp. */
function isShort(text: string): boolean {
  return !/\p{L}{5,}\.$/u.test(text.trimEnd());
}

function endsWithFullStop(text: string): boolean {
  return /(?<!\.)\.$/.test(text.trimEnd()) && !/\.\p{L}+\.$/u.test(text.trimEnd());
}
