/** Precision in pt of the search for the least height; far less than the height of a line. */
const PRECISION = 0.5;

/**
 * Returns the heights in pt of columns with balanced ends: the least height that all of them can have,
 * then the least that all but the first can have, and so on. Undefined if not even `height` suffices.
 * @param count number of columns
 * @param height the greatest height, which is usually known to suffice
 * @param fits returns whether the content fits into columns with these heights
 */
export function balanceColumns(
  count: number,
  height: number,
  fits: (heights: readonly number[]) => boolean,
): readonly number[] | undefined {
  let heights: readonly number[] = Array.from({ length: count }, () => height);
  if (!fits(heights)) return undefined;
  // The last column alone needs no search: what is left for it does not change.
  for (let first = 0; first < count - 1; first++) {
    let [sufficient, tooLow] = [heights[first] ?? 0, 0];
    while (sufficient - tooLow > PRECISION) {
      const tried = (sufficient + tooLow) / 2;
      const candidate = heights.map((known, index) => (index < first ? known : tried));
      if (fits(candidate)) [sufficient, heights] = [tried, candidate];
      else tooLow = tried;
    }
  }
  return heights;
}
