// Rule about figures that one text of an article has otherwise than another.
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { readFacts } from '../../../text/figures/read-facts.ts';
import type { LanguageFigures } from '../../../text/languages/figures/language-figures.ts';
import { UNIT } from '../../../text/languages/figures/units.ts';
import type { Language } from '../../../text/languages/language.ts';
import { groupByArticle, type Passage } from './passages.ts';

/** Problem code of the rule about figures within an article. */
export const ARTICLE_FIGURE_CODES = {
  'figures-differ': warning('The texts of one article contradict each other.', {
    bad: { title: 'Posters hang at 24 bus stops', body: 'The posters now hang at 42 bus stops.' },
    good: { title: 'Posters hang at 42 bus stops', body: 'The posters now hang at 42 bus stops.' },
  }),
} satisfies CodeNotes;

/** A number in digits with the beginning of the noun behind it. */
interface Figure {
  readonly passage: Passage;
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly noun: string;
}

const FIGURE =
  /(?<![\p{L}\d.,/:№#-])(\d{1,3}(?:[ ,\u00a0]\d{3})+|\d{2,7})(?![\d%/:-]|[.,]\d)((?:\s[\p{L}’-]+){0,3})/gu;
/** Letters of a noun that are compared, so that its cases are equal. */
const STEM = 5;

/** Finds figures of titles, leads, captions and descriptions that the body has with a typo, or the reverse. */
export function findDifferentFigures(
  passages: readonly Passage[],
  { figures }: Pick<Language, 'figures'>,
): Finding[] {
  if (!figures) return [];
  return groupByArticle(passages).flatMap((article) => checkArticle(article.passages, figures));
}

function checkArticle(passages: readonly Passage[], language: LanguageFigures): Finding[] {
  const outer = passages.filter(({ kind }) => kind !== 'body').flatMap(listFigures);
  if (outer.length === 0) return [];
  const bodies = passages.filter(({ kind }) => kind === 'body');
  const inner = bodies.flatMap(listFigures);
  const known = new Set(inner.map(({ number }) => number));
  // Numbers in words are read only if a figure of the title is missing in the digits of the body.
  const unknown = outer.filter(({ number }) => !known.has(number));
  if (unknown.length === 0 || inner.length === 0) return [];
  const stated = new Set(bodies.flatMap(({ text }) => listStated(text, language)));
  return unknown.flatMap((figure): Finding[] => {
    if (stated.has(figure.number)) return [];
    const other = inner.find((one) => isContradiction(figure, one, outer));
    if (!other) return [];
    const isConfirmed = outer.some(({ number }) => number === other.number);
    // Without a third text it is not known which is wrong; the body is longer and has more mistakes.
    const isTitleWrong = isConfirmed || figure.passage.kind !== 'title';
    const [wrong, right] = isTitleWrong ? [figure, other] : [other, figure];
    return [report(wrong, right)];
  });
}

/** The numbers that a text states, also in words. "Round the clock" states no 24. */
function listStated(text: string, language: LanguageFigures): (number | string)[] {
  return readFacts(text, language).flatMap(({ readings }) =>
    readings.filter(({ unit }) => unit !== UNIT.hour).map(({ amount }) => amount),
  );
}

function report({ passage, from, to }: Figure, right: Figure): Finding {
  const { text, path } = passage;
  return {
    code: 'figures-differ',
    severity: 'warning',
    message: `“${text.slice(from, to)}” differs from “${right.passage.text.slice(right.from, right.to)}” in the ${right.passage.kind}`,
    path,
    piece: { from, to },
    dependsOn: [right.passage.path],
    hints: ['Look up in the source which of the two is right.'],
  };
}

function listFigures(passage: Passage): Figure[] {
  if (!/\d\d/.test(passage.text)) return [];
  return [...passage.text.matchAll(FIGURE)].flatMap(({ index, 1: digits = '', 2: words = '' }) => {
    const number = Number(digits.replace(/\D/g, ''));
    const nouns = words.trim().toLowerCase().split(/\s/);
    if (isYear(number) || nouns[0] === '') return [];
    const [noun = ''] = nouns;
    const to = index + digits.length + (words.indexOf(noun) + noun.length);
    return [{ passage, number, from: index, to, noun: noun.slice(0, STEM) }];
  });
}

function isYear(number: number): boolean {
  return number >= 1900 && number <= 2100;
}

/** Whether two figures are the same one with a typo. */
function isContradiction(figure: Figure, other: Figure, outer: readonly Figure[]): boolean {
  // A figure that another text of the article confirms, in addition to this one, is not the same.
  const isOwn = outer.some(
    ({ number, passage }) => number === other.number && passage === figure.passage,
  );
  if (isOwn) return false;
  const [written, meant] = [String(figure.number), String(other.number)];
  if (isSwapped(written, meant)) return true;
  if (isShifted(written, meant)) return figure.number >= 100 || figure.noun === other.noun;
  return (
    figure.noun === other.noun && isOneDigitApart(written, meant) && !isRounded(written, meant)
  );
}

/** 42 and 24. */
function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length || one === other) return false;
  const at = [...one].findIndex((digit, index) => digit !== other[index]);
  const [a = '', b = ''] = [one[at], one[at + 1]];
  return one.slice(0, at) + b + a + one.slice(at + 2) === other;
}

/** 500 and 5000. */
function isShifted(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long === `${short}0` && Number(short) >= 10;
}

/** 42 and 47. */
function isOneDigitApart(one: string, other: string): boolean {
  const differences = [...one].filter((digit, index) => digit !== other[index]).length;
  return one.length === other.length && differences === 1;
}

/** Whether one number is the other one rounded: 420 for 423. */
function isRounded(one: string, other: string): boolean {
  const [a, b] = [Number(one), Number(other)];
  return [a, b].some((number) => number % 10 === 0) && Math.abs(a - b) / Math.max(a, b) < 0.1;
}
