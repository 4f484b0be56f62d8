import type { Finding } from '../../../source/finding.ts';
import type { Passage } from './passages.ts';

/** A word, white space of one paragraph, the word again. Written so that it never goes back far. */
const TWICE =
  /(?<![\p{L}\p{M}\p{N}’'-])(\p{L}[\p{L}\p{M}’']*)(?:[ \t\u00a0]+(?:\n[ \t\u00a0]*)?|\n[ \t\u00a0]*)\1(?![\p{L}\p{M}\p{N}’'-])/giu;

/** The same word twice in a row; `doubled` are words that may stand so, in small letters. */
export function findWordsTwice(
  passages: readonly Passage[],
  doubled: readonly string[],
): Finding[] {
  return passages.flatMap(({ text, path }) =>
    [...text.matchAll(TWICE)]
      .filter(([, word = '']) => !doubled.includes(word.toLowerCase()))
      .map(({ 0: both, 1: word, index }) => ({
        code: 'word-twice' as const,
        severity: 'warning' as const,
        message: `“${word}” stands twice in a row`,
        path,
        piece: { from: index, to: index + both.length },
        hints: ['Remove one of the two.'],
      })),
  );
}
