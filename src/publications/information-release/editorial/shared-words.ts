/**
 * A row of words has a sum below the first, a prime so large that two rows seldom share one; times the
 * second it is still a whole number that can be told from its neighbours. Source: S. K. Park and K. W.
 * Miller, "Random Number Generators: Good Ones Are Hard to Find", CACM 31 (1988), for both.
 */
const MODULUS = 2 ** 31 - 1;
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
      for (let at = end - inARow; at < end; at += 1) {
        sum = (sum * FACTOR + (row[at] ?? 0)) % MODULUS;
      }
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
