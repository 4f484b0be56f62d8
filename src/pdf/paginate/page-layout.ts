import { type Context, LayoutBuilder } from '../pdfmake/types.ts';
import { ROUNDING } from './floats.ts';
import { FrameContext } from './frames.ts';

/** pdfmake's layout with what is known about the current page, which may be a frame on a page. */
export class PageLayout extends LayoutBuilder {
  /** Moves the current position down, at most to the page's foot. */
  protected moveDown(space: number): void {
    const context = this.writer.context();
    context.moveDown(Math.min(space, Math.max(0, context.availableHeight)));
  }

  /** Whether nothing stands on the page yet. */
  protected pageIsEmpty(): boolean {
    const { y, pageMargins } = this.writer.context();
    return y <= pageMargins.top + ROUNDING;
  }

  /** Whether the page is empty and as high as any other, so that moving on gains nothing. */
  protected pageIsUnused(): boolean {
    return this.pageIsEmpty() && this.heightOfPage(0) >= this.pageHeight() - ROUNDING;
  }

  /**
   * Moves to the next page that has `height` pt left, or to an empty page if none has. `above` pt of the
   * height are white space that is dropped on an empty page.
   */
  protected makeRoom(height: number, above = 0): void {
    const context = this.writer.context();
    const needed = () => height - (this.pageIsEmpty() ? above : 0);
    while (needed() > context.availableHeight + ROUNDING && !this.pageIsUnused()) {
      this.writer.moveToNextPage();
    }
  }

  /** Height in pt of the `n`th page after a context's current one; 0 for this one. */
  protected heightOfPage(n: number, context = this.writer.context()): number {
    return context instanceof FrameContext
      ? context.heightOf(context.page + n)
      : textBlockHeight(context);
  }

  /** Height in pt of an empty page; of the highest one if they differ. */
  protected pageHeight(): number {
    const context = this.writer.context();
    return context instanceof FrameContext ? context.fullHeight : textBlockHeight(context);
  }
}

function textBlockHeight(context: Context): number {
  const { top, bottom } = context.pageMargins;
  return context.getCurrentPage().pageSize.height - top - bottom;
}
