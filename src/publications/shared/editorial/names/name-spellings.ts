import { distance } from 'fastest-levenshtein';
import { type CodeNotes, warning } from '../../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../../source/finding.ts';
import type { SourceDocument } from '../../../../source/read-yaml.ts';
import { replacePiece } from '../../../../source/value-changes.ts';
import type { NameSpelling } from '../../../../text/languages/language.ts';
import { isTypo } from '../../../../text/spelling/is-typo.ts';
import type { Speller } from '../../../../text/spelling/speller.ts';
import type { PlacedName } from './list-names.ts';

/** Problem code of names in two spellings. */
export const NAME_CODES = {
  'name-spelling': warning('Readers take two spellings of a name for two persons or places.', {
    fix: 'suggested',
    bad: 'Bolat Nurseitov spoke first. Mr Nurseytov also answered questions.',
    good: 'Bolat Nurseitov spoke first. Mr Nurseitov also answered questions.',
  }),
} satisfies CodeNotes;

/** Names of fewer letters differ in one letter by chance: Iran and Iraq. */
const MIN_LETTERS_OF_TYPO = 5;

/** What the comparison of names needs. */
export interface NameContext {
  readonly names: NameSpelling;
  readonly speller: Speller;
  readonly document: Pick<SourceDocument, 'locateText'>;
  /** Whether a name is right, although another is spelled nearly alike. */
  isKnown(name: string): boolean;
}

/** All places of one spelling. */
interface Spelling {
  /** The name without case endings. */
  readonly name: string;
  /** The same for all spellings of a name. */
  readonly sound: string;
  readonly places: PlacedName[];
}

/**
 * Finds names that the texts have in two spellings: the same sounds written in two ways anywhere, or a
 * difference of one letter within an article. The rarer spelling is reported; if none is rarer, both are.
 */
export function findNameSpellings(all: readonly PlacedName[], context: NameContext): Finding[] {
  const spellings = groupByName(all, context);
  return listPairs(spellings, context).flatMap(([a, b]) => {
    if (context.isKnown(a.name) && context.isKnown(b.name)) return [];
    const [wrong, right, isTie] = orderByTrust(a, b, context);
    if (context.isKnown(wrong.name)) return [];
    const found = describe(wrong, right, context);
    return isTie ? [...found, ...describe(right, wrong, context)] : found;
  });
}

function groupByName(all: readonly PlacedName[], { names }: NameContext): Spelling[] {
  const byName = new Map<string, Spelling>();
  for (const placed of all) {
    const name = names.baseOf(placed.name);
    const spelling = byName.get(name) ?? { name, sound: names.fold(name), places: [] };
    byName.set(name, spelling);
    spelling.places.push(placed);
  }
  return [...byName.values()];
}

/** Lists the pairs of spellings that are probably one name. */
function listPairs(spellings: readonly Spelling[], context: NameContext): [Spelling, Spelling][] {
  const alike = listPairsWithin(spellings, ({ sound }) => sound);
  const near = listPairsWithin(spellings, ({ name }) => name[0] ?? '').filter(
    ([a, b]) => a.sound !== b.sound && isNear(a, b, context),
  );
  return [...alike, ...near].filter(
    ([a, b]) => !isInflected(a, b, context) && !areDifferentPersons(a, b, context.names),
  );
}

/** Lists the pairs with the same key: only few spellings are compared with each other. */
function listPairsWithin(
  spellings: readonly Spelling[],
  keyOf: (spelling: Spelling) => string,
): [Spelling, Spelling][] {
  const groups = new Map<string, Spelling[]>();
  for (const spelling of spellings) {
    const group = groups.get(keyOf(spelling));
    if (group) group.push(spelling);
    else groups.set(keyOf(spelling), [spelling]);
  }
  return [...groups.values()].flatMap((group) =>
    group.flatMap((a, index) => group.slice(index + 1).map((b): [Spelling, Spelling] => [a, b])),
  );
}

function isInflected(a: Spelling, b: Spelling, { names }: NameContext): boolean {
  const [longer, shorter] = a.name.length >= b.name.length ? [a.name, b.name] : [b.name, a.name];
  return names.isForm(longer, shorter);
}

/** Whether two names of one article differ by a typo. */
function isNear(a: Spelling, b: Spelling, { speller }: NameContext): boolean {
  if (Math.min(a.name.length, b.name.length) < MIN_LETTERS_OF_TYPO) return false;
  if (!isTypo(a.name, b.name) || (speller.isListed(a.name) && speller.isListed(b.name)))
    return false;
  return haveArticleInCommon(a, b);
}

function haveArticleInCommon(a: Spelling, b: Spelling): boolean {
  const articles = new Set(a.places.map(({ passage }) => String(passage.article)));
  return b.places.some(({ passage }) => articles.has(String(passage.article)));
}

/**
 * Whether the names beside show that two persons are meant: given names with other surnames, or surnames
 * with other given names, wherever they stand.
 */
function areDifferentPersons(a: Spelling, b: Spelling, names: NameSpelling): boolean {
  const differ = (side: 'before' | 'after') => {
    const [own, others] = [a, b].map(({ places }) => [
      ...new Set(places.flatMap((one) => one[side] ?? [])),
    ]);
    if (!own?.length || !others?.length) return undefined;
    return !own.some((name) => others.some((other) => isAlike(name, other, names)));
  };
  const [before, after] = [differ('before'), differ('after')];
  if (before !== undefined || after !== undefined) return (before ?? true) && (after ?? true);
  // A given name alone says nothing of a person.
  const isGiven = ({ places }: Spelling) => places.every((one) => one.after !== undefined);
  return isGiven(a) !== isGiven(b);
}

function isAlike(name: string, other: string, { fold, isForm }: NameSpelling): boolean {
  return (
    fold(name) === fold(other) ||
    isForm(name, other) ||
    isForm(other, name) ||
    distance(name, other) === 1
  );
}

/** Returns the less trusted spelling first, the rarer one; if both are as frequent, it cannot be told. */
function orderByTrust(
  a: Spelling,
  b: Spelling,
  { speller, isKnown }: NameContext,
): [wrong: Spelling, right: Spelling, isTie: boolean] {
  const trust = ({ name, places }: Spelling) =>
    (isKnown(name) ? 10_000 : 0) + places.length + (speller.isListed(name) ? 0.5 : 0);
  const isTie = a.places.length === b.places.length && !isKnown(a.name) && !isKnown(b.name);
  return trust(a) >= trust(b) ? [b, a, isTie] : [a, b, isTie];
}

/** Reports a spelling at its first place; the edit changes all places. */
function describe(wrong: Spelling, right: Spelling, { document }: NameContext): Finding[] {
  const [placed] = wrong.places;
  if (!placed) return [];
  const { name, passage } = placed;
  const meant = replaceBase(placed, wrong, right);
  const inArticle = right.places.find((one) => isSameArticle(one, passage.article));
  const other = inArticle ?? right.places[0];
  const line = other && lineOf(other, document);
  const count = wrong.places.length;
  const where = count > 1 ? ` in ${count} places` : '';
  return [
    {
      code: 'name-spelling',
      severity: 'warning',
      message: `“${name}” is spelled “${other?.name}” on line ${line}`,
      path: passage.path,
      piece: rangeOf(placed),
      ...(other && { dependsOn: [other.passage.path] }),
      hints: ['Use one spelling, or add both to the list `words` if two names are meant.'],
      edits: [
        {
          title: `Write “${meant}”${where}`,
          isSure: false,
          changes: wrong.places.flatMap(
            (one) =>
              replacePiece('', one.passage.path, rangeOf(one), replaceBase(one, wrong, right))
                .changes,
          ),
        },
      ],
    },
  ];
}

/** Returns the name in the other spelling, with its case ending. */
function replaceBase({ name }: PlacedName, wrong: Spelling, right: Spelling): string {
  return right.name + name.slice(wrong.name.length);
}

function rangeOf({ from, name }: PlacedName): { readonly from: number; readonly to: number } {
  return { from, to: from + name.length };
}

function isSameArticle({ passage }: PlacedName, article: unknown): boolean {
  return String(passage.article) === String(article);
}

function lineOf({ passage, from, name }: PlacedName, document: NameContext['document']): number {
  return document.locateText(passage.path, from, from + name.length).start.line;
}
