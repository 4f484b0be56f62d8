// Rules about single signs: apostrophes, the number sign, units, straight marks among curly ones.
import { type CodeNotes, warning } from '../../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../../source/finding.ts';
import { replacePiece } from '../../../../source/value-changes.ts';
import type { Language } from '../../../../text/languages/language.ts';
import type { Passage } from '../passages.ts';

/** Problem codes of single signs. */
export const MARK_CODES = {
  'apostrophe-sign': warning('An accent or a backtick is no apostrophe, and is read aloud.', {
    fix: 'automatic',
    bad: 'The police talked about the city`s law.',
    good: 'The police talked about the city’s law.',
  }),
  'number-sign': warning('Each language has a sign of its own before a number.', {
    fix: 'automatic',
    bad: 'They met in school №27.',
    good: 'They met in school No. 27.',
  }),
  'unit-space': warning('A number and its unit are two words.', {
    fix: 'automatic',
    bad: 'The police seized 260kg of hashish.',
    good: 'The police seized 260 kg of hashish.',
  }),
  'straight-mark': warning(
    'A straight mark among curly ones was pasted from elsewhere.',
    'automatic',
  ),
} satisfies CodeNotes;

/** Finds wrong apostrophes, number signs, numbers without a space before their unit, and straight marks. */
export function findMarkMistakes(passages: readonly Passage[], language: Language): Finding[] {
  const { signs } = language;
  if (!signs) return [];
  const unit = new RegExp(
    `(?<![\\p{L}\\p{N}.,/-])\\d+(?:[.,]\\d+)?(${signs.units})(?![\\p{L}\\p{N}-])`,
    'gu',
  );
  return [
    ...passages.flatMap((passage) => [
      ...(signs.hasApostrophe ? findWrongApostrophes(passage) : []),
      ...findNumberSigns(passage, signs.number),
      ...findGluedUnits(passage, unit),
    ]),
    ...(signs.hasApostrophe ? findStraightMarks(passages) : []),
  ];
}

/** A backtick or an accent between letters, or behind the s of a plural. */
const WRONG_APOSTROPHE = /(?<=\p{L})[`´](?=\p{L})|(?<=s)´(?=\s)/gu;

function findWrongApostrophes({ text, path }: Passage): Finding[] {
  if (!/[`´]/.test(text)) return [];
  return [...text.matchAll(WRONG_APOSTROPHE)].flatMap(({ 0: sign, index }) => {
    // Text between backticks keeps its letters.
    const isPair = sign === '`' && (text.match(/`/g)?.length ?? 0) % 2 === 0;
    if (isPair && !/(?:s|t|re|ll|ve|d|m)(?!\p{L})/uy.test(text.slice(index + 1))) return [];
    const piece = { from: index, to: index + 1 };
    return [
      {
        code: 'apostrophe-sign',
        severity: 'warning',
        message: `the sign ${sign} stands for an apostrophe`,
        path,
        piece,
        hints: ['Write ’.'],
        edits: [replacePiece('Write ’', path, piece, '’', true)],
      },
    ];
  });
}

function findNumberSigns(
  { text, path }: Passage,
  { own, foreign }: { readonly own: string; readonly foreign: RegExp },
): Finding[] {
  if (!/[№N]/.test(text)) return [];
  return [...text.matchAll(foreign)].map(({ 0: sign, index }) => {
    const piece = { from: index, to: index + sign.length };
    const isOwn = sign === own.trim();
    return {
      code: 'number-sign',
      severity: 'warning',
      message: isOwn
        ? `there is no space behind “${sign}”`
        : `“${sign.trim()}” is the number sign of another language`,
      path,
      piece,
      hints: [`Write ${own.trim()} and a space before the number.`],
      edits: [replacePiece(`Write “${own.trim()}”`, path, piece, own, true)],
    };
  });
}

function findGluedUnits({ text, path }: Passage, pattern: RegExp): Finding[] {
  return [...text.matchAll(pattern)].map(({ 0: found, 1: unit = '', index }) => {
    const piece = { from: index, to: index + found.length };
    const meant = `${found.slice(0, -unit.length)} ${unit}`;
    return {
      code: 'unit-space',
      severity: 'warning',
      message: `there is no space between the number and the unit of “${found}”`,
      path,
      piece,
      hints: [`Write “${meant}”.`],
      edits: [replacePiece(`Write “${meant}”`, path, piece, meant, true)],
    };
  });
}

/** A straight apostrophe is reported if there are so many times as many curly ones. */
const MIN_RATIO = 20;

/** Finds straight apostrophes in an issue whose other ones are curly. Where both are frequent, all are printed curly. */
function findStraightMarks(passages: readonly Passage[]): Finding[] {
  const straight = passages.flatMap(({ text, path }) =>
    text.includes("'")
      ? [...text.matchAll(/(?<=\p{L})'(?=\p{L})/gu)].map(({ index }) => ({ at: index, path }))
      : [],
  );
  if (straight.length === 0) return [];
  const curly = passages.reduce((sum, { text }) => sum + text.split('’').length - 1, 0);
  if (straight.length * MIN_RATIO > curly) return [];
  return straight.map(({ at, path }) => ({
    code: 'straight-mark',
    severity: 'warning',
    message: 'this apostrophe is straight, other ones are curly',
    path,
    piece: { from: at, to: at + 1 },
    hints: ['Write ’.'],
    edits: [replacePiece('Write ’', path, { from: at, to: at + 1 }, '’', true)],
  }));
}
