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
