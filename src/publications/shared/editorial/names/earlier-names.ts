import type { Finding } from '../../../../source/finding.ts';
import { replacePiece } from '../../../../source/value-changes.ts';
import type { NameSpelling } from '../../../../text/languages/language.ts';
import type { Passage } from '../passages.ts';
import type { PlacedName } from './list-names.ts';

/** Names of persons in an earlier issue. */
export interface EarlierNames {
  /** Name of the issue, such as 2024-19. */
  readonly issue: string;
  readonly names: readonly string[];
}

/** Two words with capitals and small letters, the last ones of several. */
const FULL_NAME =
  /(?<![\p{L}\p{N}-])\p{Lu}\p{Ll}[\p{L}’'-]* \p{Lu}\p{Ll}[\p{L}-]*(?![\p{L}\p{N}-]| \p{Lu})/gu;

/** Lists what may be full names of persons, each once, to compare later issues with. */
export function listFullNames(passages: readonly Passage[]): string[] {
  const found = passages.flatMap(({ text }) => text.match(FULL_NAME) ?? []);
  return [...new Set(found)].sort();
}

/**
 * Finds full names that earlier issues have in another spelling of the same sounds only.
 * @param placed names of this issue
 */
export function findNewSpellings(
  placed: readonly PlacedName[],
  earlier: readonly EarlierNames[],
  { names: { fold }, isKnown }: { readonly names: NameSpelling; isKnown(name: string): boolean },
): Finding[] {
  const surnames = placed.filter(({ before }) => before !== undefined);
  if (surnames.length === 0 || earlier.length === 0) return [];
  const known = new Set(earlier.flatMap(({ names }) => names));
  const bySound = new Map<string, { readonly name: string; readonly issue: string }>();
  for (const { issue, names } of earlier) {
    for (const name of names) bySound.set(fold(name), { name, issue });
  }
  const reported = new Set<string>();
  return surnames.flatMap(({ name: surname, before = '', passage, from }): Finding[] => {
    const name = `${before} ${surname}`;
    const other = bySound.get(fold(name));
    if (!other || known.has(name) || reported.has(name) || isKnown(before) || isKnown(surname)) {
      return [];
    }
    reported.add(name);
    const start = passage.text.lastIndexOf(before, from);
    const piece = { from: start, to: from + surname.length };
    return [
      {
        code: 'name-spelling',
        severity: 'warning',
        message: `“${name}” is spelled “${other.name}” in issue ${other.issue}`,
        path: passage.path,
        piece,
        hints: ['Use one spelling in all issues, or add the name to the list `words`.'],
        edits: [replacePiece(`Write “${other.name}”`, passage.path, piece, other.name)],
      },
    ];
  });
}
