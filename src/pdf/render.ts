import type { DocumentDefinition, Resources } from './definition.ts';
import { PageRenderer } from './draw/page-renderer.ts';
import type { EngineResources } from './engine-resources.ts';
import { hashPages } from './inspect/page-hashes.ts';
import {
  listTypesetLines,
  listTypesetPictures,
  type TypesetLine,
  type TypesetPicture,
} from './inspect/placed-content.ts';
import { formatPageNumber, pageNumber, printedNumber } from './page-numbers.ts';
import { ColumnLayout } from './paginate/column-layout.ts';
import { finishContentsLine } from './paginate/line-additions.ts';
import { resolveSpacing } from './paginate/spacing.ts';
import type { Page, PdfDocument } from './pdfmake/types.ts';
import { buildStructure } from './tag/structure.ts';
import { TaggedPdfDocument } from './write/tagged-document.ts';

/** A finished PDF, and the positions of its content. */
export interface RenderedDocument {
  readonly bytes: Buffer;
  readonly pages: number;
  /** Lower edge of the text block, in pt from the page's top. */
  readonly textFoot: number;
  /** The lines of its text, in reading order. */
  readonly lines: readonly TypesetLine[];
  /** The pictures that come from the source, without drawings of the template. */
  readonly pictures: readonly TypesetPicture[];
  /** A hash for each page; pages with the same hash look the same. */
  readonly pageHashes: readonly string[];
  /** Returns the page number on which the node with this id begins. */
  readonly numberOf: (id: string) => number | undefined;
}

/** Lays out and draws a document. pdfmake modifies the nodes of the definition. */
export async function renderDocument(
  definition: DocumentDefinition,
  resources: Resources,
  shared: EngineResources,
): Promise<RenderedDocument> {
  const { language } = definition;
  const document = new TaggedPdfDocument(definition, resources, shared);
  const structure = buildStructure(document, definition.content);
  resolveSpacing(definition.content, definition.styles);
  const layout = new ColumnLayout(definition, {
    hyphenate: await shared.hyphenatorFor(language),
    language,
    texts: shared.texts,
    breakParagraph: shared.breakParagraph,
    composeLine: shared.composeLine,
    svgMeasure: shared.svgMeasure,
  });
  const pages = layout.layoutDocument(
    definition.content,
    document,
    definition.styles,
    definition.defaultStyle,
    undefined,
    undefined,
    (page: number, pageCount: number) => folio(definition, page, pageCount),
  );
  const places = collectPlaces(pages);
  const numberOf = (id: string) => {
    const page = places.get(id);
    return page === undefined ? undefined : pageNumber(definition.numbering, page);
  };
  for (const line of layout.contentsLines) {
    const number = numberOf(line.entry.target);
    if (number === undefined)
      throw new Error(`The contents target has no page: ${line.entry.target}`);
    finishContentsLine(line, formatPageNumber(definition.numbering, number));
  }
  const textFoot = definition.pageSize.height - definition.pageMargins.bottom;
  const bytes = collectBytes(document);
  new PageRenderer(document, structure, definition, shared.runs).renderPages(pages);
  document.end();
  let lines: readonly TypesetLine[] | undefined;
  return {
    bytes: await bytes,
    pages: pages.length,
    textFoot,
    // Computed when first read: there are many lines, and few callers need them.
    get lines() {
      lines ??= listTypesetLines(pages, textFoot);
      return lines;
    },
    get pictures() {
      return listTypesetPictures(pages);
    },
    get pageHashes() {
      return hashPages(pages, resources.pictures, definition.underline);
    },
    numberOf,
  };
}

/** Returns the page number for the bottom margin, or null if the page prints none. */
function folio(
  { numbering, folio, pageMargins }: DocumentDefinition,
  page: number,
  pageCount: number,
) {
  const number = printedNumber(numbering, page, pageCount);
  if (number === undefined) return null;
  const top = pageMargins.bottom - folio.fromEdge;
  return { text: formatPageNumber(numbering, number), style: folio.style, margin: [0, top, 0, 0] };
}

/** Returns the page, from 1, on which each node with an id begins. */
function collectPlaces(pages: readonly Page[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [index, page] of pages.entries()) {
    for (const { item } of page.items) {
      const node = 'node' in item ? (item.node as { id?: string }) : undefined;
      if (node?.id && !places.has(node.id)) places.set(node.id, index + 1);
    }
  }
  return places;
}

function collectBytes(document: PdfDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}
