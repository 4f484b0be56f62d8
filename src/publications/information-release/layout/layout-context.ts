import type { Theme } from '../theme.ts';

/** Input of the layout beside the composed issue. */
export interface LayoutContext {
  readonly theme: Theme;
  /** The template's drawings by file name, as SVG text. */
  readonly drawings: ReadonlyMap<string, string>;
}
