// Adds to pdfmake's renderer: runs instead of words, destinations and bookmarks that lead to the
// heading itself, links without pdfmake's empty page action.
import { drawRun } from './draw-run.ts';
import type { FlowLine, FlowNode } from './flow-node.ts';
import { type Inline, type LineItem, type OutlineItem, Renderer } from './pdfmake.ts';

/** White space in pt that a viewer shows above a heading it has jumped to. */
const VIEW_ABOVE = 12;

/** pdfmake's renderer for pages that FlowLayout made. */
export class FlowRenderer extends Renderer {
  /** The open bookmarks, one for each level. */
  readonly #bookmarks: OutlineItem[] = [];

  protected override renderLine(line: LineItem, x: number, y: number): void {
    const { node, opensNode } = line as FlowLine;
    if (node && opensNode) this.#mark(node, y);
    const baseline = y + line.getAscenderHeight();
    for (const run of line.inlines) {
      if (run.text === '') continue;
      drawRun(this.pdfDocument, run, x + run.x, baseline);
      this.#decorate(run, x + run.x, baseline);
      this.#link(run, x + run.x, y, line.getHeight());
    }
  }

  /** Makes the top of a node a place that links and bookmarks lead to. */
  #mark(node: FlowNode, y: number): void {
    const document = this.pdfDocument;
    const top = Math.max(0, y - VIEW_ABOVE);
    if (node.id) document.addNamedDestination(node.id, 'XYZ', 0, top, null);
    if (!node.bookmark) return;
    const { level, title } = node.bookmark;
    const parent = this.#bookmarks[level - 1] ?? document.outline;
    const item = parent.addItem(title, { expanded: level === 1 });
    // pdfkit measures a bookmark's place from the page's top right corner; this is its left one.
    item.outlineData.Dest = [document.page.dictionary, 'XYZ', 0, document.page.height - top, null];
    this.#bookmarks.length = level;
    this.#bookmarks[level] = item;
  }

  #decorate(run: Inline, x: number, baseline: number): void {
    if (run.decoration !== 'underline') return;
    const y = baseline + run.fontSize * 0.11;
    this.pdfDocument
      .lineWidth(run.fontSize * 0.05)
      .strokeColor(run.color)
      .moveTo(x, y)
      .lineTo(x + run.width, y)
      .stroke();
  }

  #link(run: Inline, x: number, y: number, height: number): void {
    if (run.link) this.pdfDocument.link(x, y, run.width, height, run.link);
    if (run.linkToDestination) {
      this.pdfDocument.goTo(x, y, run.width, height, run.linkToDestination);
    }
  }
}
