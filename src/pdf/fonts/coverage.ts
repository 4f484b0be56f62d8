import { type CacheFiles, digestOf } from '../../cache/cache-files.ts';

/** Tells whether a code point can be printed. */
export type Coverage = (codePoint: number) => boolean;

/**
 * What every one of the fonts can print. It is kept in the store: `listCodePoints`, which parses a
 * font, is asked only about fonts that are new.
 */
export async function readCoverage(
  files: readonly Buffer[],
  cacheFiles: CacheFiles,
  listCodePoints: (file: Buffer) => Promise<readonly number[]>,
): Promise<Coverage> {
  const key = files.map(digestOf).join(' ');
  const kept = await cacheFiles.read('coverage.json', key);
  if (kept !== undefined) return coverageOf(JSON.parse(kept));
  const lists = await Promise.all(files.map(listCodePoints));
  const [first = [], ...others] = lists.map((list) => new Set(list));
  const shared = [...first].filter((codePoint) => others.every((set) => set.has(codePoint)));
  const ranges = joinRanges(shared.sort((a, b) => a - b));
  await cacheFiles.keep('coverage.json', key, JSON.stringify(ranges));
  return coverageOf(ranges);
}

/** First and last of a row of code points. */
type Range = readonly [from: number, to: number];

function joinRanges(codePoints: readonly number[]): Range[] {
  const ranges: [number, number][] = [];
  for (const codePoint of codePoints) {
    const last = ranges.at(-1);
    if (last?.[1] === codePoint - 1) last[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  return ranges;
}

function coverageOf(ranges: readonly Range[]): Coverage {
  const covered = new Set<number>();
  for (const [from, to] of ranges) {
    for (let codePoint = from; codePoint <= to; codePoint += 1) covered.add(codePoint);
  }
  return (codePoint) => covered.has(codePoint);
}
