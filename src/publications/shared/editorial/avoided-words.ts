// Rule about words that the field has left.
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { replacePiece } from '../../../source/value-changes.ts';
import type { Passage } from './passages.ts';

/** Problem code of the rule about words to avoid. */
export const AVOIDED_WORD_CODES = {
  'word-avoided': warning(
    'The word offends the people it names; the words file says what the centre writes instead.',
    {
      fix: 'suggested',
      bad: 'The film shows the life of junkies.',
      good: 'The film shows the life of people who use drugs.',
    },
  ),
} satisfies CodeNotes;

/** A word to avoid, and what to write. It has only letters, spaces, hyphens and stars for any letters. */
export interface AvoidedWord {
  readonly word: string;
  readonly write: string;
}

/** Finds words of a list, in any case of letters. */
export function findAvoidedWords(
  passages: readonly Passage[],
  avoided: readonly AvoidedWord[],
): Finding[] {
  if (avoided.length === 0) return [];
  const forms = avoided.map(({ word }) =>
    word.replace(/[ -]/g, '[\\s-]').replaceAll('*', '\\p{L}*'),
  );
  const pattern = new RegExp(
    `(?<![\\p{L}-])(?:${forms.map((form) => `(${form})`).join('|')})(?!\\p{L})`,
    'giu',
  );
  return passages.flatMap(({ text, path }) =>
    [...text.matchAll(pattern)].map(({ index, 0: found, ...groups }): Finding => {
      const which = forms.findIndex((_, at) => groups[at + 1] !== undefined);
      const write = avoided[which]?.write ?? '';
      const piece = { from: index, to: index + found.length };
      const isEnding = avoided[which]?.word.includes('*');
      return {
        code: 'word-avoided',
        severity: 'warning',
        message: `“${found}” is a word to avoid`,
        path,
        piece,
        hints: [`Write “${write}”.`],
        // The ending has to fit the sentence.
        edits: isEnding ? [] : [replacePiece(`Write “${write}”`, path, piece, write)],
      };
    }),
  );
}
