// Estimates heights of nodes without placing them.
import type { BreakParagraph } from '../linebreak/break-paragraph.ts';
import {
  alignmentOf,
  type FlowNode,
  indentOf,
  lineHeightOf,
  wordsOf,
} from '../measure/flow-node.ts';
import {
  type ColumnNode,
  childrenOf,
  columnOf,
  flatten,
  isBlock,
  sideWidths,
  staysWhole,
} from './columns.ts';
import { lineBoxBeside, type PlacedFloat } from './floats.ts';
import { fitGrid } from './grid-columns.ts';
import { countOpeningLines, type LineBox, paginateParagraph } from './paginate-paragraph.ts';

/** Returns the height in pt of a node without its margins and white space; `width` is its inner width. */
export function estimateHeight(
  node: FlowNode,
  width: number,
  breakParagraph: BreakParagraph,
): number {
  if (node._inlines)
    return Math.max(
      countLines(node, () => ({ x: 0, width }), breakParagraph) * lineHeightOf(node),
      node.numeralHeight ?? 0,
    );
  const items = childrenOf(node);
  if (!items) return node._height ?? Number(node._minHeight ?? 0);
  if (node.grid) fitGrid(node, width);
  // A block that stays whole has no white space above and below its content, except its padding.
  const isWhole = staysWhole(node) && node.numeralHeight === undefined;
  const heightIn = (item: FlowNode, column: number, isFirst: boolean, isLast: boolean) => {
    const { box, above, below } = columnOf(item, { x: 0, width: column });
    const height = estimateHeight(item, box.width, breakParagraph);
    // pdfmake's margin is kept above the first node.
    const head = isFirst && isWhole ? (item._margin?.[1] ?? 0) : above;
    return head + height + (isLast && isWhole ? 0 : below);
  };
  const [left, top, right, bottom] = node.box?.padding ?? [0, 0, 0, 0];
  const inner = (node.float?.width ?? width) - left - right;
  if (node.sideBySide) {
    const widths = sideWidths(node.sideBySide, items.length, inner);
    const heights = items.map((item, index) => heightIn(item, widths[index] ?? 0, true, true));
    return top + Math.max(0, ...heights) + bottom;
  }
  const height = items.reduce((sum, item, index) => {
    return sum + heightIn(item, inner, index === 0, index === items.length - 1);
  }, 0);
  return Math.max(top + height + bottom, node.numeralHeight ?? 0);
}

/**
 * Returns the height in pt of the beginning of `items` that must stay on one page, with the white space
 * above it: headings, a float, and the first two lines of text or all lines that are kept together with
 * them. A block that exceeds a page of `pageHeight` pt is replaced by its children.
 */
export function estimateOpeningHeight(
  items: readonly FlowNode[],
  column: LineBox,
  pageHeight: number,
  breakParagraph: BreakParagraph,
): number {
  const opening = flatten(items, column);
  let y = 0;
  let lines = 0;
  let float: PlacedFloat | undefined;
  for (let index = 0; index < opening.length && lines < 2; index++) {
    const { node, box, above, below } = opening[index] as ColumnNode;
    // If it does not fit here, it moves on and the text takes its place.
    if (node.columnFloat) continue;
    y += above;
    if (float && (node.belowFloats || staysWhole(node))) {
      y = Math.max(y, float.bottom + (node.belowFloats ? float.below : 0));
      float = undefined;
    }
    if (staysWhole(node) && !node.keepWithNext)
      return y + estimateHeight(node, box.width, breakParagraph);
    if (node._inlines && !node.keepWithNext) {
      const floats = float ? [float] : [];
      const count = countLinesAt({ node, box }, y, floats, breakParagraph);
      const kept = countOpeningLines(count);
      lines += kept;
      y += kept * lineHeightOf(node);
      if (kept === count)
        y += estimateTailHeight(
          node.keepWithPrevious
            ? keptFrom(opening, index + 1, breakParagraph)
            : findKeptTail(opening, index, breakParagraph),
          y,
          floats,
          breakParagraph,
        );
      continue;
    }
    const height = estimateHeight(node, box.width, breakParagraph);
    if (isBlock(node) && y + height > pageHeight) {
      opening.splice(index + 1, 0, ...flatten(node.stack ?? [], box));
    } else if (node.float) {
      float = estimateFloat(node.float, { y, height, box });
    } else {
      y += height + below;
    }
  }
  return Math.max(y, float?.bottom ?? 0);
}

/**
 * Most lines of several nodes that are kept with the text above them. It is a fifth of a page; more would
 * leave large gaps at the feet of pages.
 */
const MAX_KEPT_LINES = 10;

/**
 * Returns the nodes that must have two lines of the text at `index` above them on their page: nodes
 * that are kept with it, also if one line stands between, because a page has at least three lines.
 */
export function findKeptTail(
  leaves: readonly ColumnNode[],
  index: number,
  breakParagraph: BreakParagraph,
): readonly ColumnNode[] {
  const [text, next, last] = leaves.slice(index, index + 3);
  if (!next || !text?.node._inlines || text.node.keepWithNext || text.node.keepWithPrevious)
    return [];
  if (next.node.keepWithPrevious) return keptFrom(leaves, index + 1, breakParagraph);
  if (!last?.node.keepWithPrevious || !next.node._inlines) return [];
  return countLines(next.node, () => next.box, breakParagraph) === 1
    ? [next, ...keptFrom(leaves, index + 2, breakParagraph)]
    : [];
}

/** Returns the nodes from `index` on that are kept with what is above them: the first one, or several short ones. */
function keptFrom(
  leaves: readonly ColumnNode[],
  index: number,
  breakParagraph: BreakParagraph,
): readonly ColumnNode[] {
  const kept: ColumnNode[] = [];
  let lines = 0;
  for (const leaf of leaves.slice(index)) {
    if (!leaf.node.keepWithPrevious) break;
    lines += countLines(leaf.node, () => leaf.box, breakParagraph);
    if (kept.length > 0 && lines > MAX_KEPT_LINES) break;
    kept.push(leaf);
  }
  return kept;
}

/** Returns the height in pt of a kept tail that begins at `top` on a page with these floats. */
export function estimateTailHeight(
  tail: readonly ColumnNode[],
  top: number,
  floats: readonly PlacedFloat[],
  breakParagraph: BreakParagraph,
): number {
  let y = top;
  let below = 0;
  for (const place of tail) {
    y += below + place.above;
    y += countLinesAt(place, y, floats, breakParagraph) * lineHeightOf(place.node);
    below = place.below;
  }
  return y - top;
}

function estimateFloat(
  float: NonNullable<FlowNode['float']>,
  { y, height, box }: { y: number; height: number; box: LineBox },
): PlacedFloat {
  const left = float.side === 'left' ? box.x : box.x + box.width - float.width;
  return { ...float, page: 0, left, right: left + float.width, top: y, bottom: y + height };
}

/** Counts the lines of a text whose first line is at `top`. */
function countLinesAt(
  { node, box }: Pick<ColumnNode, 'node' | 'box'>,
  top: number,
  floats: readonly PlacedFloat[],
  breakParagraph: BreakParagraph,
): number {
  const height = lineHeightOf(node);
  const boxOf = (line: number) => lineBoxBeside(floats, { top: top + line * height, height }, box);
  return countLines(node, boxOf, breakParagraph);
}

function countLines(
  node: FlowNode,
  boxOf: (line: number) => LineBox,
  breakParagraph: BreakParagraph,
): number {
  const space = {
    lineHeight: lineHeightOf(node),
    height: Number.MAX_SAFE_INTEGER,
    pageHeight: Number.MAX_SAFE_INTEGER,
    indent: (ratio: number) => indentOf(node, ratio),
    boxOnThisPage: boxOf,
    boxOnNextPage: boxOf(0),
    justified: alignmentOf(node) === 'justify',
    balanced: false,
    pageIsEmpty: true,
    tailHeightOnThisPage: () => 0,
    tailHeightOnNextPage: 0,
  };
  return paginateParagraph(wordsOf(node), space, breakParagraph).lines.length;
}
