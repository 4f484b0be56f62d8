import type { ColumnFlow } from '../definition.ts';
import { columnWidth } from './columns.ts';
import { ROUNDING } from './floats.ts';
import { bottomOf, FrameContext, type LaidOutBlock } from './frames.ts';

/** The space for a column flow, in pt. */
export interface ColumnSpace extends ColumnFlow {
  /** Width of all columns with their gutters. */
  readonly width: number;
  /** Height of an empty page. */
  readonly fullHeight: number;
  /** Returns the height left on a page of the flow, counted from 0. */
  heightOfPage(page: number): number;
}

/** Greatest heights in pt of the columns of one page. */
export interface ColumnLimits {
  readonly page: number;
  readonly heights: readonly number[];
}

/** A float at the head of a column or a page; `below` is the white space below it in pt. */
export interface ReservedFloat {
  readonly block: LaidOutBlock;
  readonly below: number;
}

/** The columns of a flow, in reading order over all of its pages, and the floats above their text. */
export class ColumnFrames {
  readonly context: FrameContext;
  readonly space: ColumnSpace;
  readonly #limits: ColumnLimits | undefined;
  /** Floats across the columns by page, and floats in columns by frame. */
  readonly #across = new Map<number, ReservedFloat[]>();
  readonly #inColumn = new Map<number, ReservedFloat[]>();
  /** Floats that are higher than a page. */
  readonly #oversized: ReservedFloat[] = [];

  constructor(space: ColumnSpace, limits?: ColumnLimits) {
    this.space = space;
    this.#limits = limits;
    const { fullHeight, width } = space;
    this.context = new FrameContext({
      width: columnWidth(space, width),
      fullHeight,
      heightOf: (frame) => this.#heightOf(frame),
    });
  }

  /** The last page with text or floats in columns, counted from 0. */
  get lastPage(): number {
    const filled = this.context.pages.findLastIndex(({ items }) => items.length > 0);
    return Math.max(0, this.#pageOf(Math.max(filled, ...this.#inColumn.keys())));
  }

  /** Whether a float must wait for the next column because one before it does. */
  get hasWaitingFloat(): boolean {
    return Math.max(-1, ...this.#inColumn.keys()) > this.context.page;
  }

  /** Returns the frames of a page from left to right. */
  framesOf(page: number): number[] {
    const { count } = this.space;
    return Array.from({ length: count }, (_, column) => page * count + column);
  }

  /** Returns the heights in pt that the columns of a page have with their content. */
  contentHeights(page: number): number[] {
    return this.framesOf(page).map((frame) => {
      const items = this.context.pages[frame]?.items ?? [];
      return heightOfFloats(this.floatsIn(frame)) + bottomOf(items);
    });
  }

  /** Returns the floats at the head of a column. */
  floatsIn(frame: number): readonly ReservedFloat[] {
    return this.#inColumn.get(frame) ?? [];
  }

  /** Returns the floats across the columns at the head of a page. */
  floatsAcross(page: number): readonly ReservedFloat[] {
    return this.#across.get(page) ?? [];
  }

  /** Returns the floats across the columns that have no place because the text ends before. */
  floatsLeft(): readonly ReservedFloat[] {
    const { lastPage } = this;
    const pages = [...this.#across.keys()].filter((page) => page > lastPage);
    return [...pages.flatMap((page) => this.floatsAcross(page)), ...this.#oversized];
  }

  /** Reserves the head of the next possible page for a float across the columns. */
  reserveAcross(float: ReservedFloat): void {
    const { height } = float.block;
    if (height > this.space.fullHeight + ROUNDING) {
      this.#oversized.push(float);
      return;
    }
    const current = this.#pageOf(this.context.page);
    const isFresh = this.context.page === current * this.space.count && this.#isFrameEmpty();
    let page = Math.max(isFresh ? current : current + 1, ...this.#across.keys());
    const leftOn = (candidate: number) => {
      const inColumns = this.framesOf(candidate).map((frame) => this.floatsIn(frame));
      const above = heightOfFloats(this.floatsAcross(candidate));
      return (
        this.space.heightOfPage(candidate) - above - Math.max(...inColumns.map(heightOfFloats))
      );
    };
    while (height > leftOn(page) + ROUNDING) page++;
    this.#across.set(page, [...this.floatsAcross(page), float]);
    if (page === current) this.context.restartFrame();
  }

  /** Reserves the head of the next column that a float fits in, if it is not higher than a page. */
  reserveInColumn(float: ReservedFloat): void {
    let frame = Math.max(this.context.page + 1, ...this.#inColumn.keys());
    while (float.block.height > this.#heightOf(frame) + ROUNDING) frame++;
    this.#inColumn.set(frame, [...this.floatsIn(frame), float]);
  }

  #pageOf(frame: number): number {
    return Math.floor(frame / this.space.count);
  }

  #isFrameEmpty(): boolean {
    const { items } = this.context.getCurrentPage();
    return items.length === 0 && this.floatsIn(this.context.page).length === 0;
  }

  #heightOf(frame: number): number {
    const page = this.#pageOf(frame);
    const free = this.space.heightOfPage(page) - heightOfFloats(this.floatsAcross(page));
    const { page: limited, heights = [] } = this.#limits ?? {};
    const limit = page === limited ? heights[frame % this.space.count] : undefined;
    return Math.max(0, Math.min(free, limit ?? free) - heightOfFloats(this.floatsIn(frame)));
  }
}

/** Returns the height in pt of floats below each other, with the white space below them. */
export function heightOfFloats(floats: readonly ReservedFloat[]): number {
  return floats.reduce((sum, { block, below }) => sum + block.height + below, 0);
}
