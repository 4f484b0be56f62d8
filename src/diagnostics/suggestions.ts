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

/** Names of fewer letters have many near ones: with one wrong letter, another name may be meant. */
const MIN_LETTERS = 4;

/**
 * Whether only this known name can be meant by a mistyped one: they differ in letter case or look-alike
 * letters only, or in one letter, in names of at least five letters in two, and no other name is as near.
 */
export function isClearMiss(typed: string, meant: string, known: Iterable<string>): boolean {
  const folded = (findLookAlikes(typed)?.latin ?? typed).trim().toLowerCase();
  const typos = distance(folded, meant.toLowerCase());
  if (typos === 0) return true;
  // Another number is another name, and no typo: cadap-6, cadap-7.
  if (folded.replace(/\D/g, '') !== meant.replace(/\D/g, '')) return false;
  if (folded.length < MIN_LETTERS || typos > (folded.length > MIN_LETTERS ? 2 : 1)) return false;
  return [...known].every((name) => name === meant || distance(folded, name.toLowerCase()) > typos);
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

/** Letters of the table above that no language of Central Asia or Russia uses. */
const RARE_CYRILLIC = 'ЅЈѕјԁԛԝ';

/**
 * Returns a word of both alphabets in letters of one: in Latin or in Cyrillic ones, as far as all letters
 * of the other alphabet have look-alikes. With two results, either can be meant.
 */
export function unifyAlphabet(word: string): string[] {
  const latin = findLookAlikes(word)?.latin;
  const cyrillic = [...word].map((letter) => {
    const like = CYRILLIC[LATIN.indexOf(letter)];
    return like === undefined || RARE_CYRILLIC.includes(like) ? letter : like;
  });
  const inCyrillic = cyrillic.join('');
  const isUnified = !/\p{Script=Latin}/u.test(inCyrillic);
  return [...(latin === undefined ? [] : [latin]), ...(isUnified ? [inCyrillic] : [])];
}

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
