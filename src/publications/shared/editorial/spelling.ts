import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { replacePiece } from '../../../source/value-changes.ts';
import type { Speller } from '../../../text/spelling/speller.ts';
import { addOwnWord } from './own-words.ts';
import { capitalize, compoundAt, type PlacedWord } from './words.ts';

/** Problem code of misspelled words. */
export const SPELLING_CODES = {
  spelling: warning('A misspelled word makes readers doubt what they read.', {
    fix: 'suggested',
    bad: 'The pupils were aquainted with the law.',
    good: 'The pupils were acquainted with the law.',
  }),
} satisfies CodeNotes;

/** Shorter words are often abbreviations or units. */
const MIN_LETTERS = 4;

/** Longer words are two that run together, or noise: they get no suggestions. */
const MAX_LETTERS = 40;

/** A foreign word or title in italics, of at most four words. */
const IN_ITALICS = /([*_])(?![*_\s])([^*_\s]+(?: [^*_\s]+){0,3})\1/g;
/** Letters around a word in which its italics or quotation marks are looked for. */
const AROUND = 50;
/** Before and behind a word or its compound alone in quotation marks: slang, or a foreign term. */
const QUOTE_BEFORE = /[“„«"‘][\p{L}\p{M}’'-]*$/u;
const QUOTE_BEHIND = /^[\p{L}\p{M}’'-]*[”“»"’]/u;

/**
 * Different misspelled words that get suggestions, which take some 20 ms each; a text with many more is in
 * another language.
 */
const MAX_SUGGESTED = 15;

/** An opening quotation mark and a name before the word: “Esbol qory”. */
const NAME_BEFORE = /[“„«"‘](\p{Lu}[\p{L}'’-]*) $/u;

/** Suggestions for a misspelled word. */
type Verdict = 'right' | readonly string[];

/** Finds misspelled words. Only words in small letters are checked: others may be names. */
export function findMisspellings(
  words: readonly PlacedWord[],
  speller: Speller,
  isKnown: (word: string) => boolean,
): Finding[] {
  const verdicts = new Map<string, Verdict>();
  let used: ReadonlySet<string> | undefined;
  const isUsed = (word: string) => {
    used ??= new Set(words.map((placed) => placed.word));
    return used.has(word);
  };
  let suggested = 0;
  const judge = (word: string): Verdict => {
    if (isRight(word, speller) || isKnown(baseOf(word))) return 'right';
    if (word.length > MAX_LETTERS) return [];
    const name = capitalize(word);
    if (speller.isListed(name) || isKnown(name)) return [name];
    suggested += 1;
    return suggested > MAX_SUGGESTED ? [] : speller.suggest(word, isUsed);
  };
  return words.flatMap((placed): Finding[] => {
    const { word } = placed;
    if (word.length < MIN_LETTERS || !speller.isNative(word)) return [];
    const verdict = verdicts.get(word) ?? judge(word);
    verdicts.set(word, verdict);
    if (verdict === 'right' || isForeign(placed, speller) || isQuotedMistake(placed)) return [];
    return [describeMisspelling(placed, verdict)];
  });
}

/** Reports a misspelled word. */
export function describeMisspelling(
  { word, passage, from, to }: PlacedWord,
  suggestions: readonly string[],
): Finding {
  const piece = { from, to };
  const question = suggestions.map((meant) => `“${meant}”`).join(' or ');
  return {
    code: 'spelling',
    severity: 'warning',
    message: `“${word}” is not in the dictionary${question && `: did you mean ${question}?`}`,
    path: passage.path,
    piece,
    hints: ['Correct the word. If it is right, add it to the list `words` of the issue.'],
    edits: [
      ...suggestions.map((meant) => replacePiece(`Write “${meant}”`, passage.path, piece, meant)),
      addOwnWord(baseOf(word)),
    ],
  };
}

/** Whether a word belongs to a foreign name or term, or to a compound that the dictionary has as a whole. */
function isForeign(placed: PlacedWord, speller: Speller): boolean {
  const { passage, from, to } = placed;
  if (isInItalics(placed)) return true;
  const before = passage.text.slice(Math.max(0, from - AROUND), from);
  const [, name] = NAME_BEFORE.exec(before) ?? [];
  if (name !== undefined && !speller.isListed(name)) return true;
  if (QUOTE_BEFORE.test(before) && QUOTE_BEHIND.test(passage.text.slice(to, to + AROUND)))
    return true;
  const compound = compoundAt(placed);
  if (!compound.includes('-')) return false;
  return (
    speller.isWord(compound) || speller.basesOfPart(placed.word, compound).some(speller.isWord)
  );
}

function isInItalics({ passage: { text }, from, to }: PlacedWord): boolean {
  const start = Math.max(0, from - AROUND);
  return [...text.slice(start, to + AROUND).matchAll(IN_ITALICS)].some(
    ({ index, 0: { length } }) => start + index < from && to < start + index + length,
  );
}

/** Whether a word is followed by [sic], as an author has copied the mistake on purpose. */
function isQuotedMistake({ passage: { text }, to }: PlacedWord): boolean {
  return text.startsWith(' [sic]', to);
}

/** Returns a word without the ending of a possessive. */
function baseOf(word: string): string {
  return word.replace(/'s$|(?<=s)'$/, '');
}

function isRight(word: string, speller: Speller): boolean {
  const base = baseOf(word);
  return speller.isWord(word) || base.length < MIN_LETTERS || speller.isWord(base);
}
