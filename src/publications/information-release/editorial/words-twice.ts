import type { Finding } from '../../../source/finding.ts';
import type { Passage } from './passages.ts';

/** A stretch of letters, digits and the signs inside words. */
const TOKEN = /[\p{L}\p{M}\p{N}’'-]+/gu;
/** A stretch that is one word. */
const WORD = /^\p{L}[\p{L}\p{M}’']*$/u;
/** White space that may stand between two words of one paragraph. */
const GAP = /^(?:[ \t\u00a0]+(?:\n[ \t\u00a0]*)?|\n[ \t\u00a0]*)$/;

/** The same word twice in a row; `doubled` are words that may stand so, in small letters. */
export function findWordsTwice(
  passages: readonly Passage[],
  doubled: readonly string[],
): Finding[] {
  return passages.flatMap(({ text, path }) =>
    findPairs(text)
      .filter(({ word }) => !doubled.includes(word.toLowerCase()))
      .map(({ word, from, to }) => ({
        code: 'word-twice' as const,
        severity: 'warning' as const,
        message: `“${word}” stands twice in a row`,
        path,
        piece: { from, to },
        hints: ['Remove one of the two.'],
      })),
  );
}

/** A word that stands twice, with its place from its first letter to its last. */
interface Pair {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

function findPairs(text: string): Pair[] {
  const pairs: Pair[] = [];
  let before: RegExpExecArray | undefined;
  for (const token of text.matchAll(TOKEN)) {
    const isPair = before !== undefined && isSameWord(before, token, text);
    if (before && isPair) {
      pairs.push({ word: before[0], from: before.index, to: token.index + token[0].length });
    }
    // The third of three has no partner left.
    before = isPair ? undefined : token;
  }
  return pairs;
}

function isSameWord(a: RegExpExecArray, b: RegExpExecArray, text: string): boolean {
  if (a[0].length !== b[0].length || a[0].toLowerCase() !== b[0].toLowerCase()) return false;
  return WORD.test(a[0]) && GAP.test(text.slice(a.index + a[0].length, b.index));
}
