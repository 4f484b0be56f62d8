// Extends the layout of paragraphs with blocks that stay whole: boxes, blocks beside each other, a block at
// the page's foot, and list items with large numbers. A block is laid out in a frame of its own, then
// moved to a place that has room for it.

import type { Box, SideBySide } from '../definition.ts';
import type { FlowLine, FlowNode } from '../measure/flow-node.ts';
import type { PageItem } from '../pdfmake/types.ts';
import { boxShapes } from './box-shapes.ts';
import { flatten, isBlock, sideWidths, staysWhole } from './columns.ts';
import { fitPicture, fitPicturesOf } from './fit-pictures.ts';
import { ROUNDING } from './floats.ts';
import { FlowLayout } from './flow-layout.ts';
import { bottomOf, divideItems, FrameContext, type LaidOutBlock, moveItems } from './frames.ts';
import { alignNumeral } from './line-additions.ts';

const NO_PADDING: Box['padding'] = [0, 0, 0, 0];

/** The layout of paragraphs, with blocks that stay whole. */
export class BlockLayout extends FlowLayout {
  /** Height in pt that a block can have at most where it is being laid out; undefined for a page. */
  #maxHeight: number | undefined;
  /** Items of lists whose numbers have a style of their own, and the one that is being laid out. */
  readonly #numeralItems = new WeakSet<object>();
  #openItem: FlowNode | undefined;

  protected override processNode(node: FlowNode): void {
    this.#assertPossible(node);
    if (this.#numeralItems.has(node) && this.#openItem !== node) this.#placeNumeralItem(node);
    else super.processNode(node);
  }

  protected override processVerticalContainer(node: FlowNode): void {
    if (staysWhole(node) && node !== this.#openItem) {
      this.clearFloats();
      const block = this.layOutBlock(node);
      if (node.atPageFoot) this.#moveToFoot(block, node.box);
      this.placeBlock(block, node.box);
      this.moveDown(node.columnFloat?.below ?? 0);
    } else {
      if (this.#isFramed() && isBlock(node)) this.#fitPicturesOf(node);
      super.processVerticalContainer(node);
    }
  }

  protected override processImage(node: FlowNode): void {
    this.#prepareLeaf(node);
    super.processImage(node);
  }

  protected override processSVG(node: FlowNode): void {
    this.#prepareLeaf(node);
    super.processSVG(node);
  }

  protected override processCanvas(node: FlowNode): void {
    this.#prepareLeaf(node);
    super.processCanvas(node);
  }

  protected override processList(ordered: boolean, node: FlowNode): void {
    if (node.numerals) {
      this.clearFloats();
      for (const item of node.ol ?? []) this.#numeralItems.add(item);
    }
    super.processList(ordered, node);
  }

  protected override placeMarker(marker: PageItem['item'], line: FlowLine): void {
    const { labelOf } = (marker as FlowLine).inlines?.[0] ?? {};
    if (labelOf && this.#numeralItems.has(labelOf)) alignNumeral(marker, line);
  }

  #isFramed(): boolean {
    return this.writer.context() instanceof FrameContext;
  }

  #assertPossible({ pageBreak, absolutePosition, acrossColumns, atPageFoot }: FlowNode): void {
    if (!this.#isFramed()) return;
    if (pageBreak) throw new Error('Only a child of a column flow can start a page');
    if (acrossColumns)
      throw new Error('Only a child of a column flow can stand across the columns');
    if (absolutePosition || atPageFoot)
      throw new Error('A node in a column or a box cannot have a place on the page');
  }

  /** Height in pt that a block can have at most. */
  #maxBlockHeight(): number {
    return this.#maxHeight ?? this.pageHeight();
  }

  /** Makes a picture or a drawing fit into its column, and moves to a column that has room for it. */
  #prepareLeaf(node: FlowNode): void {
    if (!this.#isFramed()) return;
    const context = this.writer.context();
    if (node.image !== undefined || node.svg !== undefined)
      fitPicture(node, { width: context.availableWidth, height: this.#maxBlockHeight() });
    const height = node._height ?? Number(node._minHeight ?? 0);
    this.makeRoom(height);
    const missing = height - context.availableHeight;
    if (missing > 0 && missing < ROUNDING) context.availableHeight += missing;
  }

  #fitPicturesOf(node: FlowNode): void {
    const { availableWidth: width } = this.writer.context();
    fitPicturesOf(node, { width, height: this.#maxBlockHeight() }, this.breakParagraph);
  }

  /** Lays out a block that stays whole, without its padding. */
  protected layOutBlock(node: FlowNode): LaidOutBlock {
    const { availableWidth } = this.writer.context();
    const [left, top, right, bottom] = node.box?.padding ?? NO_PADDING;
    this.#fitPicturesOf(node);
    const maxHeight = this.#maxHeight;
    this.#maxHeight = this.#maxBlockHeight() - top - bottom;
    const block = node.sideBySide
      ? this.#layOutSides(node.stack ?? [], node.sideBySide, availableWidth - left - right)
      : this.#layOut(availableWidth - left - right, () => this.placeStack(node));
    this.#maxHeight = maxHeight;
    return block;
  }

  #layOutSides(
    sides: readonly FlowNode[],
    { gutter, ...sizes }: SideBySide,
    available: number,
  ): LaidOutBlock {
    const widths = sideWidths({ gutter, ...sizes }, sides.length, available);
    const items: PageItem[] = [];
    let x = 0;
    for (const [index, side] of sides.entries()) {
      const width = widths[index] ?? 0;
      const block = this.#layOut(width, () => this.processNode(side));
      moveItems(block.items, x, 0);
      items.push(...block.items);
      x += width + gutter;
    }
    return { items, height: bottomOf(items), spaceBelow: 0 };
  }

  #layOut(width: number, place: () => void): LaidOutBlock {
    const context = FrameContext.unlimited(width);
    this.placeIn(context, place);
    const { items } = context.getCurrentPage();
    const height = bottomOf(items);
    return { items, height, spaceBelow: Math.max(0, context.y - height) };
  }

  /** Moves down so far that a block ends at the page's foot. */
  #moveToFoot({ height }: LaidOutBlock, box?: Box): void {
    const [, top, , bottom] = box?.padding ?? NO_PADDING;
    const total = top + height + bottom;
    this.makeRoom(total);
    this.moveDown(Math.max(0, this.writer.context().availableHeight - total));
  }

  /**
   * Places a block on the next page that has room for it. A block that is higher than a page is divided
   * over several.
   */
  protected placeBlock({ items, height }: LaidOutBlock, box?: Box): void {
    const [left, top, , bottom] = box?.padding ?? NO_PADDING;
    this.makeRoom(top + height + bottom);
    let [rest, start] = [items, 0];
    while (start < height) {
      const context = this.writer.context();
      const { x, y, availableWidth: width } = context;
      const room = context.availableHeight - top - bottom;
      const isLast = height - start <= room + ROUNDING;
      if (!isLast && room <= 0) throw new Error('The padding of a box is higher than its page');
      const part = isLast
        ? { head: rest, bottom: height, tail: [], top: height }
        : divideItems(rest, start, start + room);
      const outer = { x, y, width, height: top + part.bottom - start + bottom };
      moveItems(part.head, x + left, y + top - start);
      context.getCurrentPage().items.push(...(box ? boxShapes(box, outer) : []), ...part.head);
      this.moveDown(outer.height);
      rest = part.tail;
      start = part.tail.length > 0 ? part.top : height;
      if (start < height) this.writer.moveToNextPage();
    }
    this.afterHeading = false;
  }

  #placeNumeralItem(node: FlowNode): void {
    const { availableWidth: width } = this.writer.context();
    // White space above the item's first paragraph is white space above the item.
    const [first] = flatten(node.stack ?? [], { x: 0, width });
    if (!this.pageIsEmpty()) this.moveDown((node.spaceAbove ?? 0) + (first?.above ?? 0));
    const outer = this.#openItem;
    this.#openItem = node;
    const block = this.#layOut(width, () => this.processNode(node));
    this.#openItem = outer;
    this.placeBlock(block);
    this.moveDown(block.spaceBelow);
  }
}
