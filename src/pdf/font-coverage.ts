import * as fontkit from 'fontkit';

/** Tells whether a code point can be printed. */
export type Coverage = (codePoint: number) => boolean;

/** What every one of the given TrueType files can print. */
export function createCoverage(files: readonly Buffer[]): Coverage {
  const fonts = files.map((bytes) => fontkit.create(bytes));
  return (codePoint) =>
    fonts.every((font) => 'hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(codePoint));
}
