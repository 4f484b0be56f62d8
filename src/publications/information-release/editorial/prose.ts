import type { Finding } from '../../../source/finding.ts';
import { listParagraphs, type Passage } from './passages.ts';

/** Opening marks with the marks that may close them; „ is closed by “ in German and Russian. */
const PAIRS: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“”' };
/** What may stand before a straight quote that opens. */
const BEFORE_OPENING = /[\s([{\u2013\u2014/*_-]/;

interface Opening {
  readonly mark: string;
  readonly at: number;
}

/** Opening quotes that nothing closes. */
export function findOpenQuotes(passages: readonly Passage[]): Finding[] {
  return passages.flatMap((passage) =>
    findUnclosed(passage).map(({ mark, at }) => ({
      code: 'quote-open' as const,
      severity: 'warning' as const,
      message: `the quote that opens here with ${mark} is never closed`,
      path: passage.path,
      piece: { from: at, to: at + 1 },
      hints: ['Write the closing mark where the quoted words end.'],
    })),
  );
}

/**
 * A quote of several paragraphs opens again at each of them and is closed in the last: an opening
 * is forgiven when the next paragraph begins with a mark of its kind.
 */
function findUnclosed(passage: Passage): Opening[] {
  const paragraphs = listParagraphs(passage);
  return paragraphs.flatMap(({ text, at }, index) => {
    const next = paragraphs[index + 1]?.text.trimStart()[0];
    return [...findCurly(text), ...findStraight(text)]
      .filter(({ mark }) => mark !== next)
      .map((opening) => ({ ...opening, at: opening.at + at }));
  });
}

function findCurly(text: string): Opening[] {
  const open: Opening[] = [];
  for (const { 0: mark, index } of text.matchAll(/[“”«»„]/g)) {
    const last = open.at(-1);
    if (last && PAIRS[last.mark]?.includes(mark)) open.pop();
    else if (mark in PAIRS) open.push({ mark, at: index });
  }
  return open;
}

/** A straight quote opens after white space or a bracket; any other closes, or marks inches. */
function findStraight(text: string): Opening[] {
  const open: Opening[] = [];
  for (const { index } of text.matchAll(/"/g)) {
    if (index === 0 || BEFORE_OPENING.test(text[index - 1] ?? ''))
      open.push({ mark: '"', at: index });
    else open.pop();
  }
  return open;
}

/** Fewer words in capitals may be a name or a heading. */
const LEAST_WORDS = 5;

/** Paragraphs of bodies and leads that are all in capitals. */
export function findCapitals(passages: readonly Passage[]): Finding[] {
  return passages
    .filter(({ kind }) => kind === 'body' || kind === 'lead')
    .flatMap((passage) =>
      listParagraphs(passage)
        .filter(({ text }) => isShouted(text))
        .map(({ text, at }) => ({
          code: 'body-capitals' as const,
          severity: 'warning' as const,
          message: 'this paragraph is all in capitals',
          path: passage.path,
          piece: { from: at + text.search(/\S/), to: at + text.trimEnd().length },
          hints: ['Type it in small letters; only titles are printed in capitals.'],
        })),
    );
}

function isShouted(text: string): boolean {
  if (/\p{Ll}/u.test(text)) return false;
  return (text.match(/\p{L}{2,}/gu) ?? []).length >= LEAST_WORDS;
}

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

/** Titles that end in a full stop. A row of dots and an abbreviation with dots inside are none. */
export function findTitleStops(passages: readonly Passage[]): Finding[] {
  return passages
    .filter(({ kind, text }) => kind === 'title' && endsInStop(text))
    .map(({ text, path }) => {
      const at = text.trimEnd().length - 1;
      return {
        code: 'title-stop' as const,
        severity: 'warning' as const,
        message: 'the title ends in a full stop',
        path,
        piece: { from: at, to: at + 1 },
        hints: ['Remove the stop: a headline has none.'],
      };
    });
}

function endsInStop(text: string): boolean {
  return /(?<!\.)\.$/.test(text.trimEnd()) && !/\.\p{L}+\.$/u.test(text.trimEnd());
}
