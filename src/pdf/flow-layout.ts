// Adds to pdfmake's layout what a bulletin's pages need and pdfmake 0.3 lacks:
// - text beside a float, over several paragraphs, full width below it;
// - paragraphs planned as a whole, so that no line stands alone at a page's head or foot;
// - a heading that stays with its float and two lines of text;
// - white space above and below that vanishes at a page's head and foot;
// - lines of one style as one run.
// It works by placing pdfmake's own lines and pictures through pdfmake's own writer.

import type { BreakParagraph } from './break-paragraph.ts';
import type { BulletinDocument } from './bulletin-document.ts';
import type { ComposeLine } from './compose-line.ts';
import type { ContentsLine } from './contents-line.ts';
import type { DocumentDefinition, Float, LineDrawing } from './definition.ts';
import {
  alignmentOf,
  type FlowLine,
  type FlowNode,
  indentOf,
  lineHeightOf,
  wordsOf,
} from './flow-node.ts';
import { drawingBefore } from './line-drawing.ts';
import { measureHeight, measureOpening } from './measure-flow.ts';
import { FlowMeasure, type TextTools } from './measure-text.ts';
import { LayoutBuilder, type SvgMeasure } from './pdfmake.ts';
import { type LineBox, type ParagraphRoom, planParagraph } from './plan-paragraph.ts';
import { boxBeside, ROUNDING, type StandingFloat } from './standing-float.ts';

/** What a flow is laid out with, beside its definition. */
export interface FlowTools extends TextTools {
  readonly breakParagraph: BreakParagraph;
  readonly composeLine: ComposeLine;
  readonly svgMeasure: SvgMeasure;
}

/** pdfmake's layout with floats, kept lines and headings, and contents lines. */
export class FlowLayout extends LayoutBuilder {
  /** Lines of the contents; their numbers are known when all pages are laid out. */
  readonly contentsLines: ContentsLine[] = [];
  readonly #breakParagraph: BreakParagraph;
  readonly #composeLine: ComposeLine;
  readonly #textTools: TextTools;
  #floats: StandingFloat[] = [];
  /** Height in pt of what must not be parted from the paragraph that is being placed. */
  #tail = 0;
  /** How deep the pen is in nodes with a place of their own, which know no page's end. */
  #detached = 0;

  constructor(definition: DocumentDefinition, tools: FlowTools) {
    const { breakParagraph, composeLine, svgMeasure, ...textTools } = tools;
    super(definition.pageSize, definition.pageMargins, svgMeasure);
    this.#breakParagraph = breakParagraph;
    this.#composeLine = composeLine;
    this.#textTools = textTools;
  }

  protected override tryLayoutDocument(
    content: unknown,
    document: BulletinDocument,
    styles: object,
    defaultStyle: object,
    ...rest: unknown[]
  ): unknown {
    const tools = { document, styles, defaultStyle, svgMeasure: this.svgMeasure };
    this.docMeasure = new FlowMeasure(tools, this.#textTools);
    return super.tryLayoutDocument(content, document, styles, defaultStyle, ...rest);
  }

  protected override processNode(node: FlowNode): void {
    if (node.spaceAbove && !this.#pageIsEmpty()) this.#moveDown(node.spaceAbove);
    if (node.absolutePosition) this.#detached++;
    super.processNode(node);
    if (node.absolutePosition) this.#detached--;
    if (node.spaceBelow) this.#moveDown(node.spaceBelow);
  }

  protected override processVerticalContainer(node: FlowNode): void {
    this.#freeDetached();
    if (node.float) this.#placeFloat(node, node.float);
    else if (node.contentsLine) this.#placeContentsLine(node, node.contentsLine);
    else this.#placeStack(node);
    if (node.clear) this.#clearFloats();
  }

  #placeStack(node: FlowNode): void {
    const items = node.stack ?? [];
    const saved = this.#tail;
    const outerTail = node.continues ? 0 : saved;
    for (const [index, item] of items.entries()) {
      if (opensKeptGroup(items, index)) this.#makeRoomFor(items.slice(index));
      const following = items.slice(index + 1);
      this.#tail = following.length === 0 ? outerTail : this.#heightOfTail(following);
      this.processNode(item);
      node.positions.push(...item.positions);
    }
    this.#tail = saved;
  }

  protected override processLeaf(node: FlowNode): void {
    this.#freeDetached();
    const plan = planParagraph(wordsOf(node), this.#roomFor(node), this.#breakParagraph);
    for (const [index, broken] of plan.lines.entries()) {
      if (plan.pageStarts.includes(index)) this.writer.moveToNextPage();
      const line = this.#composeLine(
        broken,
        plan.lines[index - 1],
        plan.lines[index + 1],
        alignmentOf(node),
      );
      line.node = node;
      line.opensNode = index === 0;
      line.setting = {
        index,
        count: plan.lines.length,
        spaces: line.spaces,
        hyphenated: broken.hyphenated,
      };
      node.positions.push(this.#addLine(line, broken.box));
      if (index === 0 && node.drawing) this.#placeDrawing(node.drawing, line);
    }
  }

  /** A place of its own may be in a margin, where pdfmake sees no room. */
  #freeDetached(): void {
    if (this.#detached > 0) this.writer.context().availableHeight = Number.MAX_SAFE_INTEGER;
  }

  #placeDrawing(drawing: LineDrawing, line: FlowLine): void {
    const page = this.writer.context().getCurrentPage();
    page.items.push(...drawingBefore(line, drawing));
  }

  /** pdfmake draws a list's markers as lines and shapes of their own; they remember their item. */
  protected override processList(ordered: boolean, node: FlowNode): void {
    const items = (ordered ? node.ol : node.ul) ?? [];
    for (const [index, item] of items.entries()) {
      item.continues = index < items.length - 1;
      const { listMarker } = item as { listMarker?: { _inlines?: object[]; canvas?: object[] } };
      for (const mark of listMarker?._inlines ?? listMarker?.canvas ?? []) {
        Object.assign(mark, { labelOf: item });
      }
    }
    super.processList(ordered, node);
  }

  #addLine(line: FlowLine, box: LineBox) {
    const context = this.writer.context();
    const { x, availableWidth } = context;
    // Listeners (pdfmake's list markers) find the pen where the line is.
    Object.assign(context, { x: box.x, availableWidth: box.width });
    const position = this.writer.addLine(line);
    Object.assign(context, { x, availableWidth });
    return position;
  }

  /** The room a paragraph has where the pen stands. */
  #roomFor(node: FlowNode): ParagraphRoom {
    const context = this.writer.context();
    const { x, y, availableWidth: width, availableHeight: height, pageMargins } = context;
    const { pageSize } = context.getCurrentPage();
    const floats = this.#floats.filter((float) => float.page === context.page);
    const lineHeight = lineHeightOf(node);
    return {
      lineHeight,
      height,
      pageHeight: pageSize.height - pageMargins.top - pageMargins.bottom,
      indent: indentOf(node),
      boxOnThisPage: (line) =>
        boxBeside(floats, { top: y + line * lineHeight, height: lineHeight }, { x, width }),
      boxOnNextPage: { x, width },
      justified: alignmentOf(node) === 'justify',
      balanced: alignmentOf(node) === 'center',
      pageIsEmpty: this.#pageIsEmpty(),
      tail: this.#tail,
    };
  }

  #placeContentsLine(node: FlowNode, entry: ContentsLine['entry']): void {
    const context = this.writer.context();
    const { x, availableWidth } = context;
    context.availableWidth = availableWidth - entry.numberWidth;
    for (const item of node.stack ?? []) this.processNode(item);
    context.availableWidth = availableWidth;
    const last = context.getCurrentPage().items.findLast((item) => item.type === 'line');
    if (last) this.contentsLines.push({ entry, line: last.item, right: x + availableWidth });
  }

  #placeFloat(node: FlowNode, float: Float): void {
    const context = this.writer.context();
    const { x, y, page, availableWidth, availableHeight } = context;
    const left = float.side === 'left' ? x : x + availableWidth - float.width;
    Object.assign(context, { x: left, availableWidth: float.width });
    for (const item of node.stack ?? []) this.processNode(item);
    const bottom = context.y;
    this.#floats.push({ ...float, page, left, right: left + float.width, top: y, bottom });
    Object.assign(context, { x, y, availableWidth, availableHeight });
  }

  /** Moves the pen below the floats of its page. */
  #clearFloats(): void {
    const { y, page } = this.writer.context();
    const here = this.#floats.filter((float) => float.page === page);
    this.#moveDown(Math.max(y, ...here.map((float) => float.bottom)) - y);
    this.#floats = [];
  }

  /** Moves the pen down, but not beyond the page's foot. */
  #moveDown(space: number): void {
    const context = this.writer.context();
    context.moveDown(Math.min(space, Math.max(0, context.availableHeight)));
  }

  #pageIsEmpty(): boolean {
    const { y, pageMargins } = this.writer.context();
    return y <= pageMargins.top + ROUNDING;
  }

  /**
   * Height in pt of what follows and must not open a page without two lines from above: what is
   * kept with it, also after a single line, for a page has three lines at the least.
   */
  #heightOfTail([next, last]: readonly FlowNode[]): number {
    if (next?.keepWithPrevious) return this.#heightWithSpace(next);
    if (!next?._inlines || !last?.keepWithPrevious) return 0;
    const height = this.#heightWithSpace(next);
    return height < lineHeightOf(next) * 1.5 ? height + this.#heightWithSpace(last) : 0;
  }

  #heightWithSpace(node: FlowNode): number {
    const { availableWidth } = this.writer.context();
    return (node.spaceAbove ?? 0) + measureHeight(node, availableWidth, this.#breakParagraph);
  }

  /** Goes to the next page when the headings at the start of `items` would part from their text. */
  #makeRoomFor(items: readonly FlowNode[]): void {
    if (this.#pageIsEmpty() || items[0]?.pageBreak) return;
    const { x, availableWidth: width, availableHeight } = this.writer.context();
    const space = items[0]?.spaceAbove ?? 0;
    const needed = space + measureOpening(items, { x, width }, this.#breakParagraph);
    if (needed > availableHeight + ROUNDING) this.writer.moveToNextPage();
  }
}

/** Whether a group of headings begins here: this one is kept with its next, the one before is not. */
function opensKeptGroup(items: readonly FlowNode[], index: number): boolean {
  return items[index]?.keepWithNext === true && items[index - 1]?.keepWithNext !== true;
}
