// Rules about words and sentences that were left in another language.
import { type CodeNotes, warning } from '../../../../diagnostics/problem-code.ts';
import { findLookAlikes } from '../../../../diagnostics/suggestions.ts';
import type { Finding } from '../../../../source/finding.ts';
import { replacePiece } from '../../../../source/value-changes.ts';
import { LANGUAGE_CODES, languageOf } from '../../../../text/languages/index.ts';
import type { Language } from '../../../../text/languages/language.ts';
import type { Passage } from '../passages.ts';

/** Problem code of words in another language. */
export const OTHER_LANGUAGE_CODES = {
  'language-other': warning('Readers of this edition may not know the other language.', {
    fix: 'suggested',
    bad: 'The ministry (МВД) was there.',
    good: 'The ministry (MVD) was there.',
  }),
} satisfies CodeNotes;

const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Words of one alphabet, with spaces and punctuation between them. */
const CYRILLIC_WORDS =
  /(?<![\p{L}\p{M}])\p{Script=Cyrillic}+(?:[-’' \u00a0,;:\d–—]+\p{Script=Cyrillic}+)*(?![\p{L}\p{M}])/gu;
const LATIN_WORDS =
  /(?<![\p{L}\p{M}\p{N}./@_-])\p{Script=Latin}+(?:[’'-]\p{Script=Latin}+)*(?:[ \u00a0,;:\d–—]+\p{Script=Latin}+(?:[’'-]\p{Script=Latin}+)*)*(?![\p{L}\p{M}\p{N}@_/]|\.\p{L})/gu;
/** Small words in the Latin letters of Uzbek, which has o and g with a turned comma. */
const UZBEK_WORD = /(?<![\p{L}ʻʼ‘])(?:\p{Ll}*[og][ʻ‘ʼ])+\p{Ll}+(?![\p{L}ʻ‘])/gu;

/** This many words that begin with small letters are no name. */
const MIN_SMALL_WORDS = 3;

/** Finds words in letters or in words of another language; quotations and names are left out. */
export function findOtherLanguages(passages: readonly Passage[], language: Language): Finding[] {
  if (!language.signs) return [];
  return passages.flatMap((passage) =>
    language.script === 'Latn'
      ? [...findCyrillic(passage), ...findUzbek(passage)]
      : findLatin(passage, language),
  );
}

function findCyrillic({ text, path }: Passage): Finding[] {
  if (!CYRILLIC.test(text)) return [];
  return [...text.matchAll(CYRILLIC_WORDS)]
    .filter(({ index, 0: { length } }) => !isQuoted(text, index, index + length))
    .map(({ 0: words, index }) => {
      const piece = { from: index, to: index + words.length };
      const latin = findLookAlikes(words)?.latin;
      const isOne = !/[\s,;:]/.test(words);
      return {
        code: 'language-other',
        severity: 'warning',
        message: `“${shorten(words)}” ${isOne ? 'is' : 'are words'} in Cyrillic letters`,
        path,
        piece,
        hints: [
          isOne
            ? 'Translate it, or write the name in Latin letters.'
            : 'Translate the words, or put a title into quotation marks.',
        ],
        edits:
          latin === undefined
            ? []
            : [replacePiece(`Write “${latin}” in Latin letters`, path, piece, latin)],
      };
    });
}

function findUzbek({ text, path }: Passage): Finding[] {
  if (!/[og][ʻ‘ʼ]/.test(text)) return [];
  return [...text.matchAll(UZBEK_WORD)]
    .filter(({ index, 0: { length } }) => !isQuoted(text, index, index + length))
    .map(({ 0: word, index }) => ({
      code: 'language-other',
      severity: 'warning',
      message: `“${word}” is a word of another language`,
      path,
      piece: { from: index, to: index + word.length },
      hints: ['Translate it, or put a title into quotation marks.'],
    }));
}

/** Finds phrases in Latin letters. Names, abbreviations and units may stand in any text. */
function findLatin({ text, path }: Passage, language: Language): Finding[] {
  if (!/[a-z]{2}[ \u00a0,;:]/.test(text)) return [];
  const common = listCommonWords('Latn');
  return [...text.matchAll(LATIN_WORDS)]
    .filter(
      ({ 0: words, index }) =>
        isPhrase(words, common) &&
        !isQuoted(text, index, index + words.length) &&
        !isInBrackets(text, index, index + words.length),
    )
    .map(({ 0: words, index }) => ({
      code: 'language-other',
      severity: 'warning',
      message: `“${shorten(words)}” is not in ${language.names.english}`,
      path,
      piece: { from: index, to: index + words.length },
      hints: ['Translate the words, or put a title into quotation marks.'],
    }));
}

function isPhrase(written: string, common: ReadonlySet<string>): boolean {
  const words = written.match(/[\p{L}’'-]+/gu) ?? [];
  const small = words.filter((word) => /^\p{Ll}{2}/u.test(word) || common.has(word));
  if (small.length >= MIN_SMALL_WORDS) return true;
  return (
    small.length === words.length && small.length > 1 && small.some((word) => common.has(word))
  );
}

/** Returns the common words of all languages that have this script. */
function listCommonWords(script: Language['script']): ReadonlySet<string> {
  const languages = LANGUAGE_CODES.flatMap((code) => languageOf(code) ?? []);
  return new Set(
    languages
      .filter((one) => one.script === script)
      .flatMap(({ signs }) => [...(signs?.common ?? [])]),
  );
}

/** Returns whether a part of a text stands in quotation marks, in italics or between backticks. */
function isQuoted(text: string, from: number, to: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  const lineEnd = text.indexOf('\n', to);
  const after = text.slice(to, lineEnd < 0 ? text.length : lineEnd);
  if (/[“«„]/.test(before)) {
    const opening = Math.max(...['“', '«', '„'].map((mark) => before.lastIndexOf(mark)));
    const closing = Math.max(...['”', '»'].map((mark) => before.lastIndexOf(mark)));
    if (opening > closing && /[”»“]/.test(after)) return true;
  }
  return ['"', '*', '_', '`'].some(
    (mark) => (before.split(mark).length - 1) % 2 === 1 && after.includes(mark),
  );
}

/** Whether a part of a text stands alone in brackets, as a term in its own language does. */
function isInBrackets(text: string, from: number, to: number): boolean {
  return text[from - 1] === '(' && text[to] === ')';
}

const MAX_SHOWN = 40;

function shorten(words: string): string {
  return words.length > MAX_SHOWN ? `${words.slice(0, MAX_SHOWN).trimEnd()}…` : words;
}
