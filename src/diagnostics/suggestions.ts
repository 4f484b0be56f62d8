import { distance } from 'fastest-levenshtein';

/** No name that is known is as long; what is longer is no slip of one. */
const LONGEST = 200;

/** The known name that was probably meant, or undefined when none is near enough to be a slip. */
export function findNearMiss(typed: string, known: Iterable<string>): string | undefined {
  if (typed.length > LONGEST) return undefined;
  const folded = typed.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor((typed.length + 1) / 3)) + 1;
  for (const name of known) {
    const slips = distance(folded, name.toLowerCase());
    if (slips < bestDistance) {
      best = name;
      bestDistance = slips;
    }
  }
  return best;
}

/** A file of nearly this name, or of this name with another ending after it, as Windows hides it. */
export function findLikeFile(name: string, there: readonly string[]): string | undefined {
  const longer = there.find((other) => other.toLowerCase().startsWith(`${name.toLowerCase()}.`));
  return longer ?? findNearMiss(name, there);
}

/**
 * Cyrillic letters that look like Latin ones. Source: Unicode Technical Standard 39, confusables;
 * к, м and т beside it, which are of one shape with k, m and t in many fonts.
 */
const CYRILLIC = 'АВЕЅІЈКМНОРСТУХаеѕіјкморстухһԁԛԝ';
const LATIN = 'ABESIJKMHOPCTYXaesijkmopctyxhdqw';

/** What a word was meant to be that has Cyrillic letters in place of Latin ones. */
export interface LookAlikes {
  readonly latin: string;
  /** Says which letters are of the wrong alphabet. */
  readonly hint: string;
}

/** The word in Latin letters; undefined when it is, or when it has letters that look like none. */
export function findLookAlikes(word: string): LookAlikes | undefined {
  const wrong = new Set<string>();
  const letters = [...word].map((letter) => {
    const place = CYRILLIC.indexOf(letter);
    if (place < 0) return letter;
    wrong.add(letter);
    return LATIN[place] ?? letter;
  });
  const latin = letters.join('');
  if (wrong.size === 0 || /\p{Script=Cyrillic}/u.test(latin)) return undefined;
  const names = [...wrong].map((letter) => `“${letter}”`).join(', ');
  const hint =
    wrong.size === 1
      ? `${names} is a letter of the Cyrillic alphabet; type the Latin one.`
      : `${names} are letters of the Cyrillic alphabet; type the Latin ones.`;
  return { latin, hint };
}
