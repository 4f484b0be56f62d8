// Measures nodes dry: how high they would be, without placing them.
import type { BreakParagraph } from './break-paragraph.ts';
import { alignmentOf, type FlowNode, indentOf, lineHeightOf, wordsOf } from './flow-node.ts';
import { type LineBox, openingLines, planParagraph } from './plan-paragraph.ts';
import { boxBeside, type StandingFloat } from './standing-float.ts';

/** Height in pt of a node in a column of `width` pt, without the white space around it. */
export function measureHeight(
  node: FlowNode,
  width: number,
  breakParagraph: BreakParagraph,
): number {
  if (node._inlines)
    return countLines(node, () => ({ x: 0, width }), breakParagraph) * lineHeightOf(node);
  const inner = node.float?.width ?? width - (node._gapSize?.width ?? 0);
  const items = node.stack ?? node.ul ?? node.ol;
  if (!items) return node._height ?? 0;
  return items.reduce((sum, item) => {
    return (
      sum +
      (item.spaceAbove ?? 0) +
      measureHeight(item, inner, breakParagraph) +
      (item.spaceBelow ?? 0)
    );
  }, 0);
}

/**
 * Height in pt of what must stand together at the beginning of `items`: the headings, a float, and
 * the first two lines of text, or as many as cannot be parted from them.
 */
export function measureOpening(
  items: readonly FlowNode[],
  column: LineBox,
  breakParagraph: BreakParagraph,
): number {
  const opening = flatten(items, column);
  let y = 0;
  let lines = 0;
  let float: StandingFloat | undefined;
  for (const [index, { node, box }] of opening.entries()) {
    if (index > 0) y += node.spaceAbove ?? 0;
    if (node.float) {
      float = standDry(node, node.float, y, box, breakParagraph);
    } else if (node._inlines && !node.keepWithNext) {
      const height = lineHeightOf(node);
      const floats = float ? [float] : [];
      const top = y;
      const place = (line: number) => ({ top: top + line * height, height });
      const count = countLines(node, (line) => boxBeside(floats, place(line), box), breakParagraph);
      const kept = openingLines(count);
      lines += kept;
      y += kept * height;
      const next = opening[index + 1];
      if (kept === count && next?.node.keepWithPrevious) {
        y += measureHeight(next.node, next.box.width, breakParagraph);
      }
      if (lines >= 2) break;
    } else {
      y += measureHeight(node, box.width, breakParagraph) + (node.spaceBelow ?? 0);
    }
  }
  return Math.max(y, float?.bottom ?? 0);
}

function standDry(
  node: FlowNode,
  float: NonNullable<FlowNode['float']>,
  top: number,
  box: LineBox,
  breakParagraph: BreakParagraph,
): StandingFloat {
  const left = float.side === 'left' ? box.x : box.x + box.width - float.width;
  const bottom = top + measureHeight(node, float.width, breakParagraph);
  return { ...float, page: 0, left, right: left + float.width, top, bottom };
}

function countLines(
  node: FlowNode,
  boxOf: (line: number) => LineBox,
  breakParagraph: BreakParagraph,
): number {
  const lineHeight = lineHeightOf(node);
  const room = {
    lineHeight,
    height: Number.MAX_SAFE_INTEGER,
    pageHeight: Number.MAX_SAFE_INTEGER,
    indent: indentOf(node),
    boxOnThisPage: boxOf,
    boxOnNextPage: boxOf(0),
    justified: alignmentOf(node) === 'justify',
    balanced: false,
    pageIsEmpty: true,
    tail: 0,
  };
  return planParagraph(wordsOf(node), room, breakParagraph).lines.length;
}

/** Nodes in the order of reading, stacks and lists opened, each with its column. */
function flatten(items: readonly FlowNode[], box: LineBox): { node: FlowNode; box: LineBox }[] {
  return items.flatMap((node) => {
    // A float, and a picture across the text, is one block with its caption.
    const whole = node.float || (node.keepWithNext && node.stack);
    const inside = whole ? undefined : (node.stack ?? node.ul ?? node.ol);
    if (!inside) return [{ node, box }];
    const indent = node._gapSize?.width ?? 0;
    return flatten(inside, { x: box.x + indent, width: box.width - indent });
  });
}
