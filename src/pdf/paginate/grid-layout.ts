// Extends the layout of blocks with grids: rows with common columns, divided between pages below a row, with
// the headings of the columns again at the head of each page.
import type { Grid } from '../definition.ts';
import type { FlowLine, FlowNode } from '../measure/flow-node.ts';
import type { PageItem } from '../pdfmake/types.ts';
import { BlockLayout } from './block-layout.ts';
import { estimateHeight } from './estimate-heights.ts';
import { ROUNDING } from './floats.ts';
import type { LaidOutBlock } from './frames.ts';
import { fitGrid } from './grid-columns.ts';

/** A row that has no place yet, and its height with padding in pt. */
interface LaidOutRow {
  readonly node: FlowNode;
  readonly block: LaidOutBlock;
  readonly height: number;
}

/** The layout of blocks, with grids. */
export class GridLayout extends BlockLayout {
  /** Height in pt of what must stand on the page of a grid's last row, by grid. */
  readonly #tailHeights = new WeakMap<FlowNode, number>();

  protected override placeChild(node: FlowNode, following: readonly FlowNode[]): void {
    const [next] = following;
    if (node.grid && next?.keepWithPrevious) {
      const { availableWidth } = this.writer.context();
      const height = estimateHeight(next, availableWidth, this.breakParagraph);
      this.#tailHeights.set(node, (node.spaceBelow ?? 0) + (next.spaceAbove ?? 0) + height);
    }
    super.placeChild(node, following);
  }

  protected override processVerticalContainer(node: FlowNode): void {
    if (node.grid) this.#placeGrid(node, node.grid);
    else super.processVerticalContainer(node);
  }

  #placeGrid(node: FlowNode, { headRows }: Grid): void {
    this.moveBelowFloats();
    const context = this.writer.context();
    const { x, availableWidth } = context;
    const width = fitGrid(node, availableWidth);
    Object.assign(context, { x: x + (availableWidth - width) / 2, availableWidth: width });
    const [head, ...rest] = node.stack ?? [];
    const rows = headRows === 1 ? rest : (node.stack ?? []);
    this.#placeRows(rows, headRows === 1 ? head : undefined, this.#tailHeights.get(node) ?? 0);
    Object.assign(context, { x, availableWidth });
  }

  /** Places rows; `tail` is the height in pt of what must stand below the last one. */
  #placeRows(rows: readonly FlowNode[], head: FlowNode | undefined, tail: number): void {
    let isFirst = true;
    for (const [index, node] of rows.entries()) {
      const row = this.#layOutRow(node);
      const needed = row.height + (index === rows.length - 1 ? tail : 0);
      if (isFirst) this.#placeHead(head, needed, false);
      else if (needed > this.writer.context().availableHeight + ROUNDING && !this.pageIsUnused()) {
        this.writer.moveToNextPage();
        this.#placeHead(head, needed, true);
      }
      this.placeBlock(row.block, node.box);
      isFirst = false;
    }
    if (isFirst) this.#placeHead(head, tail, false);
  }

  /** Places the head on the next page that has room for it and a row below it. */
  #placeHead(node: FlowNode | undefined, rowHeight: number, isRepeated: boolean): void {
    const head = node && this.#layOutRow(node);
    const height = head?.height ?? 0;
    this.makeRoom(height + rowHeight);
    if (!head) return;
    const isTooHigh = height + rowHeight > this.writer.context().availableHeight + ROUNDING;
    if (isRepeated && isTooHigh) return;
    if (isRepeated) for (const item of head.block.items) makeArtifact(item);
    this.placeBlock(head.block, head.node.box);
  }

  #layOutRow(node: FlowNode): LaidOutRow {
    const block = this.layOutBlock(node);
    const [, top, , bottom] = node.box?.padding ?? [0, 0, 0, 0];
    return { node, block, height: top + block.height + bottom };
  }
}

/** Makes a line decorative: it is not read aloud, has no links, and is not listed as a line of its text. */
function makeArtifact({ type, item }: PageItem): void {
  if (type !== 'line') return;
  const line: FlowLine = item;
  line.opensNode = false;
  delete line.setting;
  line.inlines = line.inlines.map((run) => ({
    ...run,
    isArtifact: true,
    link: null,
    linkToDestination: null,
  }));
}
