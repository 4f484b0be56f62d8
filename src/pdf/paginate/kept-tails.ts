import type { BreakParagraph } from '../linebreak/break-paragraph.ts';
import type { FlowNode } from '../measure/flow-node.ts';
import { type ColumnNode, flatten } from './columns.ts';
import { findKeptTail } from './estimate-heights.ts';
import type { LineBox } from './paginate-paragraph.ts';

/** The nodes that must stay with the last lines of each text, such as its source. */
export class KeptTails {
  readonly #tails = new Map<FlowNode, readonly ColumnNode[]>();
  readonly #breakParagraph: BreakParagraph;
  /** Whether the tails of a stack around the current one are known. */
  #isInside = false;

  constructor(breakParagraph: BreakParagraph) {
    this.#breakParagraph = breakParagraph;
  }

  /** Returns the nodes that must stay with the last lines of a text. */
  of(text: FlowNode): readonly ColumnNode[] {
    return this.#tails.get(text) ?? [];
  }

  /**
   * Finds the tails in a stack, then calls `place`. In a stack inside another one they are those that the
   * outer one has, because they can reach beyond the end of the inner one.
   */
  placeStack(items: readonly FlowNode[], column: LineBox, place: () => void): void {
    const isNeeded = !this.#isInside && items.some(({ keepWithPrevious }) => keepWithPrevious);
    if (!isNeeded) {
      place();
      return;
    }
    const leaves = flatten(items, column);
    for (const [index, { node }] of leaves.entries()) {
      this.#tails.set(node, findKeptTail(leaves, index, this.#breakParagraph));
    }
    this.#setInside(true, place);
  }

  /** Calls `place` for a block, whose tails do not reach beyond its end. */
  placeBlock(place: () => void): void {
    this.#setInside(false, place);
  }

  #setInside(isInside: boolean, place: () => void): void {
    const outer = this.#isInside;
    this.#isInside = isInside;
    place();
    this.#isInside = outer;
  }
}
