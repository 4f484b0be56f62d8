import type { Inline } from '../../src/pdf/inline.ts';

/** A style in which every letter and every space is one wide. */
export const plainStyle = {
  font: { widthOfString: (text: string) => text.length },
  fontSize: 1,
  characterSpacing: 0,
} as unknown as Inline;
