// Rules about figures that cannot be: shares over 100 per cent, parts greater than their whole, ages.
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { findDates } from '../../../text/figures/find-dates.ts';
import type { LanguageFigures } from '../../../text/languages/figures/language-figures.ts';
import { UNIT } from '../../../text/languages/figures/units.ts';
import type { Language } from '../../../text/languages/language.ts';
import type { FigureWords } from '../../../text/languages/prose/language-prose.ts';
import type { Passage } from './passages.ts';
import { sentencePlace } from './sentence-at.ts';

/** Problem codes of the rules about figures that cannot be. */
export const QUANTITY_CODES = {
  'share-over-100': warning(
    'A part is never more than 100 per cent of its whole; only growth is.',
    {
      bad: 'The talk was attended by 112% of the school.',
      good: 'The talk was attended by 12% of the school.',
    },
  ),
  'part-too-great': warning(
    'A part cannot be greater than its whole, so one of the two is mistyped.',
    {
      bad: 'Last year 67 people were detained, and 75 of them were young.',
      good: 'Last year 67 people were detained, and 55 of them were young.',
    },
  ),
  'age-impossible': warning('Nobody is that old, so the number is mistyped.', {
    bad: 'All of them were younger than 255.',
    good: 'All of them were younger than 25.',
  }),
  'months-over-year': warning('Twelve months are a year, so one of the numbers is mistyped.', {
    bad: 'He was sentenced to 3 years and 14 months.',
    good: 'He was sentenced to 3 years and 4 months.',
  }),
  'time-impossible': warning('No clock shows this time, so it is mistyped.', {
    bad: 'The lesson began at 25:30.',
    good: 'The lesson began at 15:30.',
  }),
} satisfies CodeNotes;

/** Finds figures that cannot be. */
export function findImpossibleFigures(
  passages: readonly Passage[],
  { figures, prose }: Pick<Language, 'figures' | 'prose'>,
): Finding[] {
  if (!figures || !prose) return [];
  return passages
    .filter(({ text }) => /\d/.test(text))
    .flatMap((passage) => [
      ...findShares(passage, figures, prose.figures),
      ...findParts(passage, figures, prose.figures),
      ...findAges(passage, prose.figures),
      ...findMonths(passage, prose.figures),
      ...findTimes(passage, prose.figures),
    ]);
}

function report(
  code: keyof typeof QUANTITY_CODES,
  { path }: Passage,
  [from, to]: readonly [number, number],
  message: string,
): Finding {
  const hints = ['Look the number up in the source.'];
  return { code, severity: 'warning', message, path, piece: { from, to }, hints };
}

const SHARE = /(?<![\d.,+−–-])(\d{3,4}(?:[.,]\d+)?)\s?(%|\p{L}+(?:\s\p{L}+)?)/gu;

function findShares(
  passage: Passage,
  { units }: LanguageFigures,
  { growth, comparison }: FigureWords,
): Finding[] {
  const { text } = passage;
  return [...text.matchAll(SHARE)].flatMap(({ index, 1: number = '', 2: unit = '' }) => {
    const [word = ''] = unit.split(/\s/);
    const name = [unit, word].find(
      (one) => one === '%' || units.get(one.toLowerCase())?.includes(UNIT.percent),
    );
    if (name === undefined || Number(number.replace(',', '.')) <= 100) return [];
    const { from, to } = sentencePlace(text, index);
    // The words beside the number, up to the next comma or bracket.
    const [left = ''] = /[^,;:()–—]*$/.exec(text.slice(from, index)) ?? [];
    const [right = ''] = /^[^,;:()–—]*/.exec(text.slice(index + number.length, to)) ?? [];
    const sentence = text.slice(from, to);
    // Of several shares, one alone may have the words: 112 % of last year's, sales 131 %.
    const shares = sentence.split(name).length - 1;
    const beside = shares > 1 ? sentence : left + right;
    if (growth.test(sentence) || comparison.test(beside)) return [];
    const end = text.indexOf(name, index) + name.length;
    const message = `“${text.slice(index, end)}” is more than the whole`;
    return [report('share-over-100', passage, [index, end], message)];
  });
}

/** A number that counts something; a year, a share and a number with decimals do not. */
const COUNT = /(?<![\p{L}\d.,/:№#-])(\d{1,3}(?:[ ,\u00a0]\d{3})+|\d{1,6})(?=\s(?:\p{L}|\p{Pd}))/gu;

function findParts(passage: Passage, figures: LanguageFigures, words: FigureWords): Finding[] {
  const { text } = passage;
  const wholes = [...text.matchAll(words.partOfWhole)].flatMap(
    ({ index, 0: found, 1: part = '', 2: whole = '' }): Finding[] => {
      const end = index + found.length;
      if (Number(part) <= Number(whole) || isYear(Number(part)) || isYear(Number(whole))) return [];
      const isDate = findDates(text.slice(end - whole.length, end + 24), figures)[0]?.from === 0;
      const isLabel = words.beforeOther.test(text.slice(Math.max(0, index - 30), index));
      if (isDate || isLabel) return [];
      return [report('part-too-great', passage, [index, end], `“${found}” is more than the whole`)];
    },
  );
  const before = [...text.matchAll(words.partOfBefore)].flatMap(
    ({ index, 0: found, 1: one, 2: other }): Finding[] => {
      const part = Number(one ?? other);
      const whole = countBefore(text, index, figures, words);
      if (whole === undefined || part <= whole) return [];
      const message = `${part} cannot be a part of ${whole}`;
      return [report('part-too-great', passage, [index, index + found.length], message)];
    },
  );
  const behind = words.partsBehindWhole.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: found, 1: whole, 2: part }): Finding[] => {
      if (Number(part) <= Number(whole) || isYear(Number(whole)) || isYear(Number(part))) return [];
      const message = `${part} cannot be a part of ${whole}`;
      return [report('part-too-great', passage, [index, index + found.length], message)];
    }),
  );
  const isSeen = ({ piece: own }: Finding) =>
    before.some(({ piece }) => own && piece && own.from <= piece.from && piece.from < own.to);
  return [...wholes, ...before, ...behind.filter((one) => !isSeen(one))];
}

/** Returns the count that stands nearest before an offset, in the same sentence. */
function countBefore(
  text: string,
  at: number,
  { units }: LanguageFigures,
  { beforeOther }: FigureWords,
): number | undefined {
  const { from } = sentencePlace(text, at);
  const sentence = text.slice(from, at);
  const counts = [...sentence.matchAll(COUNT)].filter(({ index, 0: found }) => {
    const [, noun = ''] = /^\s(\p{L}+)/u.exec(sentence.slice(index + found.length)) ?? [];
    const isCounting = !beforeOther.test(sentence.slice(Math.max(0, index - 30), index));
    return isCounting && !units.has(noun.toLowerCase()) && !isYear(Number(found));
  });
  // Of several counts it is not certain which one is the whole.
  const [only] = counts;
  return only && counts.length === 1 ? Number(only[0].replace(/\D/g, '')) : undefined;
}

function isYear(number: number): boolean {
  return number >= 1900 && number <= 2100;
}

/** The greatest age that anyone has reached is 122 years. */
const MAX_AGE = 122;

function findAges(passage: Passage, { age }: FigureWords): Finding[] {
  return [...passage.text.matchAll(age)].flatMap(({ index, 0: found, 1: one, 2: other }) => {
    const years = Number(one ?? other);
    // "Older than 1917" names a year.
    if (years <= MAX_AGE || isYear(years)) return [];
    return [
      report(
        'age-impossible',
        passage,
        [index, index + found.length],
        `nobody is ${years} years old`,
      ),
    ];
  });
}

const TIME = /(?<![\d:.,])(\d{1,2}):(\d\d)(?![\d:])/g;
/** Letters before a time in which the word is that belongs to it. */
const BEFORE_TIME = 12;

/** Times of no clock; a number with a colon elsewhere may be a result. */
function findTimes(passage: Passage, { beforeTime }: FigureWords): Finding[] {
  const { text } = passage;
  return [...text.matchAll(TIME)].flatMap(({ index, 0: found, 1: hours, 2: minutes }) => {
    const isTime = Number(hours) < 24 || (hours === '24' && minutes === '00');
    const isNear = beforeTime.test(text.slice(Math.max(0, index - BEFORE_TIME), index));
    if (!isNear || (isTime && Number(minutes) < 60)) return [];
    const message = `“${found}” is no time of day`;
    return [report('time-impossible', passage, [index, index + found.length], message)];
  });
}

function findMonths(passage: Passage, { yearsAndMonths }: FigureWords): Finding[] {
  return [...passage.text.matchAll(yearsAndMonths)].flatMap(({ index, 0: found, 1: months }) =>
    Number(months) < 12
      ? []
      : [
          report(
            'months-over-year',
            passage,
            [index, index + found.length],
            `“${found}” has more than eleven months`,
          ),
        ],
  );
}
