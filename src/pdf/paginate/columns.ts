// Horizontal positions of nodes: the column of each node in nested stacks and lists.
import type { ColumnFlow, SideBySide } from '../definition.ts';
import type { FlowNode } from '../measure/flow-node.ts';
import { fitGrid } from './grid-columns.ts';
import type { LineBox } from './paginate-paragraph.ts';

/** A node with the column inside its margins, and the white space above and below it, in pt. */
export interface ColumnNode {
  readonly node: FlowNode;
  readonly box: LineBox;
  readonly above: number;
  readonly below: number;
}

/** Places a node in the column of its parent. */
export function columnOf(node: FlowNode, column: LineBox): ColumnNode {
  const [left, top, right, bottom] = node._margin ?? [0, 0, 0, 0];
  const indent = left + (node.flush ? 0 : (node._gapSize?.width ?? 0));
  const width = column.width - indent - right;
  return {
    node,
    box: {
      x: column.x + indent,
      width: node.columnFlow ? columnWidth(node.columnFlow, width) : width,
    },
    above: (node.spaceAbove ?? 0) + top,
    below: (node.spaceBelow ?? 0) + bottom,
  };
}

/** Returns the width in pt of a column of a flow that is `width` pt wide. */
export function columnWidth({ count, gutter }: ColumnFlow, width: number): number {
  return (width - gutter * (count - 1)) / count;
}

/** Returns the widths in pt of blocks beside each other in a column that is `width` pt wide. */
export function sideWidths(
  { gutter, widths }: SideBySide,
  count: number,
  width: number,
): readonly number[] {
  return widths ?? Array.from({ length: count }, () => columnWidth({ count, gutter }, width));
}

/** Returns the children of a stack or a list; undefined for other nodes. */
export function childrenOf(node: FlowNode): readonly FlowNode[] | undefined {
  return node.stack ?? node.ul ?? node.ol;
}

/** Whether a node is kept on one page: a float, a full-width picture with its caption, or a box. */
export function isBlock(node: FlowNode): boolean {
  if (node.stack === undefined) return false;
  return node.float !== undefined || node.keepWithNext === true || staysWhole(node);
}

/** Whether a node is laid out as a whole before its place is chosen. */
export function staysWhole(node: FlowNode): boolean {
  const { box, sideBySide, columnFloat, atPageFoot, numeralHeight } = node;
  return Boolean(box ?? sideBySide ?? columnFloat ?? atPageFoot ?? numeralHeight !== undefined);
}

/** Whether an item is the first of consecutive items that are kept with the next one. */
export function startsKeptGroup(items: readonly FlowNode[], index: number): boolean {
  return items[index]?.keepWithNext === true && items[index - 1]?.keepWithNext !== true;
}

/** Flattens stacks and lists, but not blocks, into nodes in reading order, each with its column. */
export function flatten(items: readonly FlowNode[], column: LineBox): ColumnNode[] {
  return items.flatMap((node) => {
    const place = columnOf(node, column);
    const inside = isBlock(node) ? undefined : childrenOf(node);
    if (!inside) return [place];
    if (node.grid) fitGrid(node, place.box.width);
    const leaves = flatten(inside, place.box);
    return leaves.map((leaf, index) => ({
      ...leaf,
      above: leaf.above + (index === 0 ? place.above : 0),
      below: leaf.below + (index === leaves.length - 1 ? place.below : 0),
    }));
  });
}
