import type { RunStyle } from '../../src/pdf/measure/styles.ts';

/** A style in which every letter and every space is one wide. */
export const plainStyle = {
  font: { widthOfString: (text: string) => text.length },
  fontSize: 1,
  characterSpacing: 0,
} as unknown as RunStyle;
