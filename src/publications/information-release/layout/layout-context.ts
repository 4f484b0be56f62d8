import type { MaxFigureSize } from '../../shared/layout/figure.ts';
import type { IssuePhoto } from '../../shared/schema-pieces.ts';
import type { Theme } from '../theme.ts';

/** Input of the layout beside the composed issue. */
export interface LayoutContext {
  readonly theme: Theme;
  /** The template's drawings by file name, as SVG text. */
  readonly drawings: ReadonlyMap<string, string>;
}

/** Returns the maximum printed size of a photo, in pt. */
export function maxFigureSize({ side }: Pick<IssuePhoto, 'side'>, theme: Theme): MaxFigureSize {
  const { width, maxHeight, fullMaxHeight } = theme.photo;
  return side === 'full'
    ? { width: textBlock(theme).width, maxHeight: fullMaxHeight }
    : { width, maxHeight };
}

/** Returns the width and height of the text block, in pt. */
export function textBlock({ page }: Theme): { width: number; height: number } {
  const { margins } = page;
  return {
    width: page.width - margins.left - margins.right,
    height: page.height - margins.top - margins.bottom,
  };
}

/**
 * Returns a drawing of the template by its file name.
 * @throws Error if it was not loaded
 */
export function drawingNamed(file: string, { drawings }: LayoutContext): string {
  const drawing = drawings.get(file);
  if (drawing === undefined) throw new Error(`The template has no drawing ${file}`);
  return drawing;
}
