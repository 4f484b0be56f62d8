// Extends the layout of blocks and grids with columns. The text of a flow is laid out in frames, one for each column of
// each page, by the rules that divide text between pages. It is laid out several times: the ends on the last
// page are balanced by a search for the least height that suffices.

import type { ColumnFlow } from '../definition.ts';
import type { FlowNode } from '../measure/flow-node.ts';
import { balanceColumns } from './balance-columns.ts';
import {
  ColumnFrames,
  type ColumnLimits,
  type ColumnSpace,
  heightOfFloats,
  type ReservedFloat,
} from './column-frames.ts';
import { columnWidth } from './columns.ts';
import { estimateOpeningHeight } from './estimate-heights.ts';
import { ROUNDING } from './floats.ts';
import { type LaidOutBlock, moveItems, rememberShapes } from './frames.ts';
import { GridLayout } from './grid-layout.ts';

/** The complete layout of a document: paragraphs, blocks, grids and columns. */
export class ColumnLayout extends GridLayout {
  /** The columns that are being filled. */
  #columns: ColumnFrames | undefined;
  /** Parts of a column flow that is divided by blocks across the columns and new pages. */
  readonly #flowParts = new WeakSet<FlowNode>();

  protected override placeChild(node: FlowNode, following: readonly FlowNode[]): void {
    if (this.#flowParts.has(node) && this.pageIsEmpty()) node.pageBreak = undefined;
    // A block inside the column that stays whole has a context of its own.
    const columns = this.writer.context() === this.#columns?.context ? this.#columns : undefined;
    if (node.columnFloat && columns) this.#placeFloat(node, following, columns);
    else super.placeChild(node, following);
  }

  protected override processVerticalContainer(node: FlowNode): void {
    if (node.columnFlow) this.#placeFlow(node.stack ?? [], node.columnFlow);
    else super.processVerticalContainer(node);
  }

  #placeFlow(items: readonly FlowNode[], flow: ColumnFlow): void {
    this.clearFloats();
    const parts = divideFlow(items, flow);
    if (parts.length === 1 && parts[0]?.columnFlow && !parts[0].pageBreak) {
      this.#placeColumns(items, flow);
      return;
    }
    for (const part of parts) this.#flowParts.add(part);
    this.placeStack({ stack: parts, positions: [] });
  }

  /** Places nodes in columns that are balanced on their last page. */
  #placeColumns(items: readonly FlowNode[], flow: ColumnFlow): void {
    const page = this.writer.context();
    const { availableWidth: width, availableHeight } = page;
    const space: ColumnSpace = {
      ...flow,
      width,
      fullHeight: this.pageHeight(),
      heightOfPage: (n) => (n === 0 ? availableHeight : this.heightOfPage(n, page)),
    };
    const restore = this.#rememberState(items);
    const unbalanced = this.#fillColumns(items, space);
    const { lastPage } = unbalanced;
    const height = Math.max(...unbalanced.contentHeights(lastPage));
    const heights = balanceColumns(flow.count, height, (tried) => {
      restore();
      const columns = this.#fillColumns(items, space, { page: lastPage, heights: tried });
      return columns.lastPage <= lastPage;
    });
    restore();
    const limits = heights && { page: lastPage, heights };
    this.#placeFrames(this.#fillColumns(items, space, limits));
  }

  /** Lays out nodes in columns, which have no place yet. */
  #fillColumns(
    items: readonly FlowNode[],
    space: ColumnSpace,
    limits?: ColumnLimits,
  ): ColumnFrames {
    const columns = new ColumnFrames(space, limits);
    const outer = this.#columns;
    this.#columns = columns;
    this.placeIn(columns.context, () => this.placeStack({ stack: [...items], positions: [] }));
    this.#columns = outer;
    return columns;
  }

  /** Returns a function that restores what laying out these nodes changes. */
  #rememberState(items: readonly FlowNode[]): () => void {
    const restoreShapes = rememberShapes(items);
    const { afterHeading } = this;
    const [lines, nodes] = [this.contentsLines.length, this.linearNodeList.length];
    return () => {
      restoreShapes();
      this.afterHeading = afterHeading;
      this.contentsLines.length = lines;
      this.linearNodeList.length = nodes;
    };
  }

  /** Moves what stands in columns to its place on this page and the following ones. */
  #placeFrames(columns: ColumnFrames): void {
    const { space, context, lastPage } = columns;
    const step = columnWidth(space, space.width) + space.gutter;
    for (let page = 0; page <= lastPage; page++) {
      if (page > 0) this.writer.moveToNextPage();
      // Before the items are moved: their positions are still those in the columns.
      const height = Math.max(...columns.contentHeights(page));
      const { x, y } = this.writer.context();
      const { items } = this.writer.context().getCurrentPage();
      const put = (block: Pick<LaidOutBlock, 'items'>, left: number, top: number) => {
        moveItems(block.items, left, top);
        items.push(...block.items);
      };
      const putFloats = (floats: readonly ReservedFloat[], left: number, top: number) => {
        for (const [index, { block }] of floats.entries())
          put(block, left, top + heightOfFloats(floats.slice(0, index)));
        return top + heightOfFloats(floats);
      };
      const head = putFloats(columns.floatsAcross(page), x, y);
      for (const [index, frame] of columns.framesOf(page).entries()) {
        const left = x + index * step;
        const top = putFloats(columns.floatsIn(frame), left, head);
        put(context.pages[frame] ?? { items: [] }, left, top);
      }
      this.moveDown(head - y + height);
    }
    for (const { block, below } of columns.floatsLeft()) {
      if (!this.pageIsEmpty()) this.moveDown(below);
      this.placeBlock(block);
    }
  }

  /** Places a float in its column, or reserves a place for it in a later column or on a later page. */
  #placeFloat(node: FlowNode, following: readonly FlowNode[], columns: ColumnFrames): void {
    const { across = false, below = 0 } = node.columnFloat ?? {};
    const { context, space } = columns;
    const { x, availableWidth, availableHeight } = context;
    node.positions = [];
    context.availableWidth = across ? space.width : availableWidth;
    const block = this.layOutBlock(node);
    context.availableWidth = availableWidth;
    if (across) {
      columns.reserveAcross({ block, below });
      return;
    }
    const opening = estimateOpeningHeight(
      following,
      { x, width: availableWidth },
      space.fullHeight,
      this.breakParagraph,
    );
    const above = this.pageIsEmpty() ? 0 : (node.spaceAbove ?? 0);
    const needed = above + block.height + (opening > 0 ? below + opening : 0);
    const fits = needed <= availableHeight + ROUNDING && !columns.hasWaitingFloat;
    if (!fits && !this.pageIsUnused() && block.height <= space.fullHeight + ROUNDING) {
      columns.reserveInColumn({ block, below });
      return;
    }
    this.moveDown(above);
    this.placeBlock(block);
    this.moveDown(below);
  }
}

/** Divides a column flow before new pages, and before and after blocks across the columns. */
function divideFlow(items: readonly FlowNode[], flow: ColumnFlow): FlowNode[] {
  const parts: FlowNode[] = [];
  let columns: FlowNode[] | undefined;
  for (const item of items) {
    if (item.acrossColumns) {
      parts.push(item);
      columns = undefined;
      continue;
    }
    if (!columns || item.pageBreak) {
      columns = [];
      parts.push({ stack: columns, columnFlow: flow, pageBreak: item.pageBreak, positions: [] });
      item.pageBreak = undefined;
    }
    columns.push(item);
  }
  return parts;
}
