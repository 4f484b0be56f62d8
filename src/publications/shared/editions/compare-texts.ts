// What two texts in different languages must have in common.
import type { Finding } from '../../../source/finding.ts';
import type { ValuePath } from '../../../source/positions.ts';
import { compareFigures } from '../../../text/figures/compare-figures.ts';
import { scriptOf } from '../../../text/languages/index.ts';
import { lineUnit, listUnits, type TextUnit } from './text-units.ts';

/** The same text in two editions; paths are places in the files of each. */
export interface TextPair {
  readonly first: { readonly text: string; readonly path: ValuePath };
  readonly edition: { readonly text: string; readonly path: ValuePath };
  /** Whether it has paragraphs; otherwise it is one line. */
  readonly isBody: boolean;
}

/** The languages of two editions. */
export interface LanguagePair {
  readonly first: string;
  readonly edition: string;
}

/** Compares a text with its translation: structure, figures, letters. */
export function compareTexts(pair: TextPair, languages: LanguagePair): Finding[] {
  const read = pair.isBody ? listUnits : (text: string) => [lineUnit(text)];
  const [first, edition] = [read(pair.first.text), read(pair.edition.text)];
  return [
    ...compareStructure(first, edition, pair),
    ...pairUnits(first, edition).flatMap((units) => compareUnits(units, pair, languages)),
    ...edition.flatMap((unit) => findUntranslated(unit, first, pair, languages)),
  ];
}

/** Texts that two editions have in the same number, and the blocks that they are in. */
const KINDS_OF_TEXTS = {
  paragraph: '',
  'list entry': 'list>',
  'quoted paragraph': 'quote>',
  subheading: 'subheading>',
  'table row': 'table>',
};

function compareStructure(
  first: readonly TextUnit[],
  edition: readonly TextUnit[],
  { first: { path: inFirst }, edition: { path } }: TextPair,
): Finding[] {
  const countIn = (units: readonly TextUnit[], kind: string) =>
    units.filter(({ inside }) => (kind === '' ? inside === '' : inside.includes(kind))).length;
  return Object.entries(KINDS_OF_TEXTS)
    .flatMap(([what, kind]) => explainCounts(what, [countIn(first, kind), countIn(edition, kind)]))
    .map((found) => ({ ...found, path, inFirst }));
}

function explainCounts(
  what: string,
  [first, edition]: readonly [number, number],
): Pick<Finding, 'code' | 'severity' | 'message' | 'hints'>[] {
  if (first === edition) return [];
  const isOneSided = what !== 'paragraph' && (first === 0 || edition === 0);
  const message = `${count(edition, what)} here, ${first} in the first edition`;
  const hints = ['Divide the text as the first edition does, or add what is missing.'];
  return [
    isOneSided
      ? { code: 'edition-list', message, hints }
      : { code: 'edition-structure', severity: 'warning', message, hints },
  ];
}

function count(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : noun.replace(/y$/, 'ie').concat('s')}`;
}

/** Pairs of units; where the structures differ the texts are compared as a whole. */
function pairUnits(
  first: readonly TextUnit[],
  edition: readonly TextUnit[],
): { readonly first: TextUnit; readonly edition: TextUnit }[] {
  const isAlike =
    first.length === edition.length && first.every((unit, i) => unit.inside === edition[i]?.inside);
  if (!isAlike) return [{ first: joinUnits(first), edition: joinUnits(edition) }];
  return first.flatMap((unit, i) => {
    const other = edition[i];
    return other ? [{ first: unit, edition: other }] : [];
  });
}

function joinUnits(units: readonly TextUnit[]): TextUnit {
  return {
    text: units.map(({ text }) => text).join('\n'),
    links: units.flatMap(({ links }) => links),
    at: units[0]?.at ?? 0,
    inside: '',
  };
}

function compareUnits(
  units: { readonly first: TextUnit; readonly edition: TextUnit },
  { first, edition }: TextPair,
  languages: LanguagePair,
): Finding[] {
  const { missing, added } = compareFigures(
    { ...units.first, language: languages.first },
    { ...units.edition, language: languages.edition },
  );
  if (missing.length + added.length === 0) return [];
  const parts = [
    ...(missing.length > 0 ? [`only in the first edition: ${missing.join(', ')}`] : []),
    ...(added.length > 0 ? [`only here: ${added.join(', ')}`] : []),
  ];
  return [
    {
      code: 'edition-figures',
      severity: 'warning',
      message: `figures differ; ${parts.join('; ')}`,
      path: edition.path,
      piece: firstLineOf(units.edition),
      inFirst: first.path,
      pieceInFirst: firstLineOf(units.first),
      hints: ['Compare the paragraph with the first edition and correct one of the two.'],
    },
  ];
}

/** Fewest words of the other language that are reported; fewer may be a name. */
const MIN_WORDS = 2;
/** Quoted words, names in brackets and addresses, which may be in any language. */
const ANY_LANGUAGE = /«[^»]*»|“[^”]*”|„[^“]*“|"[^"]*"|\([^)]*\)|\S*(?:\/\/|www\.|@)\S*/g;

function findUntranslated(
  unit: TextUnit,
  first: readonly TextUnit[],
  { edition: { path }, first: { path: inFirst } }: TextPair,
  languages: LanguagePair,
): Finding[] {
  const report = (message: string): Finding[] => [
    {
      code: 'edition-untranslated',
      severity: 'warning',
      message,
      path,
      piece: firstLineOf(unit),
      inFirst,
      hints: ['Translate it; a name that stays as it is can be suppressed.'],
    },
  ];
  const words = unit.text.match(/\p{L}{3,}/gu) ?? [];
  const isCopied = words.length >= MIN_WORDS && first.some(({ text }) => text === unit.text);
  if (isCopied) return report('the text is the same as in the first edition');
  const [script, own] = [scriptOf(languages.first), scriptOf(languages.edition)];
  if (script === own) return [];
  const foreign = unit.text.replace(ANY_LANGUAGE, ' ').match(LOWER_CASE_WORDS[script]) ?? [];
  if (foreign.length < MIN_WORDS) return [];
  return report(`words in ${SCRIPT_NAMES[script]} letters: ${foreign.slice(0, 5).join(' ')}`);
}

/** Words that are no names, by their script. */
const LOWER_CASE_WORDS = {
  Latn: /(?<![\p{L}\p{N}.-])(?=\p{Script=Latin})\p{Ll}{3,}(?![\p{L}\p{N}]|\.\p{L})/gu,
  Cyrl: /(?<![\p{L}\p{N}.-])(?=\p{Script=Cyrillic})\p{Ll}{3,}(?![\p{L}\p{N}]|\.\p{L})/gu,
} as const;

/** Names of scripts, by their ISO 15924 codes. */
const SCRIPT_NAMES = { Latn: 'Latin', Cyrl: 'Cyrillic' } as const;

/** The first line of a unit, in UTF-16 units of its body. */
function firstLineOf({ text, at }: TextUnit) {
  return { from: at, to: at + (text.split('\n', 1)[0] ?? '').length };
}
