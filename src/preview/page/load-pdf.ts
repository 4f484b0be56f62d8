import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
} from 'pdfjs-dist';
import type { PreviewEdition, ShownDocument } from '../messages.ts';
import type { SheetSize } from './geometry.ts';

/** A loaded PDF, ready to be drawn. */
export interface LoadedDocument {
  readonly edition: PreviewEdition;
  readonly shown: ShownDocument;
  readonly pdf: PDFDocumentProxy;
  readonly pages: readonly PDFPageProxy[];
  /** Page labels of the PDF: the printed page numbers. */
  readonly labels: readonly string[];
  readonly sizes: readonly SheetSize[];
  release(): void;
}

GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs';
/** One worker for all PDFs, because starting one takes longer than parsing a PDF. */
const worker = PDFWorker.create({});

/** Fetches and opens an edition's PDF; undefined if a newer one has replaced it meanwhile. */
export async function loadPdf(
  shown: ShownDocument,
  edition: PreviewEdition,
): Promise<LoadedDocument | undefined> {
  const response = await fetch(`/pdf/${shown.hash}?issue=${encodeURIComponent(edition.name)}`);
  if (!response.ok) return undefined;
  const data = new Uint8Array(await response.arrayBuffer());
  const task = getDocument({ data, worker, isEvalSupported: false, useWasm: false });
  const pdf = await task.promise;
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  const [pages, labels] = await Promise.all([
    Promise.all(numbers.map((number) => pdf.getPage(number))),
    pdf.getPageLabels(),
  ]);
  return {
    edition,
    shown,
    pdf,
    pages,
    labels: labels ?? numbers.map(String),
    sizes: pages.map((page) => page.getViewport({ scale: 1 })),
    release: () => void task.destroy(),
  };
}
