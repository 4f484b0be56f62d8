import { type CodeNotes, warning } from '../../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../../source/finding.ts';
import type { NameSpelling } from '../../../../text/languages/language.ts';
import type { ArticlePassages } from '../passages.ts';
import type { NameContext } from './name-spellings.ts';

/** Problem code of ranks. */
export const RANK_CODES = {
  'rank-differs': warning('A person has one rank on one day.', {
    bad: 'Police Major Saule Abenova opened the meeting. Colonel Abenova closed it.',
    good: 'Police Major Saule Abenova opened the meeting. Major Abenova closed it.',
  }),
} satisfies CodeNotes;

/** Ranks and names of services in one language. */
export interface RankWords {
  readonly ranks: readonly string[];
  /** What may stand between a rank and a name: полиции. */
  readonly services: readonly string[];
}

interface RankedName {
  /** The rank as the vocabulary has it, in small letters. */
  readonly rank: string;
  readonly typed: string;
  readonly given: string | undefined;
  readonly surname: string;
  /** The surname as it is compared. */
  readonly folded: string;
  readonly path: ArticlePassages['path'];
  readonly from: number;
}

/** Finds persons who have two ranks in one article. */
export function findRankDifferences(
  articles: readonly ArticlePassages[],
  { ranks, services }: RankWords,
  { names, document }: Pick<NameContext, 'names' | 'document'>,
): Finding[] {
  if (ranks.length === 0) return [];
  const known = ranks.map((rank) => rank.toLowerCase()).sort((a, b) => b.length - a.length);
  const anyOf = (words: readonly string[]) =>
    words.map((word) => word.replace(/ /g, '\\s+')).join('|');
  const service = services.length > 0 ? `(?:\\s+(?:${anyOf(services)}))?` : '';
  // A rank may be inflected; letter case counts in the names only.
  const pattern = new RegExp(
    `(?<![\\p{L}-])(${anyOf(known.map(anyCase))})\\p{Ll}{0,3}${service}\\s+((?:\\p{Lu}[\\p{L}’'-]+\\s+){0,2})(\\p{Lu}\\p{Ll}[\\p{L}-]*)`,
    'gu',
  );
  return articles.flatMap(({ passages }) => {
    const seen: RankedName[] = [];
    return passages.flatMap(({ text, path }) =>
      [...text.matchAll(pattern)].flatMap((match): Finding[] => {
        const [typed, rank = '', given = '', surname = ''] = match;
        const own: RankedName = {
          rank: rank.toLowerCase().replace(/\s+/g, ' '),
          typed: rank,
          given: given.trim().split(/\s+/)[0] || undefined,
          surname,
          folded: names.fold(surname),
          path,
          from: match.index,
        };
        const earlier = findSamePerson(own, seen, names);
        if (!seen.some((one) => isSameMention(own, one))) seen.push(own);
        const other = earlier.find((one) => !isSameRank(own.rank, one.rank));
        if (!other || earlier.some((one) => isSameRank(own.rank, one.rank))) return [];
        const { start } = document.locateText(other.path, other.from, other.from + 1);
        return [
          {
            code: 'rank-differs',
            severity: 'warning',
            message: `${surname} is “${rank}” here and “${other.typed}” on line ${start.line}`,
            path,
            piece: { from: match.index, to: match.index + typed.length },
            dependsOn: [other.path],
            hints: ['Look up the rank, and use it in both places.'],
          },
        ];
      }),
    );
  });
}

/** Returns a pattern of a word with its first letter in either case. */
function anyCase(text: string): string {
  return text.replace(/(?<!\p{L})\p{L}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** Whether two places have the same rank and name, so that the first one stands for both. */
function isSameMention(a: RankedName, b: RankedName): boolean {
  return a.rank === b.rank && a.given === b.given && a.surname === b.surname;
}

/** Returns the places of a person; none if several persons of this surname may be meant. */
function findSamePerson(
  own: RankedName,
  seen: readonly RankedName[],
  { fold, isForm }: NameSpelling,
): RankedName[] {
  const isForms = (x: string, y: string) => isForm(x, y) || isForm(y, x);
  const relatives = seen.filter(
    ({ surname, folded }) => folded === own.folded || isForms(own.surname, surname),
  );
  const given = [...new Set([own, ...relatives].flatMap((one) => one.given ?? []))];
  const [first = ''] = given;
  const isSame = given.every((name) => fold(name) === fold(first) || isForms(name, first));
  return isSame ? relatives : [];
}

/** General is short for Major General, генерал for генерал-майор, and Lieutenant for Senior Lieutenant. */
function isSameRank(a: string, b: string): boolean {
  return a === b || headOf(a) === b || headOf(b) === a;
}

function headOf(rank: string): string {
  return rank.includes('-') ? (rank.split('-')[0] ?? rank) : (rank.split(' ').at(-1) ?? rank);
}
