import type { FigureSize } from '../../shared/layout/figure.ts';
import type { IssuePhoto } from '../../shared/schema-pieces.ts';
import type { Theme } from '../theme.ts';

/** What the layout needs beside the composed issue. */
export interface LayoutContext {
  readonly theme: Theme;
  /** The template's drawings by file name, as SVG text. */
  readonly drawings: ReadonlyMap<string, string>;
}

/** The greatest size in pt at which a photo may be printed. */
export function maxFigureSize({ side }: Pick<IssuePhoto, 'side'>, theme: Theme): FigureSize {
  const { width, maxHeight, fullMaxHeight } = theme.photo;
  return side === 'full'
    ? { width: textBlock(theme).width, maxHeight: fullMaxHeight }
    : { width, maxHeight };
}

/** Width and height of the text block, in pt. */
export function textBlock({ page }: Theme): { width: number; height: number } {
  const { margins } = page;
  return {
    width: page.width - margins.left - margins.right,
    height: page.height - margins.top - margins.bottom,
  };
}

/** A drawing of the template by its file name. */
export function drawingNamed(file: string, { drawings }: LayoutContext): string {
  const drawing = drawings.get(file);
  if (drawing === undefined) throw new Error(`The template has no drawing ${file}`);
  return drawing;
}
