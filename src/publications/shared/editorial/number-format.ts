// Rule about numbers that are written as in another language.
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { replacePiece } from '../../../source/value-changes.ts';
import { isDay, isTime } from '../../../text/figures/number-literal.ts';
import type { LanguageFigures } from '../../../text/languages/figures/language-figures.ts';
import type { Language } from '../../../text/languages/language.ts';
import type { Passage } from './passages.ts';

/** Problem codes of the rule about separators in numbers. */
export const NUMBER_CODES = {
  'decimal-mark': warning('With the decimal mark of another language a number looks like two.', {
    fix: 'automatic',
    bad: 'Seizures rose 8,5 times.',
    good: 'Seizures rose 8.5 times.',
  }),
  'thousands-mark': warning('With the wrong mark a thousand looks like one with decimals.', {
    fix: 'suggested',
    bad: 'The lectures reached 12.500 pupils.',
    good: 'The lectures reached 12,500 pupils.',
  }),
} satisfies CodeNotes;

/** Finds numbers with the decimal or thousands mark of another language. */
export function findForeignMarks(
  passages: readonly Passage[],
  { figures }: Pick<Language, 'figures'>,
): Finding[] {
  if (!figures?.decimal) return [];
  const { decimal } = figures;
  const foreign = decimal === '.' ? ',' : '.';
  const fraction = new RegExp(
    `(?<![\\d.,:/-])\\d{1,4}\\${foreign}\\d{1,2}(?![\\d/:-]|[.,]\\d)`,
    'g',
  );
  const grouped = /(?<![\d.,:/-])[1-9]\d{0,2}\.\d{3}(?![\d/:-]|[.,]\d)/g;
  return passages.flatMap((passage) =>
    /\d[.,]\d/.test(passage.text)
      ? [
          ...[...passage.text.matchAll(fraction)].flatMap((match) =>
            checkFraction(match, foreign, passage, figures),
          ),
          ...[...passage.text.matchAll(grouped)].flatMap((match) =>
            checkThousands(match, passage, figures),
          ),
        ]
      : [],
  );
}

/** 8,5 times in English, 8.5 раза in Russian. */
function checkFraction(
  { index, 0: found }: RegExpExecArray,
  foreign: string,
  passage: Passage,
  figures: LanguageFigures,
): Finding[] {
  const end = index + found.length;
  const unit = unitBehind(passage.text.slice(end), figures);
  const [whole = '', digits = ''] = found.split(foreign);
  // Without a unit a comma may separate entries of a list, and a full stop the parts of a date or a number.
  if (unit === undefined) return [];
  const [hours, minutes] = [Number(whole), Number(digits)];
  const mayBeTime = foreign === '.' && digits.length === 2 && isTime(hours, minutes);
  const mayBeDate = foreign === '.' && digits.length === 2 && isDay(hours, minutes);
  if ((mayBeTime || mayBeDate) && unit.some(({ dimension }) => TIMES.has(dimension))) return [];
  const right = `${whole}${foreign === ',' ? '.' : ','}${digits}`;
  const piece = { from: index, to: end };
  return [
    {
      code: 'decimal-mark',
      severity: 'warning',
      message: `“${found}” has the decimal mark of another language`,
      path: passage.path,
      piece,
      hints: [`Write “${right}”.`],
      edits: [replacePiece(`Write “${right}”`, passage.path, piece, right, true)],
    },
  ];
}

/** Dimensions of times of day and of dates. */
const TIMES = new Set(['clock', 'day', 'month']);

/** 12.500 pupils: three digits behind a full stop count no pupils. */
function checkThousands(
  { index, 0: found }: RegExpExecArray,
  passage: Passage,
  figures: LanguageFigures,
): Finding[] {
  const end = index + found.length;
  const behind = passage.text.slice(end);
  const unit = unitBehind(behind, figures);
  const isCounted = unit === undefined && /^\s(?:\p{Ll}|\p{Lu}\p{Ll})\p{L}{2,}/u.test(behind);
  // A weight may be given to the gram; one that ends with two noughts is not.
  if (!isCounted && !(unit !== undefined && found.endsWith('00'))) return [];
  const right = found.replace('.', figures.decimal === '.' ? ',' : '\u00a0');
  const piece = { from: index, to: end };
  return [
    {
      code: 'thousands-mark',
      severity: 'warning',
      message: `“${found}” may be read as a number with three decimals`,
      path: passage.path,
      piece,
      hints: [`Write “${right}” for thousands.`],
      edits: [replacePiece(`Write “${right}”`, passage.path, piece, right)],
    },
  ];
}

/** The units behind a number; an empty list for a power of ten; undefined if there is neither. */
function unitBehind(behind: string, { units, numerals }: LanguageFigures) {
  if (/^\s?%/.test(behind)) return [];
  const [, word = ''] = /^[\s-](\p{L}+)/u.exec(behind) ?? [];
  if (numerals.get(word.toLowerCase())?.kind === 'multiply') return [];
  const next = behind.slice(word.length + 1);
  const [, second = ''] = /^\s(\p{L}+)/u.exec(next) ?? [];
  return units.get(word.toLowerCase()) ?? units.get(`${word} ${second}`.toLowerCase());
}
