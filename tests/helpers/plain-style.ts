import type { RunStyle } from '../../src/pdf/measure/styles.ts';

/** Style in which every letter and space is 1 pt wide. */
export const plainStyle = {
  font: { widthOfString: (text: string) => text.length },
  fontSize: 1,
  characterSpacing: 0,
} as unknown as RunStyle;
