import { distance } from 'fastest-levenshtein';

/** All known names are shorter, so anything longer is not a misspelling of one. */
const MAX_NAME_LENGTH = 200;

/** Returns the known name that was probably meant; undefined if none is similar enough. */
export function findNearMiss(typed: string, known: Iterable<string>): string | undefined {
  if (typed.length > MAX_NAME_LENGTH) return undefined;
  const folded = typed.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor((typed.length + 1) / 3)) + 1;
  for (const name of known) {
    const typos = distance(folded, name.toLowerCase());
    if (typos < bestDistance) {
      best = name;
      bestDistance = typos;
    }
  }
  return best;
}

/** Returns a file with a similar name, or with a second extension, which Windows may hide. */
export function findSimilarFile(name: string, names: readonly string[]): string | undefined {
  const longer = names.find((other) => other.toLowerCase().startsWith(`${name.toLowerCase()}.`));
  return longer ?? findNearMiss(name, names);
}

/**
 * Cyrillic letters that look like Latin ones. Source: Unicode Technical Standard 39, confusables;
 * plus к, м and т, which look like k, m and t in many fonts.
 */
const CYRILLIC = 'АВЕЅІЈКМНОРСТУХаеѕіјкморстухһԁԛԝ';
const LATIN = 'ABESIJKMHOPCTYXaesijkmopctyxhdqw';

/** A word in which Cyrillic letters were typed instead of Latin ones. */
export interface LookAlikes {
  readonly latin: string;
  /** Names the letters to replace. */
  readonly hint: string;
}

/**
 * Returns the word in Latin letters; undefined if it has no Cyrillic letters, or some without a Latin
 * look-alike.
 */
export function findLookAlikes(word: string): LookAlikes | undefined {
  const wrong = new Set<string>();
  const letters = [...word].map((letter) => {
    const index = CYRILLIC.indexOf(letter);
    if (index < 0) return letter;
    wrong.add(letter);
    return LATIN[index] ?? letter;
  });
  const latin = letters.join('');
  if (wrong.size === 0 || /\p{Script=Cyrillic}/u.test(latin)) return undefined;
  const names = [...wrong].map((letter) => `“${letter}”`).join(', ');
  const hint =
    wrong.size === 1
      ? `Replace the Cyrillic letter ${names} with the Latin one.`
      : `Replace the Cyrillic letters ${names} with the Latin ones.`;
  return { latin, hint };
}
