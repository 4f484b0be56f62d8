// Extends pdfmake's renderer: draws runs instead of words, links content to the structure tree, sets
// destinations and bookmarks at the heading itself, and gives links a description for screen readers.

import type { DocumentDefinition } from '../definition.ts';
import type { FlowLine, FlowNode } from '../measure/flow-node.ts';
import type { PlacedRun, WordPart } from '../measure/styles.ts';
import type { StructureElement } from '../pdfmake/types.ts';
import {
  type LineItem,
  type MeasuredNode,
  type OutlineItem,
  type Page,
  Renderer,
} from '../pdfmake/types.ts';
import type { Structure } from '../tag/structure.ts';
import type { TaggedPdfDocument } from '../write/tagged-document.ts';
import { type DrawnRunCache, drawCachedRun } from './draw-run.ts';

/** A drawing or a picture with its position on the page, in pt. */
type PlacedNode = MeasuredNode & { x: number; y: number };

/** The parts of a document's definition that the renderer needs. */
type RenderStyle = Pick<DocumentDefinition, 'language' | 'underline' | 'viewAbove'>;

/** A link that is being drawn, from its first run on a page to its last. */
interface OpenLink {
  readonly target: string;
  readonly owner: StructureElement;
  readonly element: StructureElement;
}

/** Renders the pages that FlowLayout builds. */
export class PageRenderer extends Renderer {
  declare protected readonly pdfDocument: TaggedPdfDocument;
  readonly #structure: Structure;
  readonly #style: RenderStyle;
  readonly #drawnRuns: DrawnRunCache;
  /** The open bookmarks, one for each level. */
  readonly #bookmarks: OutlineItem[] = [];
  /** The element that content drawn now belongs to. */
  #owner: StructureElement | 'artifact' | undefined;
  #openLink: OpenLink | undefined;
  /** The element of the word that continues on the next line. */
  #openWord: StructureElement | undefined;

  constructor(
    document: TaggedPdfDocument,
    structure: Structure,
    style: RenderStyle,
    drawnRuns: DrawnRunCache,
  ) {
    super(document);
    this.#structure = structure;
    this.#style = style;
    this.#drawnRuns = drawnRuns;
  }

  override renderPages(pages: Page[]): void {
    for (const page of pages) {
      super.renderPages([page]);
      this.#setOwner(undefined);
    }
    this.#structure.end();
  }

  protected override renderLine(line: LineItem, x: number, y: number): void {
    const { node, opensNode, inlines } = line as FlowLine;
    const element = node && this.#structure.elementOf(node);
    if (node && opensNode) this.#addDestinations(node, y);
    const baseline = y + line.getAscenderHeight();
    for (const run of inlines) {
      if (run.text === '') continue;
      const owner = run.isArtifact ? undefined : (this.#labelOf(run) ?? element);
      this.#setRunOwner(owner, run);
      const position = { x: x + run.x, baseline, language: this.#style.language };
      drawCachedRun(this.pdfDocument, run, position, this.#drawnRuns);
      this.#underline(run, x + run.x, baseline);
      this.#annotateLink(run, { x: x + run.x, y, height: line.getHeight() });
    }
  }

  protected override renderImage(image: PlacedNode): void {
    this.#beginFigure(image);
    super.renderImage(image);
  }

  protected override renderSVG(svg: PlacedNode): void {
    this.#beginFigure(svg);
    const { x, y, _width, _height } = svg;
    const key = JSON.stringify([svg.svg, x, y, _width, _height]);
    this.pdfDocument.drawCached(key, () => super.renderSVG(svg));
  }

  protected override renderVector(vector: MeasuredNode): void {
    this.#setOwner(this.#labelOf(vector) ?? 'artifact');
    super.renderVector(vector);
  }

  /** Returns the element of a list item's number or bullet. */
  #labelOf({ labelOf }: { labelOf?: unknown }): StructureElement | undefined {
    return labelOf === undefined ? undefined : this.#structure.labelOf(labelOf as FlowNode);
  }

  /**
   * Marks the content drawn from here on as part of an element, or as an artifact. `link` is the
   * enclosing link element, if any.
   */
  #setOwner(owner: StructureElement | 'artifact' | undefined, link?: StructureElement): void {
    if (owner === this.#owner) return;
    if (this.#owner !== undefined) this.pdfDocument.endMarkedContent();
    if (this.#openLink && link !== this.#openLink.element) this.#closeLink();
    this.#owner = owner;
    if (owner === 'artifact') this.pdfDocument.markContent('Artifact', { type: 'Layout' });
    else if (owner)
      owner.add(this.pdfDocument.markStructureContent(String(owner.dictionary.data.S)));
  }

  /** Marks the content of a run. Links and hyphenated words get elements of their own. */
  #setRunOwner(owner: StructureElement | undefined, run: PlacedRun): void {
    if (!owner) {
      this.#setOwner('artifact');
      return;
    }
    const target = run.link ?? run.linkToDestination;
    const link = target ? this.#linkElement(owner, target) : undefined;
    const parent = link ?? owner;
    this.#setOwner(run.wordPart ? this.#wordElement(parent, run.wordPart) : parent, link);
  }

  /**
   * Returns the element of a word that is hyphenated between lines. Its ActualText is the whole word,
   * for screen readers. The content keeps the printed hyphen: programs that copy and search text join
   * the parts at the hyphen, and an ActualText on the content moves the word out of its line in some.
   */
  #wordElement(parent: StructureElement, { whole }: WordPart): StructureElement {
    if (whole === undefined && this.#openWord) return this.#openWord;
    const word = this.pdfDocument.struct('Span', { actual: whole ?? '' });
    const printed = this.pdfDocument.struct('Span');
    parent.add(word);
    word.add(printed);
    this.#openWord = printed;
    return printed;
  }

  /** Returns the link element in an element: the open one if its target is the same. */
  #linkElement(owner: StructureElement, target: string): StructureElement {
    const open = this.#openLink;
    if (open?.target === target && open.owner === owner) return open.element;
    this.#setOwner(undefined);
    const element = this.pdfDocument.struct('Link');
    owner.add(element);
    this.#openLink = { target, owner, element };
    return element;
  }

  /** Ends the link element. It must end on its page, because pdfkit records the page at that moment. */
  #closeLink(): void {
    this.#openLink?.element.end();
    this.#openLink = undefined;
  }

  #beginFigure(node: PlacedNode): void {
    const element = this.#structure.elementOf(node as FlowNode);
    this.#setOwner(element ?? 'artifact');
    const { _width: width = 0, _height: height = 0, x, y } = node;
    if (!element) return;
    const foot = this.pdfDocument.page.height - y - height;
    const BBox = [x, foot, x + width, foot + height];
    element.dictionary.data.A = { O: 'Layout', Placement: 'Block', BBox };
  }

  /** Adds a named destination and a bookmark at the top of a node. */
  #addDestinations(node: FlowNode, y: number): void {
    const document = this.pdfDocument;
    const top = Math.max(0, y - this.#style.viewAbove);
    if (node.id) document.addNamedDestination(node.id, 'XYZ', 0, top, null);
    if (!node.bookmark) return;
    const { level, title } = node.bookmark;
    const parent = this.#bookmarks[level - 1] ?? document.outline;
    const item = parent.addItem(title, { expanded: level === 1 });
    // pdfkit's own destination is the page's top right corner; this one is on the left edge.
    item.outlineData.Dest = [document.page.dictionary, 'XYZ', 0, document.page.height - top, null];
    this.#bookmarks.length = level;
    this.#bookmarks[level] = item;
  }

  #underline(run: PlacedRun, x: number, baseline: number): void {
    if (run.decoration !== 'underline') return;
    const { below, width } = this.#style.underline;
    const y = baseline + run.fontSize * below;
    this.pdfDocument
      .lineWidth(run.fontSize * width)
      .strokeColor(run.color)
      .moveTo(x, y)
      .lineTo(x + run.width, y)
      .stroke();
  }

  #annotateLink(run: PlacedRun, { x, y, height }: { x: number; y: number; height: number }): void {
    const { link, linkToDestination, width } = run;
    const options = this.#openLink && {
      structParent: this.#openLink.element,
      Contents: new String(link ?? run.text.trim()),
    };
    if (link) this.pdfDocument.link(x, y, width, height, link, options);
    if (linkToDestination && !run.isArtifact) {
      this.pdfDocument.goTo(x, y, width, height, linkToDestination, options);
    }
  }
}
