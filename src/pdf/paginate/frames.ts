// Frames: rectangles on the pages in which content is laid out as if each was a page of its own. What has
// been laid out is then moved to the frame's place.

import type { FlowLine, FlowNode } from '../measure/flow-node.ts';
import { DocumentContext, offsetVector, type PageItem, type Vector } from '../pdfmake/types.ts';
import { childrenOf } from './columns.ts';
import { ROUNDING } from './floats.ts';

const NO_MARGINS = { top: 0, right: 0, bottom: 0, left: 0 };

/** Height in pt of a frame for content that must not be divided. */
const UNLIMITED = 1e6;

/** Sizes of a sequence of frames, in pt. */
export interface FrameSizes {
  readonly width: number;
  /** Height of an empty frame; of the highest one if they differ. */
  readonly fullHeight: number;
  /** Returns the height of a frame, counted from 0. */
  heightOf(frame: number): number;
}

/** A drawing context whose pages are frames; positions are relative to their top left corners. */
export class FrameContext extends DocumentContext {
  readonly #sizes: FrameSizes;

  constructor(sizes: FrameSizes) {
    super();
    this.#sizes = sizes;
    this.addPage({ width: sizes.width, height: sizes.heightOf(0) }, NO_MARGINS);
  }

  /** Returns a context with a single frame that is never full. */
  static unlimited(width: number): FrameContext {
    return new FrameContext({ width, fullHeight: UNLIMITED, heightOf: () => UNLIMITED });
  }

  get fullHeight(): number {
    return this.#sizes.fullHeight;
  }

  /** Returns the height in pt of a frame, counted from 0. */
  heightOf(frame: number): number {
    return this.#sizes.heightOf(frame);
  }

  /** Starts the current frame again, which must be empty, after its height has changed. */
  restartFrame(): void {
    const { availableWidth } = this;
    Object.assign(this.getCurrentPage().pageSize, { height: this.heightOf(this.page) });
    this.initializePage();
    this.availableWidth = availableWidth;
  }

  override moveToNextPage() {
    const { page: prevPage, y: prevY, availableWidth } = this;
    const height = this.heightOf(prevPage + 1);
    this.addPage({ width: this.#sizes.width, height }, null);
    // Adding a page resets the width, but the indents of lists and margins apply to the next one, too.
    this.availableWidth = availableWidth;
    return { newPageCreated: true, prevPage, prevY, y: this.y };
  }
}

/** Moves items of a page by `x` and `y` pt. */
export function moveItems(items: readonly PageItem[], x: number, y: number): void {
  for (const { type, item } of items) {
    if (type === 'vector') offsetVector(item as unknown as Vector, x, y);
    else Object.assign(item, { x: item.x + x, y: item.y + y });
  }
}

/** Returns the lower edge of the lowest item in pt; 0 without items. */
export function bottomOf(items: readonly PageItem[]): number {
  return items.reduce((bottom, item) => Math.max(bottom, extentOf(item).bottom), 0);
}

/** Vertical extent of an item on its page, in pt. */
interface Extent {
  readonly top: number;
  readonly bottom: number;
}

function extentOf({ type, item }: PageItem): Extent {
  if (type === 'vector') return extentOfVector(item as unknown as Vector);
  const height = type === 'line' ? heightOfLine(item) : (item._height ?? 0);
  return { top: item.y, bottom: item.y + height };
}

/** Returns the height of a line in pt; that of a list item's number ends at its baseline. */
function heightOfLine(line: FlowLine): number {
  const isLabel = line.inlines[0]?.labelOf !== undefined;
  return isLabel ? line.getAscenderHeight() : line.getHeight();
}

function extentOfVector(vector: Vector): Extent {
  const { type, x: _, y = 0, y1 = 0, y2 = 0, h = 0, r2 = 0, points = [] } = vector;
  if (type === 'rect') return { top: y, bottom: y + h };
  if (type === 'ellipse') return { top: y - r2, bottom: y + r2 };
  const heights = type === 'line' ? [y1, y2] : points.map((point) => point.y);
  return { top: Math.min(...heights), bottom: Math.max(...heights) };
}

/** Items divided into those that fit into a place and the others. */
export interface DividedItems {
  readonly head: readonly PageItem[];
  /** Lower edge of the first items in pt. */
  readonly bottom: number;
  readonly tail: readonly PageItem[];
  /** Upper edge of the other items in pt. */
  readonly top: number;
}

/** Content that was laid out in a frame of its own and has no place on a page yet; lengths in pt. */
export interface LaidOutBlock {
  readonly items: readonly PageItem[];
  /** Height up to the lower edge of the lowest item. */
  readonly height: number;
  /** White space below that. */
  readonly spaceBelow: number;
}

/**
 * Divides items that begin at `top` between lines and pictures, so that the first ones end at `limit` or
 * above, in pt. Grounds and vertical rules are cut. An item higher than that is not kept out.
 */
export function divideItems(items: readonly PageItem[], top: number, limit: number): DividedItems {
  const placed = items.map((item) => ({
    item,
    extent: extentOf(item),
    cuttable: isCuttable(item),
  }));
  const isInHead = ({ extent }: { extent: Extent }) =>
    extent.bottom <= limit + ROUNDING || extent.top <= top + ROUNDING;
  const solid = placed.filter(({ cuttable }) => !cuttable);
  const later = solid.filter((item) => !isInHead(item));
  const at = Math.min(limit, ...later.map(({ extent }) => extent.top));
  const ends = solid.filter(isInHead).map(({ extent }) => extent.bottom);
  const bottom = Math.max(at, ...ends);
  const parts = placed.flatMap(({ item, extent, cuttable }) => {
    if (!cuttable) return [{ item, inHead: isInHead({ extent }) }];
    if (extent.bottom <= bottom) return [{ item, inHead: true }];
    if (extent.top >= at) return [{ item, inHead: false }];
    return [
      { item: cutShape(item, extent.top, bottom), inHead: true },
      { item: cutShape(item, at, extent.bottom), inHead: false },
    ];
  });
  return {
    head: parts.filter(({ inHead }) => inHead).map(({ item }) => item),
    bottom,
    tail: parts.filter(({ inHead }) => !inHead).map(({ item }) => item),
    top: at,
  };
}

/** Whether an item is a ground or a vertical rule. */
function isCuttable({ type, item }: PageItem): boolean {
  const vector = item as unknown as Vector;
  if (type !== 'vector') return false;
  return vector.type === 'rect' || (vector.type === 'line' && vector.x1 === vector.x2);
}

/** Returns the part of a ground or a vertical rule between two heights. */
function cutShape({ type, item }: PageItem, top: number, bottom: number): PageItem {
  const place = (item as unknown as Vector).type === 'rect' ? { y: top, h: bottom - top } : {};
  const ends = (item as unknown as Vector).type === 'line' ? { y1: top, y2: bottom } : {};
  return { type, item: Object.assign({}, item, place, ends) };
}

/**
 * Returns a function that restores the shapes in these nodes. pdfmake moves a shape each time that it is
 * placed, so that nodes which are laid out again would have shapes in wrong places.
 */
export function rememberShapes(nodes: readonly FlowNode[]): () => void {
  const shapes = nodes.flatMap(collectShapes).map((shape) => {
    const { x, y, x1, y1, x2, y2, points } = shape;
    return {
      shape,
      place: { x, y, x1, y1, x2, y2 },
      points: points?.map((point) => ({ ...point })),
    };
  });
  return () => {
    for (const { shape, place, points } of shapes) {
      Object.assign(shape, place);
      for (const [index, point] of (shape.points ?? []).entries()) {
        Object.assign(point, points?.[index]);
      }
    }
  };
}

function collectShapes(node: FlowNode): Vector[] {
  const { canvas = [], listMarker } = node as {
    canvas?: Vector[];
    listMarker?: { canvas?: Vector[] };
  };
  const inside = (childrenOf(node) ?? []).flatMap(collectShapes);
  return [...canvas, ...(listMarker?.canvas ?? []), ...inside];
}
