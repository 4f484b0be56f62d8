import type { Finding } from '../../../source/finding.ts';
import type { Passage } from './passages.ts';

const WORD = /[\p{L}\p{M}]+/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;

/** Words with Latin and Cyrillic letters in them; on the page some of them look the same. */
export function findMixedLetters(passages: readonly Passage[]): Finding[] {
  // Hardly any text has both, and whoever has not needs no look at its words.
  const mixed = passages.filter(({ text }) => CYRILLIC.test(text) && LATIN.test(text));
  return mixed.flatMap(({ text, path }) =>
    [...text.matchAll(WORD)]
      .filter(([word]) => CYRILLIC.test(word) && LATIN.test(word))
      .map(({ 0: word, index }) => ({
        code: 'letters-mixed' as const,
        severity: 'warning' as const,
        message: `“${word}” mixes Latin and Cyrillic letters: ${nameFewer(word)}`,
        path,
        piece: { from: index, to: index + word.length },
        hints: ['Type the word afresh with one keyboard; it is found in a search only then.'],
      })),
  );
}

/** Says which letters are the odd ones out, such as “с” is Cyrillic. */
function nameFewer(word: string): string {
  const cyrillic = [...word].filter((letter) => CYRILLIC.test(letter));
  const latin = [...word].filter((letter) => LATIN.test(letter));
  const [fewer, script] =
    cyrillic.length <= latin.length ? [cyrillic, 'Cyrillic'] : [latin, 'Latin'];
  const letters = [...new Set(fewer)].map((letter) => `“${letter}”`).join(', ');
  return `${letters} ${fewer.length === 1 ? 'is' : 'are'} ${script}`;
}
