/** Larger than any number of words that an issue has, and a prime. */
const MODULUS = 2 ** 31 - 1;
/** A number that spreads the sums of a row of words. */
const FACTOR = 48271;

/**
 * Which texts have so many words in a row that another of them has too, or that come twice in it. All
 * that have are found, and by a rare chance one that has not; that costs little more than a look at
 * each word.
 * @param texts the words of each text
 */
export function findSharingWords(
  texts: readonly (readonly string[])[],
  inARow: number,
): ReadonlySet<number> {
  const numbers = new Map<string, number>();
  const firstWith = new Map<number, number>();
  const sharing = new Set<number>();
  for (const [index, words] of texts.entries()) {
    const row = words.map((word) => numberOf(word, numbers));
    for (let end = inARow; end <= row.length; end += 1) {
      let sum = 0;
      for (let at = end - inARow; at < end; at += 1)
        sum = (sum * FACTOR + (row[at] ?? 0)) % MODULUS;
      const first = firstWith.get(sum);
      if (first === undefined) firstWith.set(sum, index);
      else sharing.add(first).add(index);
    }
  }
  return sharing;
}

function numberOf(word: string, numbers: Map<string, number>): number {
  const number = numbers.get(word) ?? numbers.size + 1;
  numbers.set(word, number);
  return number;
}
