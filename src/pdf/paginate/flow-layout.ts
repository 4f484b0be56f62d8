// Extends pdfmake's layout with features that pdfmake 0.3 lacks:
// - text that flows around a float, over several paragraphs;
// - paragraphs without widows and orphans;
// - headings that stay with their float and two lines of text;
// - white space between nodes that is dropped at a page's head and foot;
// - words of one style in one run.
// Lines and pictures are placed through pdfmake's own writer.

import type { DocumentDefinition, Float, LineDrawing } from '../definition.ts';
import type { BreakParagraph } from '../linebreak/break-paragraph.ts';
import {
  alignmentOf,
  type FlowLine,
  type FlowNode,
  indentOf,
  lineHeightOf,
  wordsOf,
} from '../measure/flow-node.ts';
import { FlowMeasure, type TextTools } from '../measure/measure-text.ts';
import type { Context, PageItem, SvgMeasure } from '../pdfmake/types.ts';
import type { TaggedPdfDocument } from '../write/tagged-document.ts';
import { flatten, startsKeptGroup } from './columns.ts';
import type { ComposeLine } from './compose-line.ts';
import { estimateHeight, estimateOpeningHeight, estimateTailHeight } from './estimate-heights.ts';
import { footOf, lineBoxBeside, type PlacedFloat, ROUNDING } from './floats.ts';
import { KeptTails } from './kept-tails.ts';
import { type ContentsLine, drawingBefore, labelMarkers } from './line-additions.ts';
import { PageLayout } from './page-layout.ts';
import { type LineBox, type LineSpace, paginateParagraph } from './paginate-paragraph.ts';

/** Functions and caches that a layout uses. */
export interface FlowTools extends TextTools {
  readonly breakParagraph: BreakParagraph;
  readonly composeLine: ComposeLine;
  readonly svgMeasure: SvgMeasure;
}

/** pdfmake's layout with floats, widow and orphan control, kept headings, and contents lines. */
export class FlowLayout extends PageLayout {
  /** Lines of the contents; their page numbers are known when all pages are laid out. */
  readonly contentsLines: ContentsLine[] = [];
  protected readonly breakParagraph: BreakParagraph;
  readonly #composeLine: ComposeLine;
  readonly #textTools: TextTools;
  #floats: PlacedFloat[] = [];
  /** Items of lists that are not nested. */
  readonly #topLevelItems = new WeakSet<FlowNode>();
  #listDepth = 0;
  readonly #keptTails: KeptTails;
  /** Whether the last placed text was a heading. */
  protected afterHeading = false;
  /** Nesting depth of absolutely positioned nodes; pages never overflow inside them. */
  #absoluteDepth = 0;

  constructor(definition: DocumentDefinition, tools: FlowTools) {
    const { breakParagraph, composeLine, svgMeasure, ...textTools } = tools;
    super(definition.pageSize, definition.pageMargins, svgMeasure);
    this.breakParagraph = breakParagraph;
    this.#keptTails = new KeptTails(breakParagraph);
    this.#composeLine = composeLine;
    this.#textTools = textTools;
  }

  protected override tryLayoutDocument(
    content: unknown,
    document: TaggedPdfDocument,
    styles: object,
    defaultStyle: object,
    ...rest: unknown[]
  ): unknown {
    const tools = { document, styles, defaultStyle, svgMeasure: this.svgMeasure };
    this.docMeasure = new FlowMeasure(tools, this.#textTools);
    return super.tryLayoutDocument(content, document, styles, defaultStyle, ...rest);
  }

  protected override processNode(node: FlowNode): void {
    if (node.spaceAbove && !this.pageIsEmpty()) this.moveDown(node.spaceAbove);
    if (node.absolutePosition) this.#absoluteDepth++;
    if (this.#topLevelItems.has(node)) this.#placeListItem(node);
    else super.processNode(node);
    if (node.absolutePosition) this.#absoluteDepth--;
    if (node.spaceBelow) this.moveDown(node.spaceBelow);
  }

  protected override processVerticalContainer(node: FlowNode): void {
    this.#unlimitAbsoluteHeight();
    if (node.float) this.#placeFloat(node, node.float);
    else if (node.contentsLine) this.#placeContentsLine(node, node.contentsLine);
    else this.placeStack(node);
    if (node.clear) this.clearFloats();
  }

  /** Places the children of a stack one below the other. */
  protected placeStack(node: FlowNode): void {
    const items: readonly FlowNode[] = node.stack ?? [];
    const { x, availableWidth: width } = this.writer.context();
    this.#keptTails.placeStack(items, { x, width }, () => {
      for (const [index, item] of items.entries()) {
        if (item.belowFloats) this.moveBelowFloats(item.spaceAbove);
        if (startsKeptGroup(items, index)) this.#breakBeforeKeptGroup(items.slice(index));
        this.placeChild(item, items.slice(index + 1));
        node.positions.push(...item.positions);
      }
    });
  }

  /** Places a child of a stack; `following` are the children after it. */
  protected placeChild(node: FlowNode, _following: readonly FlowNode[]): void {
    this.processNode(node);
  }

  protected override processLeaf(node: FlowNode): void {
    this.#unlimitAbsoluteHeight();
    const plan = paginateParagraph(wordsOf(node), this.#lineSpaceFor(node), this.breakParagraph);
    for (const [index, broken] of plan.lines.entries()) {
      for (const start of plan.pageStarts) if (start === index) this.writer.moveToNextPage();
      const line = this.#composeLine(plan.lines, index, alignmentOf(node));
      line.node = node;
      line.opensNode = index === 0;
      node.positions.push(this.#addLine(line, broken.box));
      if (index === 0 && node.drawing) this.#placeDrawing(node.drawing, line);
    }
    this.afterHeading = node.keepWithNext === true;
  }

  /** Lifts the height limit: pdfmake sees no free height for a node positioned in a margin. */
  #unlimitAbsoluteHeight(): void {
    if (this.#absoluteDepth > 0) this.writer.context().availableHeight = Number.MAX_SAFE_INTEGER;
  }

  #placeDrawing(drawing: LineDrawing, line: FlowLine): void {
    const page = this.writer.context().getCurrentPage();
    page.items.push(...drawingBefore(line, drawing));
  }

  protected override processList(ordered: boolean, node: FlowNode): void {
    const items = (ordered ? node.ol : node.ul) ?? [];
    labelMarkers(items);
    if (this.#listDepth === 0) for (const item of items) this.#topLevelItems.add(item);
    const context = this.writer.context();
    const { x, availableWidth } = context;
    const outdent = node.flush ? (node._gapSize?.width ?? 0) : 0;
    Object.assign(context, { x: x - outdent, availableWidth: availableWidth + outdent });
    this.#listDepth++;
    super.processList(ordered, node);
    this.#listDepth--;
    Object.assign(context, { x, availableWidth });
  }

  /**
   * Places a list item entirely beside a float or entirely below it. An item that is higher than the
   * float keeps the narrow column to its end.
   */
  #placeListItem(node: FlowNode): void {
    const { x, y, page, availableWidth: width } = this.writer.context();
    const height = lineHeightOf(flatten([node], { x, width }).at(-1)?.node ?? node);
    const float = this.#floats.find((other) => other.page === page && y < footOf(other));
    if (!float) {
      super.processNode(node);
      return;
    }
    const column = lineBoxBeside([float], { top: y, height }, { x, width });
    const bottom = y + estimateHeight(node, column.width, this.breakParagraph);
    if (bottom - height < footOf(float)) super.processNode(node);
    else if (bottom - y <= footOf(float) - float.top) {
      this.moveDown(footOf(float) - y);
      super.processNode(node);
    } else {
      const floats = this.#floats;
      this.#floats = floats.map((other) => (other === float ? { ...other, bottom } : other));
      super.processNode(node);
      this.#floats = floats;
    }
  }

  #addLine(line: FlowLine, box: LineBox) {
    const context = this.writer.context();
    const { x, availableWidth } = context;
    const missing = line.getHeight() - context.availableHeight;
    // A line that was planned here stays here, whatever the rounding errors in sums of heights.
    if (missing > 0 && missing < ROUNDING) context.availableHeight += missing;
    // Listeners, such as pdfmake's list markers, read the position of the line from the context.
    Object.assign(context, { x: box.x, availableWidth: box.width });
    const position = this.writer.addLine(line);
    Object.assign(context, { x, availableWidth });
    if (!position) throw new Error(`A line is higher than its page: ${line.inlines[0]?.text}`);
    // pdfmake adds a list marker after its line. The marker is moved before it to be copied first.
    const { items } = context.getCurrentPage();
    const at = items.findLastIndex(({ item }) => item === line);
    for (const { item } of items.slice(at + 1)) this.placeMarker(item, line);
    items.push(...items.splice(at, 1));
    return position;
  }

  /** Adjusts the number or bullet of a list item, which pdfmake has placed beside the item's first line. */
  protected placeMarker(_marker: PageItem['item'], _line: FlowLine): void {}

  /** Returns the space for a paragraph at the current position. */
  #lineSpaceFor(node: FlowNode): LineSpace {
    const context = this.writer.context();
    const { x, y, availableWidth: width, availableHeight: height } = context;
    const floats = this.#floats.filter((float) => float.page === context.page);
    const lineHeight = lineHeightOf(node);
    const tail = this.#keptTails.of(node);
    return {
      lineHeight,
      height,
      pageHeight: this.pageHeight(),
      heightOfPage: (n) => this.heightOfPage(n),
      indent: (ratio) => indentOf(node, ratio),
      boxOnThisPage: (line) =>
        lineBoxBeside(floats, { top: y + line * lineHeight, height: lineHeight }, { x, width }),
      boxOnNextPage: { x, width },
      justified: alignmentOf(node) === 'justify',
      balanced: alignmentOf(node) === 'center',
      pageIsEmpty: this.pageIsUnused(),
      tailHeightOnThisPage: (lines) =>
        estimateTailHeight(tail, y + lines * lineHeight, floats, this.breakParagraph),
      tailHeightOnNextPage: estimateTailHeight(tail, 0, [], this.breakParagraph),
    };
  }

  #placeContentsLine(node: FlowNode, entry: ContentsLine['entry']): void {
    const context = this.writer.context();
    const { x, availableWidth } = context;
    context.availableWidth = availableWidth - entry.numberWidth;
    for (const item of node.stack ?? []) this.processNode(item);
    context.availableWidth = availableWidth;
    const last = context.getCurrentPage().items.findLast((item) => item.type === 'line');
    if (last)
      this.contentsLines.push({ entry, line: last.item, width: x + availableWidth - last.item.x });
  }

  #placeFloat(node: FlowNode, float: Float): void {
    const context = this.writer.context();
    const { x, y, page, availableWidth, availableHeight } = context;
    if (estimateHeight(node, float.width, this.breakParagraph) > availableHeight + ROUNDING) {
      // It does not fit on the page as a block, so its picture and its caption are placed separately.
      this.placeStack(node);
      this.moveDown(float.below);
      return;
    }
    const left = float.side === 'left' ? x : x + availableWidth - float.width;
    Object.assign(context, { x: left, availableWidth: float.width });
    for (const item of node.stack ?? []) this.processNode(item);
    const bottom = context.y;
    this.#floats.push({ ...float, page, left, right: left + float.width, top: y, bottom });
    Object.assign(context, { x, y, availableWidth, availableHeight });
  }

  /** Moves the current position below the floats of its page. */
  protected clearFloats(): void {
    this.#moveBelow(({ bottom }) => bottom, 0);
  }

  /** Moves below the floats of the page and their white space, of which `above` pt follow anyway. */
  protected moveBelowFloats(above = 0): void {
    this.#moveBelow(footOf, above);
  }

  #moveBelow(edgeOf: (float: PlacedFloat) => number, above: number): void {
    const { y, page } = this.writer.context();
    const here = this.#floats.filter((float) => float.page === page);
    this.moveDown(Math.max(y, ...here.map((float) => edgeOf(float) - above)) - y);
    this.#floats = [];
  }

  /**
   * Starts a new page if the headings at the start of `items` would be separated from their text. Not
   * directly after another heading, which would stay behind alone.
   */
  #breakBeforeKeptGroup(items: readonly FlowNode[]): void {
    if (this.pageIsUnused() || this.afterHeading || items[0]?.pageBreak) return;
    const { x, availableWidth: width } = this.writer.context();
    const column = { x, width };
    const needed = estimateOpeningHeight(items, column, this.pageHeight(), this.breakParagraph);
    this.makeRoom(needed, flatten(items.slice(0, 1), column)[0]?.above);
  }

  /** Calls `place` with another context, whose floats are its own. */
  protected placeIn(context: Context, place: () => void): void {
    const floats = this.#floats;
    this.#floats = [];
    this.writer.pushContext(context);
    this.#keptTails.placeBlock(place);
    this.writer.popContext();
    this.#floats = floats;
  }
}
