// Where nodes stand across the page: the column each of them has, stacks and lists opened.
import type { FlowNode } from '../measure/flow-node.ts';
import type { LineBox } from './paginate-paragraph.ts';

/** A node with the column inside its margins, and the white space above and below it; all in pt. */
export interface ColumnNode {
  readonly node: FlowNode;
  readonly box: LineBox;
  readonly above: number;
  readonly below: number;
}

/** A node's place in the column of the node around it. */
export function columnOf(node: FlowNode, column: LineBox): ColumnNode {
  const [left, top, right, bottom] = node._margin ?? [0, 0, 0, 0];
  const indent = left + (node.flush ? 0 : (node._gapSize?.width ?? 0));
  return {
    node,
    box: { x: column.x + indent, width: column.width - indent - right },
    above: (node.spaceAbove ?? 0) + top,
    below: (node.spaceBelow ?? 0) + bottom,
  };
}

/** The nodes inside a stack or a list; undefined for what has none. */
export function childrenOf(node: FlowNode): readonly FlowNode[] | undefined {
  return node.stack ?? node.ul ?? node.ol;
}

/** Whether a node stays in one piece: a float, or a picture across the text, with its caption. */
export function isBlock(node: FlowNode): boolean {
  return node.stack !== undefined && (node.float !== undefined || node.keepWithNext === true);
}

/** Nodes in the order of reading, stacks and lists opened, each with its column. */
export function flatten(items: readonly FlowNode[], column: LineBox): ColumnNode[] {
  return items.flatMap((node) => {
    const place = columnOf(node, column);
    const inside = isBlock(node) ? undefined : childrenOf(node);
    if (!inside) return [place];
    const leaves = flatten(inside, place.box);
    return leaves.map((leaf, index) => ({
      ...leaf,
      above: leaf.above + (index === 0 ? place.above : 0),
      below: leaf.below + (index === leaves.length - 1 ? place.below : 0),
    }));
  });
}
