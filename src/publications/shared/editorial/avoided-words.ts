// Rule about words that the field has left.
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { replacePiece } from '../../../source/value-changes.ts';
import type { Vocabulary } from '../../../text/spelling/vocabulary.ts';
import type { Passage } from './passages.ts';

/** Problem code of the rule about words to avoid. */
export const AVOIDED_WORD_CODES = {
  'word-avoided': warning(
    'The word offends the people it names; the vocabulary says what the centre writes instead.',
    {
      fix: 'suggested',
      bad: 'The film shows the life of junkies.',
      good: 'The film shows the life of people who use drugs.',
    },
  ),
} satisfies CodeNotes;

/** Finds words of a list, in any case of letters. */
export function findAvoidedWords(
  passages: readonly Passage[],
  avoided: Vocabulary['avoid'],
): Finding[] {
  const texts = passages.map(({ text }) => text.toLowerCase().replaceAll('-', ' '));
  // Few texts have such words. Looking for their letters first is much faster than the patterns.
  return avoided.flatMap(({ word, write }) => {
    const [start = ''] = word.toLowerCase().replaceAll('-', ' ').split('*');
    const suspicious = passages.filter((_, index) => texts[index]?.includes(start));
    if (suspicious.length === 0) return [];
    const form = word.replace(/[ -]/g, '[\\s-]').replaceAll('*', '\\p{L}*');
    const pattern = new RegExp(`(?<!\\p{L})${form}(?!\\p{L})`, 'giu');
    return suspicious.flatMap(({ text, path }) =>
      [...text.matchAll(pattern)]
        .filter(
          ({ index, 0: found }) =>
            !isInLonger(text, index, found, word, avoided) && !isNamed(text, index, found),
        )
        .map(({ index, 0: found }): Finding => {
          const piece = { from: index, to: index + found.length };
          return {
            code: 'word-avoided',
            severity: 'warning',
            message: `“${found}” is a word to avoid`,
            path,
            piece,
            hints: [`Write “${write}”.`],
            // The ending has to fit the sentence.
            edits: word.includes('*') ? [] : [replacePiece(`Write “${write}”`, path, piece, write)],
          };
        }),
    );
  });
}

/** A short quotation: a name, or a word that is spoken of. */
const QUOTED = /[“„«"‘]([^“„«"‘”»’\n]{1,40})[”“»"’]/gu;
const MAX_QUOTED_WORDS = 4;
/** Letters around a word in which its quotation marks are looked for. */
const AROUND = 40;

/** Whether a word is part of a name, as in Alcoholics Anonymous, or is spoken of: the word “addict”. */
function isNamed(text: string, index: number, found: string): boolean {
  const end = index + found.length;
  const isCapital = /^\p{Lu}\p{Ll}/u.test(found);
  if (isCapital && /^\s\p{Lu}/u.test(text.slice(end, end + 2))) return true;
  const from = Math.max(0, index - AROUND);
  const quotes = text.slice(from, end + AROUND).matchAll(QUOTED);
  return [...quotes].some(({ index: at, 0: quoted, 1: inside = '' }) => {
    const isAround = from + at < index && end < from + at + quoted.length;
    return isAround && inside.split(/\s+/).length <= MAX_QUOTED_WORDS;
  });
}

/** Whether a word stands in a longer entry of the list: addict in drug addict. */
function isInLonger(
  text: string,
  index: number,
  found: string,
  word: string,
  avoided: Vocabulary['avoid'],
): boolean {
  return avoided.some((other) => {
    const at = other.word.indexOf(` ${word}`);
    if (at < 0) return false;
    const from = index - at - 1;
    const written = text.slice(Math.max(0, from), index + found.length);
    return written.toLowerCase().replace(/[\s-]/g, ' ') === other.word.toLowerCase();
  });
}
