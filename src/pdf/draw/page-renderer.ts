// Adds to pdfmake's renderer: runs instead of words, content hung to the structure tree, destinations
// and bookmarks that lead to the heading itself, links that a screen reader can name.

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
import { type DrawnRuns, drawRunOnce } from './draw-run.ts';

/** A drawing or a picture with its place on the page, in pt. */
type PlacedNode = MeasuredNode & { x: number; y: number };

/** What of a document's definition its drawing needs. */
type RenderStyle = Pick<DocumentDefinition, 'language' | 'underline' | 'viewAbove'>;

/** A link that is being drawn, from its first run on a page to its last. */
interface OpenLink {
  readonly target: string;
  readonly owner: StructureElement;
  readonly element: StructureElement;
}

/** pdfmake's renderer for pages that FlowLayout made. */
export class PageRenderer extends Renderer {
  declare protected readonly pdfDocument: TaggedPdfDocument;
  readonly #structure: Structure;
  readonly #style: RenderStyle;
  readonly #runs: DrawnRuns;
  /** The open bookmarks, one for each level. */
  readonly #bookmarks: OutlineItem[] = [];
  /** What the page's content belongs to at the moment. */
  #owner: StructureElement | 'artifact' | undefined;
  #openLink: OpenLink | undefined;
  /** The element of the word that the last line left unfinished. */
  #openWord: StructureElement | undefined;

  constructor(
    document: TaggedPdfDocument,
    structure: Structure,
    style: RenderStyle,
    runs: DrawnRuns,
  ) {
    super(document);
    this.#structure = structure;
    this.#style = style;
    this.#runs = runs;
  }

  override renderPages(pages: Page[]): void {
    for (const page of pages) {
      super.renderPages([page]);
      this.#belongTo(undefined);
    }
    this.#structure.end();
  }

  protected override renderLine(line: LineItem, x: number, y: number): void {
    const { node, opensNode, inlines } = line as FlowLine;
    const element = node && this.#structure.elementOf(node);
    if (node && opensNode) this.#mark(node, y);
    const baseline = y + line.getAscenderHeight();
    for (const run of inlines) {
      if (run.text === '') continue;
      const owner = run.isArtifact ? undefined : (this.#labelOf(run) ?? element);
      this.#belongToRun(owner, run);
      const place = { x: x + run.x, baseline, language: this.#style.language };
      drawRunOnce(this.pdfDocument, run, place, this.#runs);
      this.#decorate(run, x + run.x, baseline);
      this.#link(run, { x: x + run.x, y, height: line.getHeight() });
    }
  }

  protected override renderImage(image: PlacedNode): void {
    this.#figure(image);
    super.renderImage(image);
  }

  protected override renderSVG(svg: PlacedNode): void {
    this.#figure(svg);
    const { x, y, _width, _height } = svg;
    const key = JSON.stringify([svg.svg, x, y, _width, _height]);
    this.pdfDocument.drawCached(key, () => super.renderSVG(svg));
  }

  protected override renderVector(vector: MeasuredNode): void {
    this.#belongTo(this.#labelOf(vector) ?? 'artifact');
    super.renderVector(vector);
  }

  /** The element of a list's number or bullet. */
  #labelOf({ labelOf }: { labelOf?: unknown }): StructureElement | undefined {
    return labelOf === undefined ? undefined : this.#structure.labelOf(labelOf as FlowNode);
  }

  /**
   * Everything drawn from here on belongs to this element, or only adorns the page; `link` is the
   * link's element that it is or lies in.
   */
  #belongTo(owner: StructureElement | 'artifact' | undefined, link?: StructureElement): void {
    if (owner === this.#owner) return;
    if (this.#owner !== undefined) this.pdfDocument.endMarkedContent();
    if (this.#openLink && link !== this.#openLink.element) this.#closeLink();
    this.#owner = owner;
    if (owner === 'artifact') this.pdfDocument.markContent('Artifact', { type: 'Layout' });
    else if (owner)
      owner.add(this.pdfDocument.markStructureContent(String(owner.dictionary.data.S)));
  }

  /** The same for a run of text: a link in it, and a divided word, are elements of their own. */
  #belongToRun(owner: StructureElement | undefined, run: PlacedRun): void {
    if (!owner) {
      this.#belongTo('artifact');
      return;
    }
    const target = run.link ?? run.linkToDestination;
    const link = target ? this.#linkElement(owner, target) : undefined;
    const parent = link ?? owner;
    this.#belongTo(run.wordPart ? this.#wordElement(parent, run.wordPart) : parent, link);
  }

  /**
   * The element of a word that is divided between lines. It says the undivided word to screen readers.
   * The content has the hyphen as it is printed: programs that copy and search text join the parts of
   * a word by it, and an ActualText there would move the word out of its line in some of them.
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

  /** The element of a link in an element: the open one as long as it leads to the same place. */
  #linkElement(owner: StructureElement, target: string): StructureElement {
    const open = this.#openLink;
    if (open?.target === target && open.owner === owner) return open.element;
    this.#belongTo(undefined);
    const element = this.pdfDocument.struct('Link');
    owner.add(element);
    this.#openLink = { target, owner, element };
    return element;
  }

  /** Ends the link's element on its own page: pdfkit takes the page of its place from there. */
  #closeLink(): void {
    this.#openLink?.element.end();
    this.#openLink = undefined;
  }

  #figure(node: PlacedNode): void {
    const element = this.#structure.elementOf(node as FlowNode);
    this.#belongTo(element ?? 'artifact');
    const { _width: width = 0, _height: height = 0, x, y } = node;
    if (!element) return;
    const foot = this.pdfDocument.page.height - y - height;
    const BBox = [x, foot, x + width, foot + height];
    element.dictionary.data.A = { O: 'Layout', Placement: 'Block', BBox };
  }

  /** Makes the top of a node a place that links and bookmarks lead to. */
  #mark(node: FlowNode, y: number): void {
    const document = this.pdfDocument;
    const top = Math.max(0, y - this.#style.viewAbove);
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

  #decorate(run: PlacedRun, x: number, baseline: number): void {
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

  #link(run: PlacedRun, { x, y, height }: { x: number; y: number; height: number }): void {
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
