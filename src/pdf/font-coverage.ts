import type { Typeface } from './typeface.ts';

/** Tells whether a code point can be printed. */
export type Coverage = (codePoint: number) => boolean;

/** What every one of the given typefaces can print. */
export function createCoverage(typefaces: readonly Typeface[]): Coverage {
  const known = new Map<number, boolean>();
  return (codePoint) => {
    const covered =
      known.get(codePoint) ?? typefaces.every((typeface) => typeface.covers(codePoint));
    known.set(codePoint, covered);
    return covered;
  };
}
