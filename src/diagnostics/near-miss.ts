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
