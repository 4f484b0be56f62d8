import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { replacePiece } from '../../../source/value-changes.ts';
import type { SoundingArticles } from '../../../text/languages/language.ts';
import type { Passage } from './passages.ts';
import { capitalize, copyCapitals } from './words.ts';

/** Problem codes of words that are right in another place. */
export const WRONG_WORD_CODES = {
  'word-wrong': warning('The word exists, but another one is nearly always meant here.', {
    fix: 'suggested',
    bad: 'The meeting was lead by a doctor.',
    good: 'The meeting was led by a doctor.',
  }),
  'article-form': warning('The form of the article depends on the sound of the next word.', {
    fix: 'automatic',
    bad: 'She is a officer of an university.',
    good: 'She is an officer of a university.',
  }),
} satisfies CodeNotes;

/**
 * Finds words of a list of frequent mistakes.
 * @param mistakes what is wrong, in small letters, and what was meant
 */
export function findWrongWords(
  passages: readonly Passage[],
  mistakes: Readonly<Record<string, string>>,
): Finding[] {
  const wrong = Object.keys(mistakes);
  if (wrong.length === 0) return [];
  const pattern = createPhrasePattern(wrong, 'giu');
  return passages.flatMap(({ text, path }) =>
    [...text.matchAll(pattern)].map(({ 0: typed, index }): Finding => {
      const meant = mistakes[normalizePhrase(typed)] ?? '';
      const piece = { from: index, to: index + typed.length };
      const written = copyCapitals(meant, typed);
      return {
        code: 'word-wrong',
        severity: 'warning',
        message: `“${typed}” is probably a mistake: did you mean “${written}”?`,
        path,
        piece,
        hints: [`Write “${written}”, or leave it if it is meant.`],
        edits: [replacePiece(`Write “${written}”`, path, piece, written)],
      };
    }),
  );
}

/** Returns a pattern of whole phrases, in which any white space and both apostrophes are alike. */
function createPhrasePattern(phrases: readonly string[], flags: string): RegExp {
  const alternatives = phrases.map((phrase) =>
    phrase
      .split(' ')
      .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll("'", "['’]"))
      .join('\\s+'),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}-])`, flags);
}

function normalizePhrase(typed: string): string {
  return typed.toLowerCase().replace(/\s+/g, ' ').replaceAll('’', "'");
}

/** Words after the letter a, or after an article that is written twice: a variable, a Latin phrase, “a a”. */
const AFTER_LETTER = /^(?:an?|and|or|in|is|as|at|of|on|if|it|are|priori)$/i;

/** Words before which “an” may be a mistyped “and”. */
const MAY_FOLLOW_AND =
  /^(?:very|few|many|more|most|some|then|the|their|his|her|our|its|these|those|this|that|they|we|he|she|to|for|with|not|also|both|was|were|has|have)$/i;

/** What stands before a sentence. */
const SENTENCE_START = /(?:^|\n|[.!?:“"‘«–—*_(-])\s*$/u;

/** Finds articles of the other form: a hour, an university. A capital A counts at a sentence’s start only. */
export function findWrongArticles(
  passages: readonly Passage[],
  { beforeVowel, beforeConsonant, beginsWithVowel }: SoundingArticles,
): Finding[] {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}.'’–—-])(${beforeVowel}|${beforeConsonant})\\s+[“"‘'(*_]*([\\p{L}\\p{N}][\\p{L}\\p{N},.'’-]*)`,
    'giu',
  );
  return passages.flatMap(({ text, path }) =>
    [...text.matchAll(pattern)].flatMap(({ index, 1: typed = '', 2: next = '' }): Finding[] => {
      const isCapital = typed[0] !== typed[0]?.toLowerCase();
      if (typed.toLowerCase() === beforeConsonant && AFTER_LETTER.test(next)) return [];
      if (isCapital && !SENTENCE_START.test(text.slice(0, index))) return [];
      const isVowel = beginsWithVowel(next);
      if (isVowel === undefined) return [];
      const right = isVowel ? beforeVowel : beforeConsonant;
      if (typed.toLowerCase() === right) return [];
      const written = isCapital ? capitalize(right) : right;
      const piece = { from: index, to: index + typed.length };
      return [
        {
          code: 'article-form',
          severity: 'warning',
          message: `“${typed} ${next}” has the wrong form of the article`,
          path,
          piece,
          hints: [`Write “${written} ${next}”.`],
          edits: [
            replacePiece(
              `Write “${written}”`,
              path,
              piece,
              written,
              typed.toLowerCase() === beforeConsonant || !MAY_FOLLOW_AND.test(next),
            ),
          ],
        },
      ];
    }),
  );
}
